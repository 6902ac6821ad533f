using System.IO.Enumeration;
using VideoIndex.Cli.Indexing;
using VideoIndex.Pipeline.Watching;

namespace VideoIndex.Cli.Watching;

/// <summary>A folder on disk. What <c>index</c> would find in it is what is seen.</summary>
internal sealed class DiskFolder : IWatchedFolder, IDisposable
{
    private readonly string _folder;
    private readonly string _library;
    private readonly SemaphoreSlim _rung = new(0, 1);
    private readonly FileSystemWatcher? _bell;

    /// <summary>Opens a folder.</summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="library">The library's own folder, which is left out where it lies inside.</param>
    public DiskFolder(string folder, string library)
    {
        (_folder, _library) = (folder, library);
        try
        {
            _bell = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName };
            _bell.Created += (_, _) => Ring();
            _bell.Renamed += (_, _) => Ring();
            _bell.EnableRaisingEvents = true;
        }
        catch (IOException)
        {
            // The system has no more watches to give: looking is what counts, and goes on without a bell.
            _bell?.Dispose();
            _bell = null;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<SeenFile> Look() => Directory.Exists(_folder)
        ? [.. MediaFiles.Below(_folder, _library, See)]
        : throw new DirectoryNotFoundException($"There is no folder '{_folder}' at the moment.");

    /// <inheritdoc/>
    public SeenFile? Look(string path) => See(new FileInfo(path));

    /// <inheritdoc/>
    public IReadOnlySet<string> FindWritten(IReadOnlyCollection<string> paths) => Writers.Of(paths);

    /// <inheritdoc/>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) =>
        _ = await _rung.WaitAsync(longest, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Dispose()
    {
        _bell?.Dispose();
        _rung.Dispose();
    }

    private static SeenFile See(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
        ? See(new FileInfo(entry.ToFullPath())) ?? new SeenFile(entry.ToFullPath(), 0, default)
        : new SeenFile(entry.ToFullPath(), entry.Length, entry.LastWriteTimeUtc);

    // Of a link, what it leads to is seen; a link that leads nowhere holds nothing.
    private static SeenFile? See(FileInfo file)
    {
        try
        {
            var real = file.LinkTarget is null ? file : (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
            return real.Exists ? new SeenFile(file.FullName, real.Length, real.LastWriteTimeUtc) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void Ring()
    {
        try
        {
            _ = _rung.CurrentCount == 0 ? _rung.Release() : 0;
        }
        catch (Exception late) when (late is SemaphoreFullException or ObjectDisposedException)
        {
            // Two rings at once are one; a ring at the end is none.
        }
    }
}
