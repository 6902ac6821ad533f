using VideoIndex.Shots;

namespace VideoIndex.Media;

/// <summary>Takes small pictures of a video's frames.</summary>
public interface IPictureTaker
{
    /// <summary>Takes pictures, upright and with square pixels. Frames that lie near one another are decoded together.</summary>
    /// <returns>The pictures by their frames: those whose fingerprints are the ones taken at indexing.</returns>
    /// <exception cref="MediaRefusedException">The file can no longer be decoded.</exception>
    Task<IReadOnlyDictionary<int, SmallPicture>> TakeAsync(PictureOrder order, CancellationToken cancellationToken);

    /// <summary>Encodes pictures that are all of one size as JPEG files.</summary>
    /// <returns>The files, in order.</returns>
    Task<IReadOnlyList<byte[]>> EncodeAsync(IReadOnlyList<SmallPicture> pictures, CancellationToken cancellationToken);
}

/// <summary>Which pictures of which video.</summary>
/// <param name="Path">The video.</param>
/// <param name="Probe">What its container says.</param>
/// <param name="Evidence">Its frames.</param>
/// <param name="Frames">The frames, counted from 0.</param>
public sealed record PictureOrder(string Path, MediaProbe Probe, FrameEvidence Evidence, IReadOnlyList<int> Frames)
{
    /// <summary>Gets how wide pictures are at most, in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Gets how high pictures are at most, in pixels: they are as large as fits, never larger than they are displayed.</summary>
    public required int Height { get; init; }
}

/// <summary>A small picture.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Rgb">Width x height x 3 bytes: red, green and blue, rows top to bottom.</param>
public sealed record SmallPicture(int Width, int Height, byte[] Rgb);
