using VideoIndex.Pipeline.Ingest;
using VideoIndex.Pipeline.Library;
using VideoIndex.Shots;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests;

/// <summary>A library in a folder of its own, the whole ingest over it, and a film for it to read.</summary>
internal sealed class Studio : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("studio-");

    public Film Film { get; } = new();

    public MemoryCatalog Catalog { get; } = new();

    public LibraryFolder Library => new(Path.Combine(_folder.FullName, "library"));

    /// <summary>Writes a file with the given bytes and returns its path.</summary>
    public string FileOf(string name, string content = "film")
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    public Task<VideoIngested> IngestAsync(string path, bool force = false, CancellationToken cancellationToken = default)
    {
        var stages = new IngestStages(
            Film,
            Film,
            new AnalyzeFramesStage(Film, () => Film, () => Film, Library),
            new ReadCaptionsStage([Film]),
            new AssembleStage(new CutOptions()),
            new IndexVideoStage(Catalog, Film, Library));
        return new VideoIngest(stages, Catalog, TimeProvider.System)
            .RunAsync(new IngestVideo(path, force), new Progress<IngestProgress>(), cancellationToken);
    }

    public async Task<VideoContents> ContentsAsync(Video video) => (await Catalog.ReadAsync(video.Id, default))!;

    /// <summary>What is left in the library's scratch folder.</summary>
    public IEnumerable<string> Scratch() =>
        Directory.Exists(Library.PathOf("tmp")) ? Directory.EnumerateFileSystemEntries(Library.PathOf("tmp")) : [];

    public void Dispose() => _folder.Delete(recursive: true);
}
