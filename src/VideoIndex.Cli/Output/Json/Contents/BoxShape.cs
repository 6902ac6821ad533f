using VideoIndex.Looks;
using VideoIndex.ScreenText;

namespace VideoIndex.Cli.Output.Json.Contents;

/// <summary>A place in the picture on the wire: parts of its width and height, from 0 to 1.</summary>
internal sealed record BoxShape(decimal Left, decimal Top, decimal Width, decimal Height)
{
    public static BoxShape? Of(PictureBox? box) => box is { } place
        ? new BoxShape(Part(place.Left), Part(place.Top), Part(place.Width), Part(place.Height))
        : null;

    /// <summary>Returns the names of a place, the narrowest first; none for what has no place.</summary>
    public static IReadOnlyList<string> Zones(PictureBox? box) => box is { } place ? PictureZone.Of(place) : [];

    private static decimal Part(int units) => (decimal)units / PictureBox.Whole;
}
