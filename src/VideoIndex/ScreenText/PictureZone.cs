using VideoIndex.Looks;

namespace VideoIndex.ScreenText;

/// <summary>Names places in the picture as people do.</summary>
/// <remarks>
/// The picture is cut into thirds both ways, and what counts is where the middle of a box lies: <c>upper-third</c> and
/// <c>lower-third</c>, <c>left</c> and <c>right</c>, the corners where two of these meet, and <c>centre</c> for the middle of both.
/// What covers half of the picture or more is <c>full</c>, and nothing else.
/// </remarks>
public static class PictureZone
{
    /// <summary>Gets every name.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["upper-third", "lower-third", "left", "right", "centre", "top-left", "top-right", "bottom-left", "bottom-right", "full"];

    private const int Third = PictureBox.Whole / 3;

    /// <summary>Returns the names of a place, the narrowest first; there is always one.</summary>
    public static IReadOnlyList<string> Of(PictureBox box)
    {
        if ((long)box.Width * box.Height * 2 >= (long)PictureBox.Whole * PictureBox.Whole)
        {
            return ["full"];
        }

        var (x, y) = (Part(box.Left + (box.Width / 2)), Part(box.Top + (box.Height / 2)));
        var row = y switch { 0 => "upper-third", 2 => "lower-third", _ => null };
        var column = x switch { 0 => "left", 2 => "right", _ => null };
        return (row, column) switch
        {
            (null, null) => ["centre"],
            (null, { } side) => [side],
            ({ } third, null) => [third],
            ({ } third, { } side) => [$"{(y == 0 ? "top" : "bottom")}-{side}", third, side],
        };
    }

    private static int Part(int place) => place < Third ? 0 : place < 2 * Third ? 1 : 2;
}
