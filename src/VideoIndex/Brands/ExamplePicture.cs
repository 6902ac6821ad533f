using VideoIndex.Looks;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Brands;

/// <summary>What is known of the picture of an example.</summary>
/// <param name="Place">Where its bytes are kept, relative to the library, with forward slashes.</param>
/// <param name="Sha256">The SHA-256 of those bytes, as 64 lower-case hex digits.</param>
/// <param name="Width">In pixels, upright.</param>
/// <param name="Height">In pixels, upright.</param>
/// <param name="Region">The part that is used, in those pixels: all that is not clear.</param>
/// <param name="Source">Where it came from.</param>
public sealed record ExamplePicture(string Place, string Sha256, int Width, int Height, PixelBox Region, ExampleSource Source);

/// <summary>Where an example came from.</summary>
public abstract record ExampleSource
{
    private ExampleSource()
    {
    }

    /// <summary>A picture file.</summary>
    /// <param name="Name">The file's name without its folder.</param>
    public sealed record PictureFile(string Name) : ExampleSource;

    /// <summary>A frame of a video of the library.</summary>
    /// <param name="Video">The video. It may have been removed since.</param>
    /// <param name="Time">When the frame begins.</param>
    /// <param name="Box">The part cut out, in pixels of the frame as displayed, upright with square pixels.</param>
    public sealed record VideoFrame(VideoId Video, MediaTime Time, PixelBox Box) : ExampleSource;
}
