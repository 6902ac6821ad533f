using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Sidecars;

/// <summary>A library made of side-cars answers as the one they were written of, byte for byte.</summary>
public sealed class RebuildTests : IDisposable
{
    private static readonly string[] Questions =
    [
        "kick", "free kick", "\"perfect free kick\"", "kick*", "kcik~", "goal", "say:*", "text:*", "tag:*", "colour:*", "motion:*", "shot:*", "scene:*", "video:match", "say:corner colour:*",
        "kick OR goal", "kick AND colour:*", "colour:* NOT kick", "kick WITHIN 2s OF corner", "corner THEN kick", "corner THEN kick WITHIN 1s", "kick AFTER corner", "corner BEFORE kick", "kick DURING goal",
        "FIRST colour:*", "LAST colour:*", "say:* FOR >= 1s", "logo:acme", "logo:acme AREA > 1%", "count(logo:acme) >= 1", "logo:acme ZONE right", "object:trophy", "by:human", "zebra", "status:verified", "status:rejected",
        "language:german say:*", "language:ja say:*", "client:acme", "takes:>=2", "genre:news", "collection:finals", "state:ok colour:*", "duration:>1s shot:*", "rate:29.97 shot:*", "added:>=2020 shot:*", "confidence:>=0.5 colour:*",
    ];

    private readonly Shelf _shelf = new();

    [Fact]
    public async Task A_library_made_of_its_side_cars_answers_byte_for_byte()
    {
        await FillAsync(_shelf);
        var before = await AnswersAsync(_shelf);
        Assert.Equal(0, (await _shelf.RunAsync("sidecar", "write", "--with-evidence")).ExitCode);
        var folder = Path.Combine(_shelf.Library, "sidecars");
        using var elsewhere = new Shelf();
        Directory.GetFiles(_shelf.Library, "library.db*").ToList().ForEach(File.Delete);

        Assert.Equal("6 videos added, 0 replaced, 0 known already, 0 refused.", (await _shelf.RunAsync("sidecar", "read", folder)).Lines[^1]);
        Assert.Equal("6 videos added, 0 replaced, 0 known already, 0 refused.", (await elsewhere.RunAsync("sidecar", "read", folder)).Lines[^1]);

        Assert.Equal(before, await AnswersAsync(_shelf));
        Assert.Equal(before, (await AnswersAsync(elsewhere)).Replace(elsewhere.Library, _shelf.Library, StringComparison.Ordinal));
        Assert.Equal("0 videos added, 0 replaced, 6 known already, 0 refused.", (await elsewhere.RunAsync("sidecar", "read", folder)).Lines[^1]);
    }

    [Fact]
    public async Task A_sponsor_added_to_a_rebuilt_library_is_found_when_the_evidence_came_along()
    {
        var (mark, video) = (Path.Combine(_shelf.Folder, "mark.png"), Path.Combine(_shelf.Folder, "film.mp4"));
        await Reels.DrawMarkAsync(mark, video);
        await _shelf.RunAsync("index", video);
        await _shelf.RunAsync("sidecar", "write", "-o", Path.Combine(_shelf.Folder, "with"), "--with-evidence");
        await _shelf.RunAsync("sidecar", "write", "-o", Path.Combine(_shelf.Folder, "without"));
        File.Delete(video);

        Assert.Equal(1, await AppearancesAsync("with", mark));
        Assert.Equal(0, await AppearancesAsync("without", mark));
    }

    public void Dispose() => _shelf.Dispose();

    private async Task<int> AppearancesAsync(string folder, string mark)
    {
        using var rebuilt = new Shelf();
        await rebuilt.RunAsync("sidecar", "read", Path.Combine(_shelf.Folder, folder));
        await rebuilt.RunAsync("brand", "add", "Acme", mark);
        return (await rebuilt.RunAsync("exposure", "--json")).Json()["appearances"]?.AsArray().Count ?? 0;
    }

