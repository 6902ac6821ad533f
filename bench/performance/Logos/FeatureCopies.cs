using VideoIndex.Logos.Evidence;
using VideoIndex.Pipeline.Logos;
using VideoIndex.Vision.Features;

namespace VideoIndex.Performance.Logos;

/// <summary>The keypoint files of a library, copied until they are of so many hours.</summary>
internal sealed class FeatureCopies : IDisposable
{
    private const double LooksAnHour = 7200;
    private readonly string _folder = Path.Combine(Places.Cache, $"copies-{Environment.ProcessId}");

    /// <summary>Copies the files.</summary>
    public FeatureCopies(string library, double hours)
    {
        Originals = [.. Directory.EnumerateFiles(Path.Combine(library, "features"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var (files, looks) = (new List<string>(), Originals.Select(Looks).ToList());
        if (looks.Sum() == 0)
        {
            throw new InvalidDataException($"No looks are kept in '{library}'.");
        }

        Directory.CreateDirectory(_folder);
        while (Hours < hours)
        {
            foreach (var (at, file) in Originals.Index())
            {
                files.Add(Path.Combine(_folder, $"{files.Count}"));
                File.Copy(file, files[^1]);
                Hours += looks[at] / LooksAnHour;
            }
        }

        Files = files;
    }

    /// <summary>Gets the files of the library.</summary>
    public IReadOnlyList<string> Originals { get; }

    /// <summary>Gets the copies.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Gets how many hours they are of, at two looks a second.</summary>
    public double Hours { get; private set; }

    /// <summary>Opens a file.</summary>
    public static (IDisposable File, FeatureEvidence Evidence) Open(string file) =>
        FeatureFile.Open(file, $"{new FeatureExtractor().Version} {new FeatureCoder().Version}") ?? throw new InvalidDataException($"'{file}' is of another version.");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int Looks(string file)
    {
        var (open, evidence) = Open(file);
        using (open)
        {
            return evidence.Looks.Length;
        }
    }
}
