using VideoIndex.Looks;

namespace VideoIndex.ScreenText;

/// <summary>Says which sightings are worth reading: those that are there again in the look before or after.</summary>
/// <remarks>
/// What passes for words in leaves or in a crowd hardly ever does twice. A line counts as there again where it stands
/// unchanged, where one as high and as long stands no further away than a sign moves in half a second, or where more of it, or
/// less, was found. Words shorter on the screen than two looks are lost, unless the line is surely one, or nobody can know: what comes
/// with the last look of a video may have stood longer. Whether it is there before and whether it is there after are asked apart: where
/// one decode knows the look before and another the look after, what either finds worth reading holds what is worth it.
/// </remarks>
public static class WorthReading
{
    // A line this certain is read though it is seen once; of what is not words, hardly any is.
    private const int Sure = 230;

    // In percent: how far heights and widths may differ; and in ten-thousandths of the picture's sides how far a line may move.
    private const int Height = 30, Width = 35, Farthest = 1500;

    // In percent: how much of the smaller of two lines lies on the other.
    private const int Shared = 70;

    /// <summary>Returns the places of the sightings of a look that are worth reading.</summary>
    /// <param name="before">The look before; null where there is none, or it is not known.</param>
    /// <param name="look">The look.</param>
    /// <param name="after">The look after; one that is empty where it is not known, null where the video ends.</param>
    public static IEnumerable<int> In(TextLook? before, TextLook look, TextLook? after)
    {
        ArgumentNullException.ThrowIfNull(look);
        return Enumerable.Range(0, look.Sightings.Count).Where(place =>
            look.Sightings[place] is var sighting
            && (after is null || sighting.Before >= 0 || sighting.Certainty >= Sure || IsIn(before, sighting) || IsIn(after, sighting)
                || after.Sightings.Any(next => next.Before == place)));
    }

    private static bool IsIn(TextLook? look, TextSighting sighting) => look is not null && look.Sightings.Any(other =>
        other.LightOnDark == sighting.LightOnDark
        && (IsAsLarge(other.Box, sighting.Box) || IsOn(other.Box, sighting.Box)));

    private static bool IsAsLarge(PictureBox one, PictureBox other) =>
        Near(one.Height, other.Height, Height)
        && Near(one.Width, other.Width, Width)
        && Math.Abs(Middle(one.Left, one.Width) - Middle(other.Left, other.Width)) <= Farthest
        && Math.Abs(Middle(one.Top, one.Height) - Middle(other.Top, other.Height)) <= Farthest;

    // Most of the smaller is on the other: a line of which more, or less, was found.
    private static bool IsOn(PictureBox one, PictureBox other)
    {
        var width = Math.Min(one.Left + one.Width, other.Left + other.Width) - Math.Max(one.Left, other.Left);
        var height = Math.Min(one.Top + one.Height, other.Top + other.Height) - Math.Max(one.Top, other.Top);
        return width > 0 && height > 0
            && width * (long)height * 100 >= Shared * Math.Min(one.Width * (long)one.Height, other.Width * (long)other.Height);
    }

    private static bool Near(int one, int other, int percent) => Math.Abs(one - other) * 100 <= Math.Max(one, other) * percent;

    private static int Middle(int start, int length) => start + (length / 2);
}
