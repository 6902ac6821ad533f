using System.Net;
using System.Net.Sockets;

namespace VideoIndex.Testing;

/// <summary>Takes connections on this machine, any number at once, and has each answered; one that goes away, or is cut off at the end, is none of its trouble.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _answer;
    private readonly Task _serving;

    /// <summary>Begins.</summary>
    /// <param name="answer">Answers one connection; it is closed when that returns, and what it awaits is stopped when the server is.</param>
    public LoopbackServer(Func<NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Gets where it is: <c>127.0.0.1:40001</c>.</summary>
    public string Host => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var closing = client;
        try
        {
            await _answer(client.GetStream(), _end.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException)
        {
            // The other side went away, or the test is over.
        }
    }
}
