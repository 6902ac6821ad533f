using System.Security.Cryptography;
using VideoIndex.Media;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Intake;

/// <summary>Names a file by its bytes.</summary>
internal static class ContentHash
{
    private const long LargestFile = 50L << 30;

    /// <summary>Returns the file a path leads to, before anything opens it.</summary>
    /// <exception cref="MediaRefusedException">There is none, it holds nothing, or it is too large to be read at all.</exception>
    /// <remarks>Pipes, devices and sockets have a length of zero, so none is ever opened: opening a pipe waits for ever, and a device may never end.</remarks>
    public static FileInfo Find(string path)
    {
        var file = Resolve(new FileInfo(path));
        if (file is not { Exists: true })
        {
            throw new MediaRefusedException("not-found", "There is no such file.");
        }

        return file.Length switch
        {
            0 => throw new MediaRefusedException("empty-file", "The file is empty, or is not a file."),
            > LargestFile => throw new MediaRefusedException("file-too-large", "The file is larger than 50 GB."),
            _ => file,
        };
    }

    /// <summary>Reads a file from end to end and returns its id.</summary>
    /// <exception cref="MediaRefusedException">This user may not read it, or it has just gone.</exception>
    public static async Task<VideoId> OfAsync(FileInfo source, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileStream(source.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 20, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await using (file.ConfigureAwait(false))
            {
                return new VideoId(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (UnauthorizedAccessException)
        {
            throw new MediaRefusedException("access-denied", "The file may not be read by this user.");
        }
        catch (FileNotFoundException)
        {
            throw new MediaRefusedException("not-found", "There is no such file.");
        }
    }

    private static FileInfo? Resolve(FileInfo named)
    {
        try
        {
            return named.LinkTarget is null ? named : named.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        }
        catch (IOException)
        {
            return null; // links that lead to each other
        }
    }
}
