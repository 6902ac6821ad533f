using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace VideoIndex.SpeechServices.Tests.Endpoint;

/// <summary>A speech service on this machine: it reads forms as the real ones do and answers as a test says, wrongly where the test says so.</summary>
internal sealed partial class StandIn : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly Func<Form, Reply> _answer;
    private readonly ConcurrentQueue<Form> _asked = new();
    private int _count;

    public StandIn(Func<Form, Reply> answer)
    {
        _answer = answer;
        _server = new LoopbackServer(AnswerAsync);
    }

    public string Host => _server.Host;

    public IReadOnlyList<Form> Asked => [.. _asked.OrderBy(form => form.Number)];

    public Uri At(string path) => new($"http://{Host}{path}");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(NetworkStream stream, CancellationToken end)
    {
        var form = await ReadAsync(stream, end);
        _asked.Enqueue(form);
        var reply = _answer(form);
        if (reply.Stalls)
        {
            await Task.Delay(Timeout.Infinite, end);
        }

        var body = Encoding.UTF8.GetBytes(reply.Body);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(reply.Head(body.Length)), end);
        await stream.WriteAsync(body.AsMemory(0, reply.Sent ?? body.Length), end);
    }

    private async Task<Form> ReadAsync(NetworkStream stream, CancellationToken end)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!Encoding.Latin1.GetString([.. head.TakeLast(4)]).Equals("\r\n\r\n", StringComparison.Ordinal))
        {
            head.Add(await stream.ReadAsync(one, end) == 1 ? one[0] : throw new IOException("It hung up."));
        }

        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers["Content-Length"], System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, end);
        return new Form(Interlocked.Increment(ref _count), lines[0].Split(' ')[1], headers, body);
    }

    /// <summary>What was sent.</summary>
    internal sealed partial record Form(int Number, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
    {
        /// <summary>The fields but the file, each <c>name=value</c>, read as strictly as a server that insists on quotation marks.</summary>
        public IReadOnlyList<string> Fields =>
            [.. Field().Matches(Encoding.UTF8.GetString(Body)).Select(match => $"{match.Groups[1].Value}={match.Groups[2].Value}")];

        public int Samples => (Body.AsSpan().IndexOf("RIFF"u8) is var at and >= 0 ? BitConverter.ToInt32(Body, at + 40) : 0) / 2;

        [GeneratedRegex("Content-Disposition: form-data; name=\"([^\"]+)\"\r\n\r\n(.*?)\r\n--", RegexOptions.Singleline)]
        private static partial Regex Field();
    }

    /// <summary>What is answered.</summary>
    internal sealed record Reply(int Status, string Body)
    {
        public string[] Headers { get; init; } = [];

        /// <summary>How much of the body is sent before the connection ends; all of it where null.</summary>
        public int? Sent { get; init; }

        public bool Stalls { get; init; }

        public string Head(int length) => string.Join("\r\n", (string[])[$"HTTP/1.1 {Status} X", $"Content-Length: {length}", "Connection: close", .. Headers, "", ""]);
    }
}
