using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using VideoIndex.Cli.Tests.Footage;
using VideoIndex.Pipeline.Intake;
using VideoIndex.Sqlite;
using VideoIndex.Testing.Memory;

namespace VideoIndex.Cli.Tests.Work;

/// <summary>The work of a library, done by programs of their own.</summary>
public sealed class WorkTests
{
    [Fact]
    public async Task Two_programs_share_the_work_and_each_thing_is_done_once()
    {
        using var shelf = await OfferedAsync(Reels.Match, Reels.Varying, Reels.Sound, Reels.Broken);
        using var one = Running.Start(shelf, "work", "--until-idle", "--workers", "2");
        using var other = Running.Start(shelf, "work", "--until-idle", "--memory", "1GB", "--disk-reserve", "1MB");
        Assert.Equal((ExitCodes.Ok, ExitCodes.Ok), ((await one.EndAsync()).ExitCode, (await other.EndAsync()).ExitCode));
        var events = (await shelf.RunAsync("events")).Lines.Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(
            ["indexed", "indexed", "indexed", "rejected"],
            events.Select(told => $"{told["type"]}".Split('.')[^1]).Where(type => type is not ("accepted" or "searchable")).Order());
        Assert.Equal("There are no such jobs.\n", (await shelf.RunAsync("jobs", "list")).Output);
    }

    [Fact]
    public async Task What_happens_is_told_as_it_happens_in_words_and_in_JSON()
    {
        using var shelf = await OfferedAsync(Reels.Broken);
        using var words = Running.Start(shelf, "work", "--until-idle");
        Assert.Equal("broken.mp4: rejected: The file is damaged, or is not video or audio. [unreadable]\n", await words.Output.ReadToEndAsync());
        await OfferAsync(shelf, Reels.Sound);
        using var json = Running.Start(shelf, "work", "--until-idle", "--json");
        Assert.Equal("videoindex.video.indexed", $"{JsonNode.Parse(await json.Output.ReadToEndAsync())!["type"]}");
    }

    [Fact]
    public async Task It_goes_on_until_it_is_stopped_and_says_what_it_does_then()
    {
        using var shelf = await OfferedAsync(Reels.Sound);
        using var program = Running.Start(shelf, "work");
        Assert.Equal("radio.wav: ok", await program.Output.ReadLineAsync());
        var (exitCode, errors) = await program.TerminateAsync();
        Assert.Equal(ExitCodes.Ok, exitCode);
        Assert.Contains("Stopping: what is at work is finished or given back within 30 s.\n", errors, StringComparison.Ordinal); // the last job's line may come after it
    }

    [Fact]
    public async Task Traces_and_metrics_reach_the_collector_the_environment_names()
    {
        using var shelf = await OfferedAsync(Reels.Broken);
        using var collector = new TcpListener(IPAddress.Loopback, 0);
        collector.Start();
        var got = new Dictionary<string, string>();
        var collecting = CollectAsync(collector, got);
        using var program = Running.Start(shelf, Naming(collector), "work", "--until-idle");
        Assert.Equal(ExitCodes.Ok, (await program.EndAsync()).ExitCode);
        await collecting;
        Assert.Contains("videoindex.video", got["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("videoindex.stage.runs", got["/v1/metrics"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_does_not_answer_keeps_no_command_from_ending()
    {
        using var shelf = await OfferedAsync(Reels.Broken);
        using var collector = new TcpListener(IPAddress.Loopback, 0);
        collector.Start();
        using var program = Running.Start(shelf, Naming(collector), "work", "--until-idle");
        Assert.Equal(ExitCodes.Ok, (await program.EndAsync()).ExitCode);
    }

    private static Dictionary<string, string> Naming(TcpListener collector) => new()
    {
        [Tracing.Switch] = $"http://{collector.LocalEndpoint}",
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    private static async Task<Shelf> OfferedAsync(params string[] reels)
    {
        var shelf = new Shelf();
        foreach (var reel in reels)
        {
            await OfferAsync(shelf, reel);
        }

        return shelf;
    }

    private static async Task OfferAsync(Shelf shelf, string reel)
    {
        using var library = SqliteLibrary.Open(shelf.Library);
        await new VideoIntake(library.Jobs, new MemoryDoorbell(TimeProvider.System), library.Catalog, TimeProvider.System)
            .OfferAsync(await Reels.PathAsync(reel), force: false, CancellationToken.None);
    }

    // Keeps what is posted, by path, until there is a post to each of two.
    private static async Task CollectAsync(TcpListener collector, Dictionary<string, string> got)
    {
        while (got.Count < 2)
        {
            using var client = await collector.AcceptTcpClientAsync();
            var wire = client.GetStream();
            var (all, more) = (new MemoryStream(), new byte[65536]);
            while (!IsWhole(all.ToArray()))
            {
                all.Write(more.AsSpan(0, await wire.ReadAsync(more)));
            }

            var text = Encoding.Latin1.GetString(all.ToArray());
            got[text.Split(' ')[1]] = text;
            await wire.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        }
    }

    private static bool IsWhole(byte[] request)
    {
        var text = Encoding.Latin1.GetString(request);
        var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = text.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
        return head >= 0 && length is not null && request.Length >= head + 4 + int.Parse(length.Split(": ")[1], null);
    }
}
