using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Reels;

/// <summary>How large a reel's pictures are, in square pixels, even on both sides.</summary>
internal sealed record ReelSize(int Width, int Height)
{
    /// <summary>Gets how many bytes a frame takes: full light, and a quarter of each colour.</summary>
    public int Bytes => Width * Height * 3 / 2;

    /// <summary>Returns the size a player shows pictures at.</summary>
    public static ReelSize Of(PictureTrack track)
    {
        var (width, height) = DecodeCommand.Displayed(track);
        return new ReelSize(Even(width), Even(height));
    }

    /// <summary>Returns how large pictures are when they are fitted in.</summary>
    public ReelSize Fit(PictureTrack track)
    {
        var (width, height) = DecodeCommand.Displayed(track);
        return (long)width * Height >= (long)height * Width
            ? new ReelSize(Width, Even((int)((long)height * Width / width)))
            : new ReelSize(Even((int)((long)width * Height / height)), Height);
    }

    private static int Even(int side) => Math.Max(2, side / 2 * 2);
}
