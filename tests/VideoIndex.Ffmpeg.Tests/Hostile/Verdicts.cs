using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Ffmpeg.Tests.Hostile.Kinds;
using VideoIndex.Media;
using VideoIndex.Videos;

namespace VideoIndex.Ffmpeg.Tests.Hostile;

/// <summary>What became of one hostile file.</summary>
internal sealed record Verdict(string Kind, string State, string? Code, string? Sentence, VideoContents? Contents);

/// <summary>Every hostile file, ingested once, by the stages the product is made of.</summary>
public sealed class Verdicts : IAsyncLifetime
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(120);
    private Workshop _shop = null!;
    private string _library = "";

    internal IReadOnlyList<Verdict> All { get; private set; } = [];

    internal Canary Canary { get; private set; } = null!;

    /// <summary>Gets what lay in the workshop and the library when all was done and was not there to begin with.</summary>
    internal IReadOnlyList<string> LeftBehind { get; private set; } = [];

    /// <summary>Gets every file of the library.</summary>
    internal IEnumerable<string> Kept => Directory.EnumerateFiles(_library, "*", SearchOption.AllDirectories);

    public async Task InitializeAsync()
    {
        _library = Directory.CreateTempSubdirectory("hostile-library-").FullName;
        _shop = await Workshop.OpenAsync();
        Canary = await Canary.PlaceAsync(_shop);
        var tools = await MediaTools.DiscoverAsync(default);
        var files = new List<(HostileFile File, string Path)>();
        foreach (var file in (HostileFile[])[.. Playlists.All(Canary), .. Bombs.All, .. DamagedFiles.All, .. OddFiles.All(Canary)])
        {
            files.Add((file, await file.MakeAsync(_shop)));
        }

        var before = Present();
        var verdicts = new Verdict[files.Count];
        await Parallel.ForAsync(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (i, _) => verdicts[i] = await JudgeAsync(files[i].File, files[i].Path, tools));
        All = verdicts;
        LeftBehind = [.. Present().Except(before)];
    }

    public Task DisposeAsync()
    {
        Canary.Dispose();
        _shop.Dispose();
        Directory.Delete(_library, recursive: true);
        return Task.CompletedTask;
    }

    private IEnumerable<string> Present() =>
    [
        .. Directory.EnumerateFileSystemEntries(_shop.Folder).Select(Path.GetFileName)!,
        .. Directory.EnumerateDirectories(_library).SelectMany(Directory.EnumerateFileSystemEntries).Select(Path.GetFileName).Distinct()!,
        .. Directory.EnumerateFileSystemEntries(Environment.CurrentDirectory).Select(Path.GetFileName)!,
    ];

    private async Task<Verdict> JudgeAsync(HostileFile file, string path, MediaTools tools)
    {
        using var hang = new CancellationTokenSource(Guard);
        try
        {
            var contents = await Ingest(file, tools).ReadAsync(path, hang.Token).WaitAsync(hang.Token);
            var video = contents.Video;
            return new Verdict(file.Kind, video.State.ToString(), video.Code, video.Sentence, contents);
        }
        catch (MediaRefusedException refusal)
        {
            return new Verdict(file.Kind, refusal.Quarantine ? "Quarantined" : "Rejected", refusal.Code, refusal.Message, Contents: null);
        }
        catch (OperationCanceledException)
        {
            return new Verdict(file.Kind, "HUNG", null, null, null);
        }
        catch (Exception failure)
        {
            return new Verdict(file.Kind, "CRASHED", failure.GetType().Name, failure.ToString().Split('\n')[0], null);
        }
    }

    private WholeIngest Ingest(HostileFile file, MediaTools tools) =>
        new(tools, Directory.CreateDirectory(Path.Combine(_library, Path.GetRandomFileName())).FullName) { Scorers = Canary.Lookout, Prober = new Meddler(new FfprobeMediaProber(tools), file.BeforeProbe) };

    private sealed class Meddler(IMediaProber prober, Action<string>? meddle) : IMediaProber
    {
        public Task<MediaProbe> ProbeAsync(string path, CancellationToken cancellationToken)
        {
            meddle?.Invoke(path);
            return prober.ProbeAsync(path, cancellationToken);
        }
    }
}
