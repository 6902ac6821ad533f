using VideoIndex.Videos;

namespace VideoIndex.Sidecars;

/// <summary>Gives all that a library knows, and takes it in again as it was. Files in the library's folder are not its business.</summary>
public interface ISidecarStore
{
    /// <summary>Returns everything known of a video as it is at one moment; null when there is no such video.</summary>
    Task<VideoSidecar?> ReadAsync(VideoId video, CancellationToken cancellationToken);

    /// <summary>Returns what is known beside the videos.</summary>
    Task<LibrarySidecar> ReadLibraryAsync(CancellationToken cancellationToken);

    /// <summary>Takes in what is known of a video, in one transaction, search included.</summary>
    /// <remarks>
    /// A video that is there keeps its place in the order of arrival; what was found in it is replaced. A new one gets the place it had, where nobody has had it here, else the next. What
    /// people said is never lost: lines and values the library has stay, and those it has not are added. Sightings of logos that are unknown here are left out. No line says who took it in.
    /// </remarks>
    /// <param name="sidecar">What is known; one that <see cref="SidecarRules.Check(VideoSidecar)"/> has passed.</param>
    /// <param name="cancellationToken">Stops the writing, while nothing is written.</param>
    /// <returns>What was left out and why, a sentence each.</returns>
    /// <exception cref="SidecarException">It cannot be taken in here, as when a field of the same name has another type; nothing was changed.</exception>
    Task<IReadOnlyList<string>> RestoreAsync(VideoSidecar sidecar, CancellationToken cancellationToken);

    /// <summary>Takes in what is known beside the videos, in one transaction. What the library has already stays as it is; alerts rest until somebody wakes them.</summary>
    /// <returns>What was left out and why, a sentence each.</returns>
    /// <exception cref="SidecarException">It cannot be taken in here; nothing was changed.</exception>
    Task<IReadOnlyList<string>> RestoreLibraryAsync(LibrarySidecar sidecar, CancellationToken cancellationToken);
}
