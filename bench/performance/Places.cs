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

    /// <summary>Returns the command line that starts this program anew, as a process of its own.</summary>
    public static IReadOnlyList<string> Self(params string[] arguments) =>
        ["dotnet", Path.Combine(AppContext.BaseDirectory, "VideoIndex.Performance.dll"), .. arguments];

    /// <summary>Returns the command line that decodes on one thread and gives every frame in small and gray.</summary>
    public static IReadOnlyList<string> Gray(string file) =>
        ["ffmpeg", "-nostdin", "-v", "error", "-threads", "1", "-filter_complex_threads", "1", "-i", file, "-filter_complex", $"[0:v:0]{Small}[g]", .. ToNull];

    /// <summary>Returns the same with a picture for people of the first frame in each half second.</summary>
    public static IReadOnlyList<string> GrayAndPictures(string file) =>
    [
        "ffmpeg", "-nostdin", "-v", "error", "-y", "-threads", "1", "-filter_complex_threads", "1", "-i", file,
        "-filter_complex",
        $"[0:v:0]split=2[a][b];[a]{Small}[g];[b]select='isnan(prev_t)+gt(floor(2*t),floor(2*prev_t))',scale=640:-2:flags=area,format=yuvj420p,setpts=N[p]",
        .. ToNull,
        "-map", "[p]", "-fps_mode", "passthrough", "-c:v", "mjpeg", "-threads:v", "1", "-q:v", "4",
        "-f", "image2", "-update", "1", Path.Combine(Cache, "picture.jpg"),
    ];

    private const string Small = "scale=320:180:flags=fast_bilinear,format=gray";

    private static readonly string[] ToNull = ["-map", "[g]", "-fps_mode", "passthrough", "-f", "rawvideo", "/dev/null"];

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
