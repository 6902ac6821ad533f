using System.Net;
using System.Net.Sockets;

namespace VideoIndex.Cli.Tests.Alerts;

/// <summary>A web hook that answers with one status after another, and keeps what was posted to it.</summary>
internal sealed class Hook : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task<List<(string Id, string Sent, string Body, string Signature)>> _posts;

    public Hook(params int[] answers)
    {
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _posts = AnswerAsync(answers);
    }

    public string Address { get; }

    public Task<List<(string Id, string Sent, string Body, string Signature)>> PostsAsync() => _posts;

    public void Dispose() => _listener.Close();

    private async Task<List<(string Id, string Sent, string Body, string Signature)>> AnswerAsync(int[] answers)
    {
        var posts = new List<(string, string, string, string)>();
        foreach (var answer in answers)
        {
            var asked = await _listener.GetContextAsync();
            using var reader = new StreamReader(asked.Request.InputStream);
            var headers = asked.Request.Headers;
            posts.Add((headers["webhook-id"]!, headers["webhook-timestamp"]!, await reader.ReadToEndAsync(), headers["webhook-signature"]!));
            asked.Response.StatusCode = answer;
            asked.Response.Close();
        }

        return posts;
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
