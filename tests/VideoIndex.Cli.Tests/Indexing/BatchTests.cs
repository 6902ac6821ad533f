using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Indexing;

public sealed class BatchTests
{
    [Fact]
    public async Task One_bad_file_does_not_stop_the_rest()
    {
        using var shelf = new Shelf();
        var reels = await TakeAsync(shelf, (Reels.Varying, "a.mkv"), (Reels.Broken, "b.mp4"), (Reels.Sound, "c.wav"), (Reels.Broken, "notes.txt"));
        var ran = await shelf.RunAsync("index", reels);
        Assert.Equal(ExitCodes.Ok, ran.ExitCode);
        Golden.Verify(await ran.GoldenWordsAsync());
        Assert.Equal(["a.mkv: ok", "b.mp4: rejected: The file is damaged, or is not video or audio. [unreadable]", "c.wav: ok"], Told(ran));
    }

    [Fact]
    public async Task Strict_ends_with_4_when_a_file_is_not_ok()
    {
        using var shelf = new Shelf();
        var reels = await TakeAsync(shelf, (Reels.Sound, "a.wav"), (Reels.Broken, "b.mp4"));
        Assert.Equal(ExitCodes.NotOk, (await shelf.RunAsync("index", reels, "--strict")).ExitCode);
        Assert.Equal(ExitCodes.Ok, (await shelf.RunAsync("index", Path.Combine(reels, "a.wav"), "--strict")).ExitCode);
    }

    [Fact]
    public async Task What_is_known_is_not_read_again_unless_forced()
    {
        using var shelf = await Shelf.CopyAsync();
        var reel = await Reels.PathAsync(Reels.Varying);
        Assert.Equal("ok known", Outcome(await shelf.RunAsync("index", reel, "--json")));
        Assert.Equal("ok", Outcome(await shelf.RunAsync("index", reel, "--json", "--force")));
        Assert.Equal(["varying.mkv: ok (already in the library)"], Told(await shelf.RunAsync("index", reel)));
    }

    [Fact]
    public async Task The_same_bytes_under_two_names_are_one_video()
    {
        using var shelf = await Shelf.CopyAsync();
        var reels = await TakeAsync(shelf, (Reels.Varying, "again.mkv"));
        var ran = await shelf.RunAsync("index", reels, "--json");
        Assert.Equal($"ok known as {await Reels.PathAsync(Reels.Varying)}", Outcome(ran));
        Assert.Equal(4, (await shelf.RunAsync("list", "--json")).Json()["videos"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_file_that_moved_is_known_at_its_new_place()
    {
        using var shelf = new Shelf();
        var reels = await TakeAsync(shelf, (Reels.Sound, "old.wav"));
        await shelf.RunAsync("index", reels);
        File.Move(Path.Combine(reels, "old.wav"), Path.Combine(reels, "new.wav"));
        await shelf.RunAsync("index", reels);
        Assert.Equal(
            [Path.Combine(reels, "new.wav")],
            (await shelf.RunAsync("list", "--json")).Json()["videos"]!.AsArray().Select(video => video!["path"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Nothing_to_index_is_said()
    {
        using var shelf = new Shelf();
        var reels = await TakeAsync(shelf, (Reels.Broken, "notes.txt"));
        Assert.Equal("0 There is nothing to index here. 1 other file (captions, texts, pictures) passed over.", (await shelf.RunAsync("index", reels)).Ending);
    }

    [Fact]
    public async Task A_path_that_is_not_there_stops_everything_before_it_begins()
    {
        using var shelf = new Shelf();
        var ran = await shelf.RunAsync("index", await Reels.PathAsync(Reels.Sound), "/nowhere/clip.mp4");
        Assert.Equal("3 videoindex: There is no file or folder '/nowhere/clip.mp4'.", ran.Ending);
        Assert.False(Directory.Exists(shelf.Library));
    }

    [Fact]
    public async Task A_link_to_a_folder_is_followed_but_never_in_a_circle()
    {
        using var shelf = new Shelf();
        var reels = await TakeAsync(shelf, (Reels.Sound, "a.wav"));
        var elsewhere = Directory.CreateDirectory(Path.Combine(shelf.Folder, "elsewhere")).FullName;
        File.Copy(await Reels.PathAsync(Reels.Broken), Path.Combine(elsewhere, "b.mp4"));
        Directory.CreateSymbolicLink(Path.Combine(reels, "linked"), elsewhere);
        Directory.CreateSymbolicLink(Path.Combine(elsewhere, "back"), reels);
        Directory.CreateSymbolicLink(Path.Combine(reels, "self"), reels);
        Assert.Equal(["a.wav: ok", "b.mp4: rejected: The file is damaged, or is not video or audio. [unreadable]"], Told(await shelf.RunAsync("index", reels)));
    }

    [Fact]
    public async Task A_library_inside_the_footage_is_not_indexed()
    {
        using var shelf = await Shelf.CopyAsync();
        await File.WriteAllTextAsync(Path.Combine(shelf.Library, "library.db-wal"), "");
        Assert.Equal("0 There is nothing to index here.", (await shelf.RunAsync("index", shelf.Folder)).Ending);
    }

    [Fact]
    public async Task What_is_removed_leaves_no_trace_but_the_file()
    {
        using var shelf = await Shelf.CopyAsync();
        var (path, id) = (await Reels.PathAsync(Reels.Match), await shelf.IdAsync(Reels.Match));
        var scratch = Directory.CreateDirectory(Path.Combine(shelf.Library, "work", id, "1", "left")).FullName;
        var before = await File.ReadAllBytesAsync(path);
        Assert.True(Directory.Exists(Path.Combine(shelf.Library, "frames", id[..2], id)));
        var ran = await shelf.RunAsync("remove", id[..8]);
        Assert.Equal($"{id[..8]} is gone from the library. {path} was not touched.\n", ran.Output);
        Assert.Equal("Nothing found.\n", (await shelf.RunAsync("search", "kick")).Output);
        Assert.DoesNotContain(path, (await shelf.RunAsync("list")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.NotFound, (await shelf.RunAsync("show", id)).ExitCode);
        Assert.False(Directory.Exists(Path.Combine(shelf.Library, "frames", id[..2], id)) || Directory.Exists(scratch));
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }

    private static async Task<string> TakeAsync(Shelf shelf, params (string Reel, string As)[] reels)
    {
        var folder = Directory.CreateDirectory(Path.Combine(shelf.Folder, "reels")).FullName;
        foreach (var (reel, name) in reels)
        {
            File.Copy(await Reels.PathAsync(reel), Path.Combine(folder, name));
        }

        return folder;
    }

    private static string Outcome(Ran ran)
    {
        var answer = ran.Json();
        var known = answer["alreadyKnown"]!.GetValue<bool>() ? " known" : "";
        return $"{answer["state"]}{known}{(answer["sameAs"] is { } other ? $" as {other}" : "")}";
    }

    private static string[] Told(Ran ran) =>
        [.. ran.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("Warning:", StringComparison.Ordinal))];
}
