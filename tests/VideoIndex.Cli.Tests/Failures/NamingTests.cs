using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Failures;

/// <summary>How a video is named, and what is said when none or several are meant.</summary>
public sealed class NamingTests
{
    [Fact]
    public async Task A_video_is_named_by_id_by_its_beginning_or_by_path()
    {
        var (shelf, path) = (await Shelf.FullAsync(), await Reels.PathAsync(Reels.Match));
        var id = await shelf.IdAsync(Reels.Match);
        string[] names = [id, id[..8], id[..4], path, Path.GetRelativePath(Environment.CurrentDirectory, path)];
        foreach (var name in names)
        {
            Assert.Equal(id, (await shelf.RunAsync("show", name, "--json")).Json()["video"]?["id"]?.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("nowhere.mov")]
    [InlineData("abc")]
    [InlineData("00000000000000000000000000000000")]
    public async Task No_such_video_is_said(string name) =>
        Assert.Equal($"3 videoindex: No video in the library is '{name}'. See: videoindex list", (await (await Shelf.FullAsync()).RunAsync("show", name)).Ending);

    [Fact]
    public async Task A_beginning_that_several_ids_share_is_refused()
    {
        using var shelf = new Shelf();
        var reels = Directory.CreateDirectory(Path.Combine(shelf.Folder, "reels")).FullName;
        await File.WriteAllTextAsync(Path.Combine(reels, "one.mp4"), TwinOf(0));
        await File.WriteAllTextAsync(Path.Combine(reels, "two.mp4"), TwinOf(1));
        await shelf.RunAsync("index", reels);
        var id = (await shelf.RunAsync("list", "--json")).Json()["videos"]![0]!["id"]!.GetValue<string>();
        Assert.Equal($"2 videoindex: '{id[..4]}' may be any of 2 videos. Give more digits of the id.", (await shelf.RunAsync("show", id[..4])).Ending);
        Assert.Equal(ExitCodes.Ok, (await shelf.RunAsync("show", id[..16])).ExitCode);
    }

    [Fact]
    public async Task A_file_that_has_changed_or_is_gone_is_said_one_only_touched_is_not()
    {
        using var shelf = new Shelf();
        var reel = Path.Combine(shelf.Folder, "copy.mkv");
        File.Copy(await Reels.PathAsync(Reels.Varying), reel);
        await shelf.RunAsync("index", reel);
        File.SetLastWriteTimeUtc(reel, File.GetLastWriteTimeUtc(reel).AddHours(1));
        var touched = await shelf.RunAsync("frame", reel, "0", "-o", shelf.Placed("frame.png"));
        await ChangeOneByteAsync(reel);
        var changed = await shelf.RunAsync("frame", reel, "0", "-o", shelf.Placed("frame.png"));
        File.Delete(reel);
        var gone = await shelf.RunAsync("frame", reel, "0", "-o", shelf.Placed("frame.png"));
        Assert.Equal("0 ", touched.Ending);
        Assert.Equal($"4 videoindex: '{reel}' is not the file that was indexed. Index it again.", changed.Ending);
        Assert.Equal($"3 videoindex: '{reel}' is no longer there. If it moved, index it at its new place.", gone.Ending);
    }

    [Theory]
    [InlineData(Reels.Sound, "has no frames in the library; it is sound alone.")]
    [InlineData(Reels.Broken, "has no frames in the library: ")]
    public async Task What_has_no_frames_gives_none(string name, string sentence)
    {
        var ran = await (await Shelf.FullAsync()).RunAsync("frame", await Reels.PathAsync(name), "0", "-o", "never.png");
        Assert.Equal(ExitCodes.NotOk, ran.ExitCode);
        Assert.Contains(sentence, ran.Errors, StringComparison.Ordinal);
    }

    // Two texts whose hashes begin with the same four hex digits, found by trying.
    private static string TwinOf(int which)
    {
        var seen = new Dictionary<string, string>();
        for (var i = 0; ; i++)
        {
            var text = $"no video {i}";
            var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..4];
            if (seen.TryGetValue(hash, out var other))
            {
                return which == 0 ? other : text;
            }

            seen[hash] = text;
        }
    }

    private static async Task ChangeOneByteAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
    }
}
