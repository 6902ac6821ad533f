using System.Security.Cryptography;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Library;

/// <summary>Says whether a video's file is still the one that was indexed.</summary>
public static class SourceFile
{
    /// <summary>Returns whether the file is there and holds the bytes that were indexed.</summary>
    /// <remarks>Size and time come first, since they cost nothing. A file only touched still has the bytes its id is made of.</remarks>
    public static async Task<bool> IsUnchangedAsync(Video video, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(video);
        var file = new FileInfo(video.Path);
        if (!file.Exists || file.Length != video.Bytes)
        {
            return false;
        }

        if (file.LastWriteTimeUtc == video.Modified.UtcDateTime)
        {
            return true;
        }

        using var bytes = file.OpenRead();
        return new VideoId(await SHA256.HashDataAsync(bytes, cancellationToken).ConfigureAwait(false)) == video.Id;
    }
}
