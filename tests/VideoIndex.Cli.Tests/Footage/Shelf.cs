namespace VideoIndex.Cli.Tests.Footage;

/// <summary>A library of its own for one test, in a folder that goes with it.</summary>
internal sealed class Shelf : IDisposable
{
    private static readonly Lazy<Task<(Shelf Shelf, Ran Ran)>> Filled = new(FillAsync);

    /// <summary>The folder beside the library where a test writes what it likes.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("videoindex shelf ").FullName;

    public string Library => Path.Combine(Folder, "library");

    /// <summary>Runs a command on this library through the program's own entry.</summary>
    public async Task<Ran> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await CommandLine.RunAsync(["--library", Library, .. arguments], output, errors);
        return new Ran(exitCode, output.ToString(), errors.ToString(), Library);
    }

    /// <summary>A library that holds every reel. Tests only read it.</summary>
    public static async Task<Shelf> FullAsync() => (await Filled.Value).Shelf;

    /// <summary>What indexing said when that library was filled.</summary>
    public static async Task<Ran> FillingAsync() => (await Filled.Value).Ran;

    /// <summary>A copy of that library, to change: a library may lie anywhere.</summary>
    public static async Task<Shelf> CopyAsync()
    {
        var (full, copy) = (await FullAsync(), new Shelf());
        foreach (var file in Directory.GetFiles(full.Library, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Library, Path.GetRelativePath(full.Library, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>An argument that names a file to write, moved into this shelf's folder; any other as it is.</summary>
    public string Placed(string argument) =>
        Path.GetExtension(argument) is ".png" or ".mp4" or ".mov" or ".csv" && Path.GetDirectoryName(argument) == "" && argument != "nowhere.mov"
            ? Path.Combine(Folder, argument)
            : argument;

    public async Task<string> IdAsync(string reel)
    {
        var shown = await RunAsync("show", await Reels.PathAsync(reel), "--json");
        return shown.Json()["video"]!["id"]!.GetValue<string>();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static async Task<(Shelf, Ran)> FillAsync()
    {
        var shelf = new Shelf();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => shelf.Dispose();
        string[] reels = [Reels.Match, Reels.Broken, Reels.Varying, Reels.Sound];
        var paths = await Task.WhenAll(reels.Select(Reels.PathAsync));
        return (shelf, await shelf.RunAsync(["index", .. paths, "--json"]));
    }
}
