using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VideoIndex.Pipeline.Tests.Delivery;

/// <summary>One request as it came over the wire.</summary>
internal sealed record Posted(string Line, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>
/// A web hook that does as it is told for each request, and answers 204 when it is told no more: a status with headers
/// ("429\r\nRetry-After: 7"), "hang" (says nothing), "drop" (hangs up) or "garbage".
/// </summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _answers;
    private readonly Task _serving;

    public FaultyServer(params string[] answers)
    {
        _answers = new(answers);
        _listener.Start();
        _serving = ServeAsync();
    }

    public ConcurrentQueue<Posted> Requests { get; } = new();

    /// <summary>Called when a request is left without an answer.</summary>
    public Action Hanging { get; init; } = () => { };

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook?key=secret");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var requests = new HttpReader(client.GetStream());
                while (await requests.ReadAsync(_stop.Token) is { } posted)
                {
                    Requests.Enqueue(posted);
                    if (!await AnswerAsync(_answers.TryDequeue(out var answer) ? answer : "204", client.GetStream(), client))
                    {
                        break;
                    }
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or InvalidOperationException or SocketException or IOException)
        {
        }
    }

    private async Task<bool> AnswerAsync(string answer, NetworkStream wire, TcpClient client)
    {
        switch (answer)
        {
            case "hang":
                Hanging(); // until the other side gives up
                return await wire.ReadAsync(new byte[1], _stop.Token) > 0;
            case "drop":
                client.Client.LingerState = new LingerOption(true, 0);
                return false;
            case "garbage":
                await wire.WriteAsync("I am no web server.\r\n\r\n"u8.ToArray(), _stop.Token);
                return false;
            default:
                await wire.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer.Replace("\r\n", " -\r\n")}{(answer.Contains('\n') ? "" : " -")}\r\nContent-Length: 0\r\n\r\n"), _stop.Token);
                return true;
        }
    }

    private sealed class HttpReader(Stream wire)
    {
        public async Task<Posted?> ReadAsync(CancellationToken stop)
        {
            var head = new List<byte>();
            var one = new byte[1];
            while (!Encoding.ASCII.GetString([.. head.TakeLast(4)]).Equals("\r\n\r\n", StringComparison.Ordinal))
            {
                if (await ReadSomeAsync(one, stop) == 0)
                {
                    return null;
                }

                head.Add(one[0]);
            }

            var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            var headers = lines[1..].ToDictionary(line => line.Split(": ")[0].ToLowerInvariant(), line => line.Split(": ")[1]);
            var body = new byte[int.Parse(headers["content-length"], null)];
            await wire.ReadExactlyAsync(body, stop);
            return new Posted(lines[0], headers, Encoding.UTF8.GetString(body));
        }

        private async Task<int> ReadSomeAsync(byte[] into, CancellationToken stop)
        {
            try
            {
                return await wire.ReadAsync(into, stop);
            }
            catch (IOException)
            {
                return 0; // the other side hung up
            }
        }
    }
}
