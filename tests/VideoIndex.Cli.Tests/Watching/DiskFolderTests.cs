using VideoIndex.Cli.Watching;

namespace VideoIndex.Cli.Tests.Watching;

/// <summary>A watched folder on a real disk, with real programs writing into it.</summary>
public sealed class DiskFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex drop ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_file_is_seen_to_the_bottom_but_none_of_the_library_s()
    {
        await WriteAsync("a.mp4", "abc");
        await WriteAsync("days/1/b.mp4", "abcd");
        await WriteAsync(".hidden/c.mp4", "abc");
        await WriteAsync("library/library.db", "abc");
        using var disk = new DiskFolder(_folder, At("library"));
        Assert.Equal([("a.mp4", 3), ("b.mp4", 4)], disk.Look().Select(file => (Path.GetFileName(file.Path), file.Bytes)).Order());
        Assert.All(disk.Look(), file => Assert.Equal(file, disk.Look(file.Path)));
        Assert.Null(disk.Look(At("gone.mp4")));
    }

    [Fact]
    public async Task Of_a_link_what_it_leads_to_is_seen()
    {
        await WriteAsync("elsewhere/real.mp4", "abcdef");
        Directory.CreateDirectory(At("drop"));
        File.CreateSymbolicLink(At("drop/link.mp4"), At("elsewhere/real.mp4"));
        File.CreateSymbolicLink(At("drop/broken.mp4"), At("nowhere.mp4"));
        using var disk = new DiskFolder(At("drop"), At("library"));
        Assert.Equal(new FileInfo(At("elsewhere/real.mp4")).LastWriteTimeUtc, Assert.Single(disk.Look(), file => file.Bytes == 6).Modified.UtcDateTime);
        Assert.Single(disk.Look(), file => file.Bytes == 0);
    }

    [Fact]
    public async Task Who_writes_is_found_by_whatever_path_and_who_reads_is_none()
    {
        await WriteAsync("drop/written.mp4", "abc");
        await WriteAsync("drop/read.mp4", "abc");
        Directory.CreateSymbolicLink(At("link"), At("drop"));
        using var writer = new FileStream(At("drop/written.mp4"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        using var reader = File.OpenRead(At("drop/read.mp4"));
        string[] paths = [At("link/written.mp4"), At("drop/written.mp4"), At("drop/read.mp4"), At("drop/gone.mp4")];
        Assert.Equal(paths[..2].Order(), Writers.Of(paths).Order());
        await writer.DisposeAsync();
        Assert.Empty(Writers.Of(paths));
    }

    [Fact]
    public async Task The_bell_rings_for_a_new_file()
    {
        using var disk = new DiskFolder(_folder, At("library"));
        var rung = disk.WaitAsync(TimeSpan.FromMinutes(5), CancellationToken.None);
        await WriteAsync("a.mp4", "abc");
        await rung.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_folder_that_went_away_is_said()
    {
        Directory.CreateDirectory(At("drop"));
        using var disk = new DiskFolder(At("drop"), At("library"));
        Directory.Delete(At("drop"));
        Assert.ThrowsAny<IOException>(disk.Look);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        return File.WriteAllTextAsync(At(name), text);
    }
}
