namespace VideoIndex.Performance;

/// <summary>Where things lie.</summary>
internal static class Places
{
    static Places() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(Library);

    /// <summary>Gets the folder where generated footage stays between runs.</summary>
    public static string Cache { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "videoindex-performance")).FullName;

    /// <summary>Gets the library of this run; two runs at once do not meet.</summary>
    public static string Library { get; } = Path.Combine(Cache, $"library-{Environment.ProcessId}");

    /// <summary>Returns the command line that indexes into a library that is not there yet.</summary>
    public static IReadOnlyList<string> Index(string what) => VideoIndex("index", "--json", "--library", FreshLibrary(), what);

    /// <summary>Returns a command line of the program, built beside this one.</summary>
    public static IReadOnlyList<string> VideoIndex(params string[] arguments) =>
        ["dotnet", Path.Combine(AppContext.BaseDirectory, "VideoIndex.Cli.dll"), .. arguments];

    /// <summary>Returns the command line that decodes the pictures of a file and throws them away.</summary>
    public static IReadOnlyList<string> Naked(string file) =>
        ["ffmpeg", "-nostdin", "-v", "error", "-i", file, "-map", "0:v:0", "-f", "null", "-"];

    private static string FreshLibrary()
    {
        Delete(Library);
        return Library;
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
