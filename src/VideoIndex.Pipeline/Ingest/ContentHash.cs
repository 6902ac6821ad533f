using System.Security.Cryptography;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Ingest;

/// <summary>Names a file by its bytes.</summary>
internal static class ContentHash
{
    /// <summary>Reads a file from end to end and returns its id.</summary>
    public static async Task<VideoId> OfAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 20, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (file.ConfigureAwait(false))
        {
            return new VideoId(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
        }
    }
}
