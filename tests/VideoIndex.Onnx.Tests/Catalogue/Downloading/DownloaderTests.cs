using System.IO.Compression;
using System.Security.Cryptography;
using VideoIndex.Inference;
using VideoIndex.Onnx.Catalogue.Downloading;

namespace VideoIndex.Onnx.Tests.Catalogue.Downloading;

public sealed class DownloaderTests : IDisposable
{
    private static readonly DownloadRules Hasty = new() { FirstRest = TimeSpan.Zero, Silence = TimeSpan.FromSeconds(20), Tries = 3 };
    private static readonly byte[] File = [.. Enumerable.Range(0, 300_000).Select(at => unchecked((byte)(at * 7 + at / 251)))];

    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex-download").FullName;

    private string Part => Path.Combine(_folder, "part");

    [Fact]
    public async Task A_file_comes_whole()
    {
        await using var server = new LocalServer(_ => new Reply(200, File));
        Assert.Equal(File, await FetchAsync(server));
    }

    [Fact]
    public async Task What_broke_off_goes_on_where_it_stopped()
    {
        await using var server = new LocalServer(question => question.From is { } from
            ? Reply.Rest(File, from)
            : new Reply(200, File) { Sent = 100_000, Headers = ["ETag: \"v1\""] });
        Assert.Equal(File, await FetchAsync(server));
        Assert.Equal(2, server.Asked.Count);
        Assert.True(server.Asked[1].From is > 0 and <= 100_000);
        Assert.Equal("\"v1\"", server.Asked[1].Headers["If-Range"]);
    }

    [Fact]
    public async Task What_an_earlier_program_left_is_not_fetched_again()
    {
        await System.IO.File.WriteAllBytesAsync(Part, File[..123_456]);
        await using var server = new LocalServer(question => Reply.Rest(File, question.From!.Value));
        Assert.Equal(File, await FetchAsync(server));
        Assert.Equal(123_456, Assert.Single(server.Asked).From);
    }

    [Fact]
    public async Task A_server_that_cannot_go_on_is_asked_for_all_of_it()
    {
        await System.IO.File.WriteAllBytesAsync(Part, new byte[5000]);
        await using var server = new LocalServer(_ => new Reply(200, File));
        Assert.Equal(File, await FetchAsync(server));
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData(416, "")]
    [InlineData(206, "Content-Range: bytes 0-9/10")]
    public async Task A_server_whose_file_is_another_by_now_is_asked_from_the_beginning(int status, string header)
    {
        await System.IO.File.WriteAllBytesAsync(Part, File[..5000]);
        await using var server = new LocalServer(question => question.From is null ? new Reply(200, File) : new Reply(status, []) { Headers = header == "" ? [] : [header] });
        Assert.Equal(File, await FetchAsync(server));
        Assert.Null(server.Asked[1].From);
    }

