using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using VideoIndex.Cli.Tests.Footage;
using VideoIndex.Cli.Tests.Work;

namespace VideoIndex.Cli.Tests.Events;

public sealed class EventsTests : IAsyncLifetime
{
    private Shelf _shelf = null!;

    public async Task InitializeAsync() => _shelf = await Backlog.MakeAsync();

    public Task DisposeAsync()
    {
        _shelf.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Events_are_printed_in_order_from_where_one_likes()
    {
        Assert.Equal("1 accepted, 2 dead, 3 dead", Told(await _shelf.RunAsync("events")));
        Assert.Equal("3 dead", Told(await _shelf.RunAsync("events", "--after", "2")));
        Assert.Equal("", Told(await _shelf.RunAsync("events", "--after", "3")));
    }

    [Fact]
    public async Task A_consumer_goes_on_where_it_was()
    {
        Assert.Equal("1 accepted, 2 dead, 3 dead", Told(await _shelf.RunAsync("events", "--consumer", "mail")));
        Assert.Equal("", Told(await _shelf.RunAsync("events", "--consumer", "mail")));
        await _shelf.RunAsync("jobs", "retry", "2");
        Assert.Equal("4 retried", Told(await _shelf.RunAsync("events", "--consumer", "mail")));
        Assert.Equal("1 accepted, 2 dead, 3 dead, 4 retried", Told(await _shelf.RunAsync("events", "--consumer", "other")));
    }

    [Fact]
    public async Task A_file_gets_every_event_once_even_where_a_consumer_s_place_was_lost()
    {
        var file = Path.Combine(_shelf.Folder, "events.jsonl");
        Assert.Equal("3 events delivered; the last one is 3.\n", (await _shelf.RunAsync("events", "--to", file, "--consumer", "file")).Output);
        var whole = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, whole[..^30]);
        await _shelf.RunAsync("events", "--to", file, "--after", "2");
        await _shelf.RunAsync("events", "--to", file, "--after", "2");
        Assert.Equal(whole, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_file_that_is_something_else_is_left_alone()
    {
        var file = Path.Combine(_shelf.Folder, "diary.txt");
        await File.WriteAllTextAsync(file, "Dear diary");
        Assert.Equal(
            $"5 videoindex: '{file}' holds something other than events, and is left alone. Nothing after event 0 is delivered.",
            (await _shelf.RunAsync("events", "--to", file)).Ending);
        Assert.Equal("Dear diary", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_command_gets_each_event_on_its_input_and_nothing_in_its_arguments()
    {
        var file = Path.Combine(_shelf.Folder, "got.txt");
        await _shelf.RunAsync("events", "--run", $"echo \"$# $0\" >> '{file}'; cat >> '{file}'");
        var lines = await File.ReadAllLinesAsync(file);
        Assert.Equal(6, lines.Length);
        Assert.All(lines.Where((_, at) => at % 2 == 0), line => Assert.Equal("0 /bin/sh", line));
        Assert.Equal(["1", "2", "3"], lines.Where((_, at) => at % 2 == 1).Select(line => JsonNode.Parse(line)!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_command_that_fails_gets_the_event_again_before_any_other()
    {
        var file = Path.Combine(_shelf.Folder, "got.txt");
        var ran = await _shelf.RunAsync("events", "--consumer", "a", "--run", $"cat >> '{file}'; [ $(wc -l < '{file}') != 2 ] || exit 7");
        Assert.Equal(["1", "2", "2", "3"], (await File.ReadAllLinesAsync(file)).Select(line => JsonNode.Parse(line)!["id"]!.GetValue<string>()));
        Assert.StartsWith("Event 2 waits, and those behind it: The command ended with 7. [command-failed] Next try in ", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_need_not_read_what_it_gets() =>
        Assert.Equal("3 events delivered; the last one is 3.\n", (await _shelf.RunAsync("events", "--run", "exit 0")).Output);

    [Fact]
    public async Task A_web_hook_that_wants_no_more_ends_it()
    {
        using var hook = new HttpListener();
        var port = FreePort();
        hook.Prefixes.Add($"http://127.0.0.1:{port}/");
        hook.Start();
        var answering = AnswerAsync(hook, 204, 410);
        var ran = await _shelf.RunAsync("events", "--consumer", "hook", "--post", $"http://127.0.0.1:{port}/?token=secret");
        Assert.Equal($"5 videoindex: http://127.0.0.1:{port} answers 410: it wants no more events. Nothing after event 1 is delivered.", ran.Ending);
        await answering;
        Assert.Equal("2 dead, 3 dead", Told(await _shelf.RunAsync("events", "--consumer", "hook")));
    }

    [Theory]
    [InlineData("--to a --run b", "Events go to one of --to, --run and --post; for several, run the command several times. Run: videoindex events --help")]
    [InlineData("--secret-file a", "--secret-file goes with --post. Run: videoindex events --help")]
    [InlineData("--after -1", "--after is a whole number from 0, not '-1'. Run: videoindex events --help")]
    [InlineData("--post https://me:password@example.org", "--post takes an http or https address without a user's name or password in it.")]
    [InlineData("--post example.org", "--post takes an http or https address without a user's name or password in it.")]
    public async Task A_mistake_gets_one_sentence_without_secrets(string options, string sentence) =>
        Assert.Equal($"2 videoindex: {sentence}", (await _shelf.RunAsync(["events", .. options.Split(' ')])).Ending);

    [Fact]
    public async Task A_file_without_secrets_is_refused()
    {
        var file = Path.Combine(_shelf.Folder, "secret");
        await File.WriteAllTextAsync(file, "password");
        Assert.Equal(
            $"2 videoindex: '{file}' must hold one secret a line: whsec_ and 24 to 64 bytes in base64.",
            (await _shelf.RunAsync("events", "--post", "https://example.org", "--secret-file", file)).Ending);
    }

    [Fact]
    public async Task One_who_follows_hears_what_happens_next_and_loads_nothing_to_trace_it()
    {
        using var program = Running.Start(_shelf, "events", "--follow", "--after", "3", "--consumer", "live");
        await _shelf.RunAsync("jobs", "retry", "3");
        Assert.Equal("4", JsonNode.Parse((await program.Output.ReadLineAsync())!)!["id"]!.GetValue<string>());
        Assert.DoesNotContain("OpenTelemetry", await File.ReadAllTextAsync($"/proc/{program.Id}/maps"), StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Ok, ""), await program.TerminateAsync());
        Assert.Equal("", Told(await _shelf.RunAsync("events", "--consumer", "live")));
    }

    [Fact]
    public async Task What_nobody_reads_any_more_is_not_delivered()
    {
        using var program = Running.Start(_shelf, "events", "--follow", "--after", "2", "--consumer", "pipe");
        await program.Output.ReadLineAsync();
        program.Output.Close();
        await _shelf.RunAsync("jobs", "retry", "3");
        Assert.Equal((ExitCodes.Ok, ""), await program.EndAsync());
        Assert.Equal("4 retried", Told(await _shelf.RunAsync("events", "--consumer", "pipe")));
    }

    [Fact]
    public async Task Output_into_a_file_goes_behind_what_is_there()
    {
        var file = Path.Combine(_shelf.Folder, "out.jsonl");
        var program = $"dotnet '{typeof(CommandLine).Assembly.Location}' --library '{_shelf.Library}' events";
        using var shell = Process.Start("/bin/sh", ["-c", $"( {program} --after 2; {program} --after 1 ) > '{file}'"]);
        await shell.WaitForExitAsync();
        Assert.Equal(["3", "2", "3"], (await File.ReadAllLinesAsync(file)).Select(line => JsonNode.Parse(line)!["id"]!.GetValue<string>()));
    }

    private static string Told(Ran ran)
    {
        Assert.Equal(ExitCodes.Ok, ran.ExitCode);
        return string.Join(", ", ran.Lines.Select(line => JsonNode.Parse(line)!).Select(told => $"{told["id"]} {$"{told["type"]}".Split('.')[^1]}"));
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AnswerAsync(HttpListener hook, params int[] answers)
    {
        foreach (var answer in answers)
        {
            var asked = await hook.GetContextAsync();
            asked.Response.StatusCode = answer;
            asked.Response.Close();
        }
    }
}
