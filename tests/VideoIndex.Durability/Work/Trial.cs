using System.Globalization;
using VideoIndex.Jobs;
using VideoIndex.Sqlite;

namespace VideoIndex.Durability.Work;

/// <summary>What the processes of one trial share: a folder, and the numbers from which everything follows.</summary>
/// <param name="Folder">Holds the library, the logs, the ledger and the notes of first tries.</param>
/// <param name="Seed">Of the trees.</param>
/// <param name="Jobs">How many jobs the trees have together, at least.</param>
/// <param name="IsCalm">Whether every job behaves.</param>
/// <param name="Unsafe">Which rule of the store is broken: one of <see cref="Faults.Variants"/>; null for none.</param>
internal sealed record Trial(string Folder, int Seed, int Jobs, bool IsCalm = false, string? Unsafe = null)
{
    /// <summary>Gets how long a worker may keep silent.</summary>
    public static TimeSpan LeaseLength { get; } = TimeSpan.FromMilliseconds(600);

    /// <summary>Gets the rules of the trial. Workers are killed far more often than in life, so a job may be handed out more often.</summary>
    public static RetryRules Retries { get; } = new()
    {
        MostFailures = 4,
        MostDeliveries = 40,
        FirstWait = TimeSpan.FromMilliseconds(20),
        LongestWait = TimeSpan.FromSeconds(1),
    };

    public string LibraryFolder => Path.Combine(Folder, "library");

    public string LogFolder => Path.Combine(Folder, "logs");

    public string LedgerFile => Path.Combine(Folder, "ledger");

    public string TriesFolder => Path.Combine(Folder, "tries");

    public IReadOnlyList<Tree> Forest { get; } = Tree.Forest(Seed, Jobs, IsCalm);

    public SqliteLibrary Open() => SqliteLibrary.Open(LibraryFolder, new LibrarySettings { Retries = Retries });

    public void MakeFolders()
    {
        foreach (var folder in (string[])[LibraryFolder, LogFolder, TriesFolder])
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>Returns the trial as words for a process of it.</summary>
    public IReadOnlyList<string> ToWords() => [Folder, Text(Seed), Text(Jobs), IsCalm ? "calm" : "wild", Unsafe ?? "safe"];

    public static Trial FromWords(IReadOnlyList<string> words) =>
        new(words[0], Number(words[1]), Number(words[2]), words[3] == "calm", words[4] == "safe" ? null : words[4]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
