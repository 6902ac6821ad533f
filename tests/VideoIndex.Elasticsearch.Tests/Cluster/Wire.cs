using System.Net.Sockets;
using System.Text;

namespace VideoIndex.Elasticsearch.Tests.Cluster;

/// <summary>Just enough of HTTP/1.1 to be spoken to by HttpClient, several requests a connection.</summary>
internal static class Wire
{
    /// <summary>Reads requests and sends answers until the other side hangs up.</summary>
    public static async Task ServeAsync(NetworkStream stream, Func<Asked, Answer> answer, CancellationToken end)
    {
        while (await ReadAsync(stream, end) is { } asked)
        {
            var reply = answer(asked);
            if (reply.Stalls)
            {
                await Task.Delay(Timeout.Infinite, end);
            }

            var body = asked.Method == "HEAD" ? [] : Encoding.UTF8.GetBytes(reply.Body);
            var length = reply.IsUnmeasured ? "Connection: close" : $"Content-Length: {body.Length}";
            var head = string.Join("\r\n", (string[])[$"HTTP/1.1 {reply.Status} X", "Content-Type: application/json", "X-Elastic-Product: Elasticsearch", length, .. reply.Headers, "", ""]);
            await stream.WriteAsync((byte[])[.. Encoding.Latin1.GetBytes(head), .. body.AsSpan(0, reply.Sent ?? body.Length)], end);
            if (reply.Sent is not null || reply.IsUnmeasured)
            {
                return;
            }
        }
    }

    private static async Task<Asked?> ReadAsync(NetworkStream stream, CancellationToken end)
    {
        var read = new List<byte>();
        var buffer = new byte[1 << 16];
        var cut = -1;
        while (cut < 0)
        {
            var count = await stream.ReadAsync(buffer, end);
            if (count == 0)
            {
                return null;
            }

            read.AddRange(buffer.AsSpan(0, count));
            cut = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(read).IndexOf("\r\n\r\n"u8);
        }

        var lines = Encoding.Latin1.GetString([.. read[..cut]]).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var length = headers.TryGetValue("Content-Length", out var told) ? int.Parse(told, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var body = new byte[length];
        var had = read.Count - cut - 4;
        read.CopyTo(cut + 4, body, 0, had);
        await stream.ReadExactlyAsync(body.AsMemory(had), end);
        return new Asked(lines[0].Split(' ')[0], lines[0].Split(' ')[1].TrimStart('/'), headers, body);
    }
}
