using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.Timelines.FinalCut7;

/// <summary>The colours Premiere's markers have, as the numbers it writes for them: alpha, blue, green, red, a byte each.</summary>
/// <remarks>Premiere has eight. Green is what a marker without a number is.</remarks>
internal static class PremiereColours
{
    private const uint Red = 0xFF362CD2, Yellow = 0xFF2BA1D0, Purple = 0xFFB18BAF, Orange = 0xFF246FE9, White = 0xFFFFFFFF, Blue = 0xFFFC8D42, Cyan = 0xFFD6F419;

    /// <summary>Returns the number of the nearest; null for green.</summary>
    public static uint? Of(MarkerColour colour) => colour switch
    {
        MarkerColour.Green => null,
        MarkerColour.Red => Red,
        MarkerColour.Orange => Orange,
        MarkerColour.Yellow => Yellow,
        MarkerColour.Cyan => Cyan,
        MarkerColour.Purple or MarkerColour.Magenta or MarkerColour.Pink => Purple,
        MarkerColour.White or MarkerColour.Black => White,
        _ => Blue,
    };
}
