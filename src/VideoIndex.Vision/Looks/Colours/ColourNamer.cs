using VideoIndex.Looks;

namespace VideoIndex.Vision.Looks.Colours;

/// <summary>Says by which of the eleven basic names most people would call a colour.</summary>
/// <remarks>
/// Rules over hue, saturation and lightness in whole numbers, with the boundaries where named colours of X11's list change their name
/// (docs/facts.md says how often it agrees with another list). What has little colour for its lightness is black, grey or white; a dark or dull orange is
/// brown, a light or dull red is pink, a dark yellow is green.
/// </remarks>
public static class ColourNamer
{
    private const int YBits = 5, ChromaBits = 6;

    private static readonly byte[] Table = MakeTable();

    /// <summary>Names a colour by its luma and chroma, full range, 128 for no chroma, as BT.709 defines them.</summary>
    public static BasicColour Of(byte luma, byte u, byte v) => (BasicColour)Number(luma, u, v);

    /// <summary>Names a colour by its red, green and blue, 0 to 255 each, as a screen shows them.</summary>
    public static BasicColour Of(int red, int green, int blue)
    {
        var (most, least) = (Math.Max(red, Math.Max(green, blue)), Math.Min(red, Math.Min(green, blue)));
        var (chroma, luma) = (most - least, (54 * red + 183 * green + 19 * blue) >> 8);
        return most < 36 || (most < 62 && chroma < 24) ? BasicColour.Black
            : chroma < 12 + most * 11 / 100 ? Uncoloured(luma)
            : Coloured(Hue(red, green, blue, most, chroma), 100 * chroma / most, most, luma);
    }

    internal static byte Number(byte luma, byte u, byte v) =>
        Table[(luma >> (8 - YBits) << (2 * ChromaBits)) | (u >> (8 - ChromaBits) << ChromaBits) | v >> (8 - ChromaBits)];

    private static BasicColour Uncoloured(int luma) =>
        luma < 42 ? BasicColour.Black : luma < 218 ? BasicColour.Grey : BasicColour.White;

    // Hue in degrees from red, saturation in hundredths, lightness as the largest of the three.
    private static BasicColour Coloured(int hue, int saturation, int lightness, int luma) => hue switch
    {
        < 14 or >= 345 => Reddish(hue, saturation, lightness),
        < 42 => Orangish(hue, saturation, lightness),
        < 70 => Yellowish(hue, saturation, lightness, luma),
        < 172 => BasicColour.Green,
        < 252 => BasicColour.Blue,
        < 288 => BasicColour.Purple,
        < 318 => lightness >= 215 && luma > 90 ? BasicColour.Pink : BasicColour.Purple,
        _ => lightness < 150 ? BasicColour.Purple : BasicColour.Pink,
    };

    private static BasicColour Reddish(int hue, int saturation, int lightness) =>
        saturation >= 68 ? BasicColour.Red
        : lightness >= 165 && hue is < 10 or >= 345 ? saturation >= 62 ? BasicColour.Red : BasicColour.Pink
        : lightness >= 215 ? BasicColour.Pink
        : hue is >= 345 ? BasicColour.Red
        : BasicColour.Brown;

    private static BasicColour Orangish(int hue, int saturation, int lightness) =>
        lightness >= 215 ? saturation >= 45 ? BasicColour.Orange : hue < 26 ? BasicColour.Pink : saturation >= 30 ? BasicColour.Yellow : BasicColour.White
        : lightness >= 185 && saturation >= 75 ? BasicColour.Orange
        : BasicColour.Brown;

    private static BasicColour Yellowish(int hue, int saturation, int lightness, int luma) =>
        luma >= 165 ? saturation >= 18 ? BasicColour.Yellow : BasicColour.White
        : hue >= 55 ? lightness >= 185 ? BasicColour.Yellow : BasicColour.Green
        : lightness >= 185 && saturation >= 60 ? BasicColour.Yellow
        : BasicColour.Brown;

    private static int Hue(int red, int green, int blue, int most, int chroma)
    {
        var hue = most == red ? 60 * (green - blue) / chroma
            : most == green ? 120 + 60 * (blue - red) / chroma
            : 240 + 60 * (red - green) / chroma;
        return (hue + 360) % 360;
    }

    // One entry for 8 levels of luma and 4 of chroma, named by the colour in its middle.
    private static byte[] MakeTable()
    {
        var table = new byte[1 << (YBits + 2 * ChromaBits)];
        for (var entry = 0; entry < table.Length; entry++)
        {
            var luma = (entry >> (2 * ChromaBits) << (8 - YBits)) + 4;
            var u = ((entry >> ChromaBits & ((1 << ChromaBits) - 1)) << (8 - ChromaBits)) + 2 - 128;
            var v = ((entry & ((1 << ChromaBits) - 1)) << (8 - ChromaBits)) + 2 - 128;
            table[entry] = (byte)Of(
                Math.Clamp(luma + v * 1575 / 1000, 0, 255),
                Math.Clamp(luma - (u * 187 + v * 468) / 1000, 0, 255),
                Math.Clamp(luma + u * 1856 / 1000, 0, 255));
        }

        return table;
    }
}
