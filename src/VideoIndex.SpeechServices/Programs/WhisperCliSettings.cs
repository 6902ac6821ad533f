namespace VideoIndex.SpeechServices.Programs;

/// <summary>An installed <c>whisper-cli</c>, the program of whisper.cpp, and how it is to be used.</summary>
/// <param name="Model">The model's file, in whisper.cpp's own format (<c>ggml-base.bin</c>).</param>
public sealed record WhisperCliSettings(string Model)
{
    /// <summary>The program's name unless another is given.</summary>
    public const string DefaultProgram = "whisper-cli";

    /// <summary>Gets the program: a path, or a name that is looked for in the folders <see cref="SearchPath"/> lists.</summary>
    public string Program { get; init; } = DefaultProgram;

    /// <summary>Gets the folders programs are looked for in, as the environment variable <c>PATH</c> lists them; empty by default.</summary>
    public string SearchPath { get; init; } = "";

    /// <summary>Gets how many threads it works with; null leaves it to the program, which takes up to 4.</summary>
    public int? Threads { get; init; }

    /// <summary>Gets how long it may be silent until it is stopped; 10 minutes by default. It says how far it is as it works.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets how long it may take for a second of sound until it is stopped; a minute by default.</summary>
    public TimeSpan LongestForASecond { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets the longest piece it is given at once, in seconds; an hour by default, of which the file has 115 million bytes.</summary>
    public int LongestPiece { get; init; } = 3600;

    /// <summary>Returns the program's file; null where it is not installed.</summary>
    internal string? FindProgram()
    {
        if (Program.AsSpan().ContainsAny('/', Path.DirectorySeparatorChar))
        {
            return File.Exists(Program) ? Path.GetFullPath(Program) : null;
        }

        var names = OperatingSystem.IsWindows() ? (string[])[Program + ".exe", Program] : [Program];
        return SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified) // never the folder the user happens to be in
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
