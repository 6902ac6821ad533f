using System.Globalization;
using System.Security.Cryptography;
using VideoIndex.Pipeline.Library;

namespace VideoIndex.Pipeline.Running;

/// <summary>Names a worker, and tells which others have died.</summary>
public interface IOwners : IDisposable
{
    /// <summary>Gets the worker's name: no other has, had or will have it.</summary>
    string Owner { get; }

    /// <summary>Finds workers that have died, and forgets each once its jobs have been given up.</summary>
    /// <param name="abandon">Gives up the jobs of the owner it is handed. When it throws, the owner will be found again.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    Task FindDeadAsync(Func<string, Task> abandon, CancellationToken cancellationToken);
}

/// <summary>
/// Each worker holds an exclusive lock on a file of its own, <c>work/owners/OWNER.lock</c> in the library. The system lets go
/// of it when the program ends, however it ends: a lock that another can take belonged to the dead.
/// </summary>
public sealed class OwnerLocks : IOwners
{
    private const string Extension = ".lock";
    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly bool _locksHold;

    private OwnerLocks(string folder, string owner, FileStream heldLock)
    {
        (_folder, Owner, _lock) = (folder, owner, heldLock);

        // Some file systems accept every lock. There, only leases tell who is dead.
        _locksHold = TryLock(heldLock.Name) is not { } second || Dispose(second);
    }

    /// <inheritdoc/>
    public string Owner { get; }

    /// <summary>Takes a name and its lock.</summary>
    /// <exception cref="IOException">The library's folder cannot be written.</exception>
    public static OwnerLocks Take(LibraryFolder library)
    {
        const int Tries = 5;
        var folder = Directory.CreateDirectory(library.PathOf("work/owners")).FullName;
        for (var attempt = 1; ; attempt++)
        {
            var owner = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
            try
            {
                var file = Path.Combine(folder, owner + Extension);
                return new OwnerLocks(folder, owner, new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
            }
            catch (IOException) when (attempt < Tries)
            {
                // Between making the file and locking it, another worker may have taken it for a dead one's. Another name, then.
            }
        }
    }

    /// <inheritdoc/>
    public async Task FindDeadAsync(Func<string, Task> abandon, CancellationToken cancellationToken)
    {
        if (!_locksHold)
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(_folder, "*" + Extension).Where(file => file != _lock.Name).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryLock(file) is { } dead)
            {
                using (dead)
                {
                    await abandon(Path.GetFileNameWithoutExtension(file)).ConfigureAwait(false);
                    File.Delete(file);
                }
            }
        }
    }

    /// <summary>Gives the name back.</summary>
    public void Dispose() => _lock.Dispose();

    private static FileStream? TryLock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool Dispose(FileStream second)
    {
        second.Dispose();
        return false;
    }
}
