using VideoIndex.Pipeline.Watching;

namespace VideoIndex.Pipeline.Tests.Watching;

/// <summary>A folder that exists in memory only, with a clock that moves when told.</summary>
internal sealed class DropFolder : TimeProvider, IWatchedFolder
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, SeenFile> _files = [];
    private TimeSpan _now;

    /// <summary>The files some program holds open to write.</summary>
    public HashSet<string> Written { get; } = [];

    /// <summary>Why the folder cannot be read; null when it can.</summary>
    public string? Trouble { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    /// <summary>Writes a file: it has this length now, and was changed this many seconds after noon by its file system's clock.</summary>
    public void Put(string name, long bytes, double changed = 0) => _files[$"/drop/{name}"] = new SeenFile($"/drop/{name}", bytes, Noon.AddSeconds(changed));

    public void Delete(string name) => _files.Remove($"/drop/{name}");

    public void Rename(string from, string to)
    {
        var file = _files[$"/drop/{from}"];
        Delete(from);
        _files[$"/drop/{to}"] = file with { Path = $"/drop/{to}" };
    }

    public void Pass(double seconds) => _now += TimeSpan.FromSeconds(seconds);

    public IReadOnlyList<SeenFile> Look() => Trouble is null ? [.. _files.Values] : throw new IOException(Trouble);

    public SeenFile? Look(string path) => _files.TryGetValue(path, out var file) ? file : null;

    public IReadOnlySet<string> FindWritten(IReadOnlyCollection<string> paths) => Written.Select(name => $"/drop/{name}").Intersect(paths).ToHashSet();

    // Each wait is a poll gone by.
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _now += longest;
        return Task.CompletedTask;
    }
}
