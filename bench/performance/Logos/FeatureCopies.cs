using System.Security.Cryptography;
using System.Text;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Logos.Keeping;
using VideoIndex.Videos;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Stills;

namespace VideoIndex.Performance.Logos;

/// <summary>What a library keeps to find logos in, copied until it is of so many hours.</summary>
internal sealed class FeatureCopies : IDisposable
{
    private const double LooksAnHour = 7200;
    private readonly string _folder = Path.Combine(Places.Cache, $"copies-{Environment.ProcessId}");

    /// <summary>Copies the files.</summary>
    public FeatureCopies(string library, double hours)
    {
        var (from, to, copies) = (new LibraryFolder(library), new LibraryFolder(_folder), new List<VideoId>());
        Originals = Shelf(from);
        OriginalVideos = [.. Directory.EnumerateFiles(Path.Combine(library, "features"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(file => Named(Path.GetFileName(file)))];
        var looks = OriginalVideos.Select(Looks).ToList();
        if (looks.Sum() == 0)
        {
            throw new InvalidDataException($"No looks are kept in '{library}'.");
        }

        while (Hours < hours)
        {
            foreach (var (at, video) in OriginalVideos.Index())
            {
                var copy = Named(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{copies.Count}")).AsSpan(0, 16)));
                Copy(from.PathOf(LibraryFolder.FeaturesName(video)), to.PathOf(LibraryFolder.FeaturesName(copy)));
                Copy(from.PathOf(LibraryFolder.StillsName(video)), to.PathOf(LibraryFolder.StillsName(copy)));
                copies.Add(copy);
                Hours += looks[at] / LooksAnHour;
            }
        }

        (Copies, Videos) = (Shelf(to), copies);
    }

    /// <summary>Gets where what the library keeps is.</summary>
    public EvidenceShelf Originals { get; }

    /// <summary>Gets the videos of the library.</summary>
    public IReadOnlyList<VideoId> OriginalVideos { get; }

    /// <summary>Gets where the copies are.</summary>
    public EvidenceShelf Copies { get; }

    /// <summary>Gets the names the copies are kept under.</summary>
    public IReadOnlyList<VideoId> Videos { get; }

    /// <summary>Gets how many hours they are of, at two looks a second.</summary>
    public double Hours { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static EvidenceShelf Shelf(LibraryFolder folder) =>
        new(folder, $"{new FeatureExtractor().Version} {new FeatureCoder().Version}", new StillCoder());

    private static VideoId Named(string id) => VideoId.TryParse(id, out var video) ? video : throw new InvalidDataException($"'{id}' is not the id of a video.");

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }
    }

    private int Looks(VideoId video)
    {
        using var open = Originals.Open(video) ?? throw new InvalidDataException($"What is kept of {video} is of another version.");
        return open.Evidence.Looks.Length;
    }
}
