using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>How large looks are: as displayed, held to 1920 pixels, never enlarged.</summary>
/// <param name="Width">In pixels, even.</param>
/// <param name="Height">In pixels, even.</param>
/// <param name="FullRange">Whether the file says its luma runs from 0 to 255 and not from 16 to 235.</param>
internal sealed record LookSize(int Width, int Height, bool FullRange)
{
    private const int LongestSide = 1920;

    /// <summary>Returns the size of looks at a picture track.</summary>
    public static LookSize Of(PictureTrack track)
    {
        var (width, height) = DecodeCommand.Displayed(track);
        var longest = Math.Max(width, height);
        var full = track.PixelFormat?.StartsWith("yuvj", StringComparison.Ordinal) == true
            || track.PixelFormat?.StartsWith("gbr", StringComparison.Ordinal) == true
            || track.PixelFormat?.Contains("rgb", StringComparison.Ordinal) == true
            || track.Colour?.Split('/').Contains("pc") == true;
        return longest <= LongestSide
            ? new LookSize(Even(width), Even(height), full)
            : new LookSize(Even((int)((long)width * LongestSide / longest)), Even((int)((long)height * LongestSide / longest)), full);
    }

    private static int Even(int side) => Math.Max(2, side / 2 * 2);
}
