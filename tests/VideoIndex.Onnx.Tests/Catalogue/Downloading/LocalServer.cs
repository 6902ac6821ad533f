using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace VideoIndex.Onnx.Tests.Catalogue.Downloading;

/// <summary>A web server on this machine that answers each question as a test says, wrongly where the test says so.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly Func<Question, Reply> _answer;
    private readonly List<Question> _asked = [];

    public LocalServer(Func<Question, Reply> answer)
    {
        _answer = answer;
        _server = new LoopbackServer(AnswerAsync);
    }

    public Uri Address => new($"http://{_server.Host}/model.onnx");

    public IReadOnlyList<Question> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(NetworkStream stream, CancellationToken end)
    {
        var question = await ReadAsync(stream, end);
        lock (_asked)
        {
            question = question with { Number = _asked.Count + 1 };
            _asked.Add(question);
        }

        var reply = _answer(question);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(reply.Head()), end);
        await stream.WriteAsync(reply.Body.AsMemory(0, reply.Sent ?? reply.Body.Length), end);
        if (reply.Stalls)
        {
            await Task.Delay(Timeout.Infinite, end);
        }
    }

    private static async Task<Question> ReadAsync(NetworkStream stream, CancellationToken end)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        var path = (await reader.ReadLineAsync(end))!.Split(' ')[1];
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(end) is { Length: > 0 } line)
        {
            headers[line.Split(':')[0]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }

        return new Question(0, path, headers);
    }
}

internal sealed record Question(int Number, string Path, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The first byte asked for; null where the whole file is.</summary>
    public int? From => Headers.TryGetValue("Range", out var range) ? int.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture) : null;
}

internal sealed record Reply(int Status, byte[] Body)
{
    public string[] Headers { get; init; } = [];

    /// <summary>How much of the body is sent before the connection ends; all of it where null.</summary>
    public int? Sent { get; init; }

    public bool Stalls { get; init; }

    public bool TellsLength { get; init; } = true;

    /// <summary>The file from a byte on, as a server that can answers.</summary>
    public static Reply Rest(byte[] file, int from) =>
        new(206, file[from..]) { Headers = [$"Content-Range: bytes {from}-{file.Length - 1}/{file.Length}"] };

    public string Head() => string.Join("\r\n", (string[])
        [$"HTTP/1.1 {Status} X", .. TellsLength ? (string[])[$"Content-Length: {Body.Length}"] : [], "Connection: close", .. Headers, "", ""]);
}
