using VideoIndex.Cli.Commands;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Failures;

/// <summary>Libraries that are not there, not ours, or not whole.</summary>
public sealed class LibraryTests
{
    [Theory]
    [InlineData("list")]
    [InlineData("search kick")]
    [InlineData("show x")]
    [InlineData("remove x")]
    public async Task No_library_is_said_and_none_is_made(string line)
    {
        using var shelf = new Shelf();
        var ran = await shelf.RunAsync(line.Split(' '));
        Assert.Equal($"3 videoindex: There is no library at '{shelf.Library}'. Make one with: videoindex index FILE", ran.Ending);
        Assert.False(Directory.Exists(shelf.Library));
    }

    [Fact]
    public async Task A_library_is_a_folder_not_a_file()
    {
        using var shelf = new Shelf();
        await File.WriteAllTextAsync(shelf.Library, "a file");
        Assert.Equal(ExitCodes.NotFound, (await shelf.RunAsync("list")).ExitCode);
        await AssertRefusedAsync(shelf, "file-error", "index", await Reels.PathAsync(Reels.Broken));
    }

    [Fact]
    public async Task Garbage_in_place_of_the_library_is_left_alone()
    {
        using var shelf = new Shelf();
        Directory.CreateDirectory(shelf.Library);
        var file = Path.Combine(shelf.Library, "library.db");
        await File.WriteAllTextAsync(file, new string('x', 5000));
        await AssertRefusedAsync(shelf, "not-a-library", "list");
        await AssertRefusedAsync(shelf, "not-a-library", "index", await Reels.PathAsync(Reels.Broken));
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_library_cut_short_is_damaged()
    {
        using var shelf = await Shelf.CopyAsync();
        var file = Path.Combine(shelf.Library, "library.db");
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file))[..8192]);
        await AssertRefusedAsync(shelf, "library-damaged", "list");
    }

    [Fact]
    public async Task A_newer_program_s_library_is_left_alone()
    {
        using var shelf = await Shelf.CopyAsync();
        using (var file = File.OpenWrite(Path.Combine(shelf.Library, "library.db")))
        {
            file.Seek(60, SeekOrigin.Begin); // where SQLite's header keeps user_version, big-endian
            file.Write([0, 0, 3, 231]);
        }

        await AssertRefusedAsync(shelf, "library-newer", "list");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_said()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return; // root may write anywhere
        }

        using var shelf = new Shelf();
        var locked = Directory.CreateDirectory(Path.Combine(shelf.Folder, "locked")).FullName;
        File.SetUnixFileMode(locked, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var ran = await CommandLine.RunAsync(["index", await Reels.PathAsync(Reels.Broken), "--library", Path.Combine(locked, "library")], TextWriter.Null, TextWriter.Null);
        Assert.Equal(ExitCodes.Library, ran);
    }

    [Fact]
    public async Task A_fault_of_our_own_is_a_sentence_too()
    {
        using var errors = new StringWriter();
        var invocation = new Invocation(new System.CommandLine.RootCommand().Parse([]), new CommonOptions(), new Terminal(TextWriter.Null, errors, json: false));
        Assert.Equal(ExitCodes.Fault, await Ending.OfAsync(new FaultyCommand(), invocation, CancellationToken.None));
        Assert.Equal(
            "videoindex: VideoIndex has a fault and stopped (InvalidOperationException: a wheel came off). Please report it with the command you typed.\n",
            errors.ToString());
    }

    private static async Task AssertRefusedAsync(Shelf shelf, string code, params string[] arguments)
    {
        var ran = await shelf.RunAsync([.. arguments, "--json"]);
        Assert.Equal((ExitCodes.Library, code), (ran.ExitCode, ran.Json()["error"]!["code"]!.GetValue<string>()));
        Assert.Matches(@"^videoindex: [^\n]+\n$", ran.Errors);
    }

    private sealed class FaultyCommand() : LibraryCommand("fault", "")
    {
        public override Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("a wheel\ncame off.");
    }
}