    [Fact]
    public async Task A_spoilt_beginning_is_found_out_by_the_hash_and_fetched_again()
    {
        await System.IO.File.WriteAllBytesAsync(Part, new byte[5000]);
        await using var server = new LocalServer(question => question.From is { } from ? Reply.Rest(File, from) : new Reply(200, File));
        Assert.Equal(File, await FetchAsync(server));
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task Another_file_of_the_same_size_is_refused()
    {
        await using var server = new LocalServer(_ => new Reply(200, new byte[File.Length]));
        await AssertRefusedAsync("wrong-hash", server);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_larger_file_is_cut_off_at_once(bool tellsLength)
    {
        await using var server = new LocalServer(_ => new Reply(200, [.. File, .. File]) { TellsLength = tellsLength });
        await AssertRefusedAsync("wrong-size", server);
        Assert.Equal(0, new FileInfo(Part).Length);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_server_in_trouble_is_asked_again(int status)
    {
        await using var server = new LocalServer(question => question.Number < 3 ? new Reply(status, []) : new Reply(200, File));
        Assert.Equal(File, await FetchAsync(server));
    }

    [Fact]
    public async Task A_server_that_stays_in_trouble_is_given_up()
    {
        await using var server = new LocalServer(_ => new Reply(500, []));
        await AssertRefusedAsync("download-failed", server);
        Assert.Equal(Hasty.Tries, server.Asked.Count);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    public async Task What_is_not_there_is_not_asked_for_twice(int status)
    {
        await using var server = new LocalServer(_ => new Reply(status, []));
        await AssertRefusedAsync("not-there", server);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_left_and_asked_for_the_rest()
    {
        await using var server = new LocalServer(question => question.From is { } from ? Reply.Rest(File, from) : new Reply(200, File) { Sent = 1000, Stalls = true });
        Assert.Equal(File, await FetchAsync(server, Hasty with { Silence = TimeSpan.FromMilliseconds(300) }));
        Assert.Equal(1000, server.Asked[^1].From);
    }

    [Fact]
    public async Task A_file_may_be_elsewhere_on_the_way()
    {
        await using var server = new LocalServer(question => question.Path == "/model.onnx" ? new Reply(302, []) { Headers = ["Location: /there"] } : new Reply(200, File));
        Assert.Equal(File, await FetchAsync(server));
    }

    [Fact]
    public async Task Servers_that_lead_round_and_round_are_left()
    {
        await using var server = new LocalServer(_ => new Reply(302, []) { Headers = ["Location: /model.onnx"] });
        await AssertRefusedAsync("download-failed", server);
        Assert.Equal(Hasty.Redirects + 1, server.Asked.Count);
    }

    [Theory]
    [InlineData("http://example.com/model.onnx")]
    [InlineData("ftp://127.0.0.1/model.onnx")]
    [InlineData("file:///etc/passwd")]
    public async Task Nobody_is_led_where_others_may_answer(string elsewhere)
    {
        await using var server = new LocalServer(_ => new Reply(302, []) { Headers = [$"Location: {elsewhere}"] });
        await AssertRefusedAsync("not-secure", server);
    }

    [Fact]
    public async Task A_packed_answer_is_unpacked()
    {
        await using var server = new LocalServer(_ => new Reply(200, Packed(File)) { Headers = ["Content-Encoding: gzip", "ETag: \"v1\""] });
        Assert.Equal(File, await FetchAsync(server));
    }

    [Fact]
    public async Task A_packed_answer_that_broke_off_is_begun_anew()
    {
        await using var server = new LocalServer(question => question.Number == 1
            ? new Reply(200, Packed(File)) { Headers = ["Content-Encoding: gzip"], Sent = 300 }
            : new Reply(200, File));
        Assert.Equal(File, await FetchAsync(server));
        Assert.Null(server.Asked[1].From);
    }

    [Fact]
    public async Task A_packed_answer_that_swells_is_cut_off()
    {
        await using var server = new LocalServer(_ => new Reply(200, Packed(new byte[50_000_000])) { Headers = ["Content-Encoding: gzip"] });
        await AssertRefusedAsync("wrong-size", server);
        Assert.Equal(0, new FileInfo(Part).Length);
    }

    [Fact]
    public async Task What_has_come_stays_when_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new LocalServer(_ => new Reply(200, File) { Sent = 200_000, Stalls = true });
        var seen = 0L;
        var progress = new Watched(bytes =>
        {
            seen = bytes;
            if (bytes == 200_000)
            {
                stop.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FetchAsync(server, Hasty, progress, stop.Token));
        Assert.Equal((200_000, 200_000), (seen, new FileInfo(Part).Length));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private async Task AssertRefusedAsync(string code, LocalServer server)
    {
        var refusal = await Assert.ThrowsAsync<ModelException>(() => FetchAsync(server));
        Assert.Equal(code, refusal.Code);
        Assert.EndsWith(".", refusal.Message.Replace(" DIR", " DIR.", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private async Task<byte[]> FetchAsync(LocalServer server, DownloadRules? rules = null, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        using var downloader = new Downloader(rules ?? Hasty, TimeProvider.System);
        var wanted = new Wanted(server.Address, File.Length, Convert.ToHexStringLower(SHA256.HashData(File)));
        await downloader.FetchAsync(wanted, Part, progress, cancellationToken);
        return await System.IO.File.ReadAllBytesAsync(Part, cancellationToken);
    }

    private sealed class Watched(Action<long> watch) : IProgress<long>
    {
        public void Report(long value) => watch(value);
    }
}
