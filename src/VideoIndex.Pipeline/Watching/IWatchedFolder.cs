namespace VideoIndex.Pipeline.Watching;

/// <summary>A file as one look at a folder found it.</summary>
/// <param name="Path">Where it is, absolute.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Modified">When it was last written to, as its file system says, in UTC.</param>
public readonly record struct SeenFile(string Path, long Bytes, DateTimeOffset Modified);

/// <summary>A folder into which others put files.</summary>
public interface IWatchedFolder
{
    /// <summary>Lists every file in it, to the bottom.</summary>
    /// <exception cref="IOException">It cannot be read at the moment: a share that is not mounted, say.</exception>
    IReadOnlyList<SeenFile> Look();

    /// <summary>Looks at one file again; null when it is gone.</summary>
    SeenFile? Look(string path);

    /// <summary>Returns those of some files that a program of this machine holds open to write, as far as that can be known.</summary>
    IReadOnlySet<string> FindWritten(IReadOnlyCollection<string> paths);

    /// <summary>Waits until something may have happened. Rings may be lost, doubled or for nothing: looking is what counts.</summary>
    /// <param name="longest">The longest wait.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken);
}
