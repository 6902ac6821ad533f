using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Hearing;

/// <summary>Hearing from the command line to the search, by a script in whisper-cli's place that always hears the same four words.</summary>
public sealed class ListenTests : IDisposable
{
    private readonly Shelf _shelf = new();
    private readonly string _model;

    public ListenTests()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_shelf.Folder, "bin")).FullName;
        _model = Path.Combine(folder, "ggml-fake.bin");
        File.WriteAllText(_model, "");
        var program = Path.Combine(folder, "whisper-cli");
        File.WriteAllText(program, Script.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Environment.SetEnvironmentVariable("PATH", $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}");
    }

    private static string Script =>
        """
        #!/bin/sh
        while [ $# -gt 0 ]; do
          case "$1" in --output-file) out="$2";; esac
          shift
        done
        printf '{"result": {"language": "en"}, "transcription": [{"offsets": {"from": 100, "to": 900}, "text": " so we meet again", "tokens": [' > "$out.json"
        printf '{"text": " so", "offsets": {"from": 100, "to": 200}, "id": 1, "p": 0.9},{"text": " we", "offsets": {"from": 200, "to": 400}, "id": 2, "p": 0.9},' >> "$out.json"
        printf '{"text": " meet", "offsets": {"from": 400, "to": 600}, "id": 3, "p": 0.25},{"text": " again", "offsets": {"from": 600, "to": 900}, "id": 4, "p": 0.9}]}]}' >> "$out.json"
        """;

    private static string CodeOf(Ran failed) => $"{failed.Json()["error"]!["code"]}";

    private string[] Speech => ["--speech-engine", "whisper-cli", "--speech-model", _model];

    public void Dispose() => _shelf.Dispose();

    [Fact]
    public async Task What_is_said_is_found_by_the_word_once_a_file_is_indexed()
    {
        var indexed = await _shelf.RunAsync(["index", await Reels.PathAsync(Reels.Sound), "--listen", "auto", .. Speech]);
        var found = await _shelf.RunAsync("search", "say:\"we meet\"", "--json");
        var words = await _shelf.RunAsync("search", "say:\"we meet\"");

        Assert.Equal(ExitCodes.Ok, indexed.ExitCode);
        var moment = found.Json()["moments"]![0]!;
        Assert.Equal(("1/5", "3/5"), (moment["start"]!.GetValue<string>(), moment["end"]!.GetValue<string>()));
        Assert.Equal([false, true], moment["words"]!.AsArray().Select(word => word!["unsure"]!.GetValue<bool>()));
        Assert.Contains("so [we (meet?)] again", words.Output, StringComparison.Ordinal);
        Assert.Contains("audio 1, 25 % sure", words.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_that_was_indexed_without_is_listened_to_afterwards_and_not_twice_but_on_demand()
    {
        var file = await Reels.PathAsync(Reels.Match);
        await _shelf.RunAsync("index", file);

        var heard = await _shelf.RunAsync(["listen", file, "--json", .. Speech]);
        var all = await _shelf.RunAsync(["listen", "all", .. Speech]);
        var again = await _shelf.RunAsync(["listen", "all", "--force", .. Speech]);
        var shown = await _shelf.RunAsync("show", file, "--json");

        Golden.Verify(await heard.GoldenJsonAsync());
        Assert.Equal((ExitCodes.Ok, ""), (all.ExitCode, all.Output));
        Assert.Equal("Match Day.mov: audio 1 by whisper-cli (en): 1 utterance, 4 words, 1 unsure, 0 dropped\n", again.Output);
        Assert.Single(shown.Json()["transcripts"]!.AsArray(), transcript => transcript!["track"] is not null);
        Assert.Equal(4, shown.Json()["transcripts"]!.AsArray().Count);
    }

    [Fact]
    public async Task Nobody_is_asked_where_there_are_captions()
    {
        var file = await Reels.PathAsync(Reels.Match);
        await _shelf.RunAsync(["index", file, "--listen", "auto", .. Speech]);

        Assert.DoesNotContain("ggml", (await _shelf.RunAsync("show", file)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_model_indexing_goes_on_and_says_what_to_run()
    {
        var file = await Reels.PathAsync(Reels.Sound);
        var indexed = await _shelf.RunAsync("index", file, "--listen", "auto", "--models", Path.Combine(_shelf.Folder, "none"));
        var heard = await _shelf.RunAsync("listen", file, "--json", "--models", Path.Combine(_shelf.Folder, "none"));

        Assert.Equal(ExitCodes.Ok, indexed.ExitCode);
        Assert.Contains("What is said was not written down: ", (await _shelf.RunAsync("show", file)).Output, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.ToolMissing, "no-speech-model"), (heard.ExitCode, CodeOf(heard)));
    }

    [Theory]
    [InlineData("bad-listen", "index", "x.mp4", "--listen", "perhaps")]
    [InlineData("bad-speech", "index", "x.mp4", "--listen", "auto", "--speech-engine", "endpoint")]
    [InlineData("bad-speech", "index", "x.mp4", "--listen", "auto", "--speech-engine", "whisper-cli")]
    [InlineData("bad-endpoint", "index", "x.mp4", "--listen", "auto", "--speech-engine", "endpoint", "--speech-endpoint", "ftp://x")]
    [InlineData("bad-language", "index", "x.mp4", "--listen", "auto", "--language", "Klingon")]
    [InlineData("no-such-file", "index", "x.mp4", "--listen", "auto", "--glossary", "nowhere.txt")]
    [InlineData("bad-usage", "index", "x.mp4", "--beam", "9")]
    [InlineData("bad-usage", "index", "x.mp4", "--speech-engine", "ear")]
    public async Task A_mistake_is_said(string code, params string[] arguments)
    {
        File.WriteAllText(Path.Combine(_shelf.Folder, "x.mp4"), "x");
        var ran = await _shelf.RunAsync([.. arguments.Select(word => word == "x.mp4" ? Path.Combine(_shelf.Folder, word) : word), "--json"]);

        Assert.Equal(code, CodeOf(ran));
    }

    [Fact]
    public async Task A_track_that_is_not_there_is_said()
    {
        var file = await Reels.PathAsync(Reels.Match);
        await _shelf.RunAsync("index", file);

        var ran = await _shelf.RunAsync(["listen", file, "--track", "2", "--json", .. Speech]);

        Assert.Equal((ExitCodes.NotFound, "no-such-track"), (ran.ExitCode, CodeOf(ran)));
    }
}