    private static async Task FillAsync(Shelf shelf)
    {
        var (mark, film, junk, copy) = (Path.Combine(shelf.Folder, "mark.png"), Path.Combine(shelf.Folder, "film.mp4"), Path.Combine(shelf.Folder, "junk.wav"), Path.Combine(shelf.Folder, "again.mkv"));
        await Reels.DrawMarkAsync(mark, film);
        var match = await Reels.PathAsync(Reels.Match);
        File.Copy(await Reels.PathAsync(Reels.Varying), copy);
        await File.AppendAllTextAsync(copy, "other bytes");
        await File.WriteAllBytesAsync(junk, [.. await File.ReadAllBytesAsync(await Reels.PathAsync(Reels.Sound)), 0]);
        await shelf.RunAsync("index", junk, match, await Reels.PathAsync(Reels.Broken), await Reels.PathAsync(Reels.Varying), await Reels.PathAsync(Reels.Sound), film, copy);
        var claims = (await shelf.RunAsync("tag", "list", match, "--json")).Json()["tags"]!.AsArray().Select(tag => tag!["id"]!.GetValue<string>()).ToList();
        var notes = Path.Combine(shelf.Folder, "notes.srt");
        await File.WriteAllTextAsync(notes, "1\n00:00:00,500 --> 00:00:01,500\nzebra | crossing\n");
        await RunAllAsync(
            shelf,
            ["import", "add", notes, "--video", match, "--as", "tags"],
            ["brand", "add", "Acme", mark, "--group", "Cup", "--attribute", "owner=Ü & Co"],
            ["exposure"],
            ["work", "--until-idle"],
            ["field", "define", "client", "text"],
            ["field", "define", "takes", "number"],
            ["field", "define", "genre", "single", "Sport", "News"],
            ["set", match, "client=Acme | =CMD()", "takes=2.5", "genre=News"],
            ["set", film, "takes=3"],
            ["collection", "add", "Finals", match, film],
            ["tag", "add", match, "trophy", "--from", "1", "--to", "2002/1000", "--kind", "object", "--by", "Ada", "--note", "seen --> twice"],
            ["tag", "verify", match, claims[0], "--by", "Ben"],
            ["tag", "reject", match, claims[1], "--by", "Ben"],
            ["tag", "verify", match, claims[1], "--by", "Cy", "--note", "after all"],
            ["vocabulary", "add", "kick", "shot at goal"],
            ["vocabulary", "ignore", "static"],
            ["remove", junk]); // so that the index counts no words of what was replaced: see docs/sidecar.md
    }

    private static async Task RunAllAsync(Shelf shelf, params string[][] commands)
    {
        foreach (var command in commands)
        {
            var ran = await shelf.RunAsync(command);
            Assert.True(ran.ExitCode == 0, ran.Ending);
        }
    }

    private static async Task<string> AnswersAsync(Shelf shelf)
    {
        var answers = new List<string>();
        async Task<Ran> AskAsync(params string[] command)
        {
            var ran = await shelf.RunAsync([.. command, "--json"]);
            answers.Add($"{string.Join(' ', command)}\n{ran.ExitCode}\n{ran.Output}");
            return ran;
        }

        foreach (var question in Questions)
        {
            await AskAsync("search", question, "--no-search-log");
            await AskAsync("search", question, "--order", "time", "--limit", "3", "--facets", "all", "--explain", "--no-search-log");
        }

        for (var next = (string?)""; next is not null;)
        {
            next = (await AskAsync(["search", "colour:* OR shot:*", "--limit", "4", .. next is "" ? (string[])[] : ["--after", next]])).Json()["next"]?.GetValue<string>();
        }

        var videos = (await AskAsync("list")).Json()["videos"]!.AsArray().Select(video => video!["id"]!.GetValue<string>());
        foreach (var video in videos)
        {
            await AskAsync("show", video);
            await AskAsync("tag", "list", video);
            await AskAsync("set", video);
            await AskAsync("import", "list", video);
            await AskAsync("similar", video);
            await AskAsync("like", video, "--shot", "1");
        }

        string[][] rest = [["exposure"], ["field", "list"], ["collection", "list"], ["brand", "list"], ["brand", "show", "Acme"], ["vocabulary", "show"], ["vocabulary", "history"]];
        foreach (var command in rest)
        {
            await AskAsync(command);
        }

        return string.Join('\n', answers);
    }
}
