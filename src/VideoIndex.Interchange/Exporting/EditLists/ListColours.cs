using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.EditLists;

/// <summary>The colours of markers as lists name them, and back.</summary>
internal static class ListColours
{
    private static readonly Dictionary<MarkerColour, string> InResolve = new()
    {
        [MarkerColour.Orange] = "Sand",
        [MarkerColour.Magenta] = "Fuchsia",
        [MarkerColour.Black] = "Cocoa",
        [MarkerColour.White] = "Cream",
    };

    private static readonly Dictionary<MarkerColour, string> InAvid = new()
    {
        [MarkerColour.Orange] = "Yellow",
        [MarkerColour.Purple] = "Magenta",
        [MarkerColour.Pink] = "Magenta",
    };

    /// <summary>Returns the name DaVinci Resolve has: 16 colours, without orange, magenta, black and white.</summary>
    public static string Resolve(MarkerColour colour) => InResolve.GetValueOrDefault(colour) ?? colour.ToString();

    /// <summary>Returns the name Avid has: red, green, blue, cyan, magenta, yellow, black and white, and no other.</summary>
    public static string Avid(MarkerColour colour) => InAvid.GetValueOrDefault(colour) ?? colour.ToString();
}
