using VideoIndex.Vision.ScreenText.Reading.Places;
using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText.Lines;

/// <summary>Makes lines of the parts that stand where others say that words do, whatever they look like.</summary>
/// <remarks>Of light letters and dark ones those count that stand out more together: the gaps of letters are strokes too.</remarks>
/// <param name="places">The places, in pixels of the look.</param>
internal sealed class PlaceLines(IReadOnlyList<TextPlace> places)
{
    // A place is a line with a little around it: a capital is so much of its height; and it ends so much of its height before its ends.
    private const double Capital = 0.65, Around = 0.15;

    // A capital is about so high, in pixels of the level it is taken at, at the most.
    private const double Highest = 36;

    // Of the length of a place the parts cover this much at the least.
    private const double LeastCovered = 0.5;

    // How certain a line is for a place that is certain by .6, the least there is, and by 1.
    private const int Least = 128, Most = 229;

    private readonly (long Score, TextLine Line)?[] _best = new (long, TextLine)?[places.Count];

    /// <summary>Gets the lines.</summary>
    public IEnumerable<TextLine> Lines => _best.OfType<(long Score, TextLine Line)>().Select(best => best.Line);

    /// <summary>Takes the parts of a level.</summary>
    /// <param name="found">What found them.</param>
    /// <param name="light">Whether they are lighter than what is around them.</param>
    /// <param name="at">The level, how many pixels of the look one of it is wide, and whether it is the last.</param>
    public void Take(PartFinder found, bool light, (int Level, double Scale, bool IsLast) at)
    {
        for (var place = 0; place < places.Count; place++)
        {
            if (LevelIs(places[place].Box, at) && Line(places[place], found, at) is { } line && !(_best[place]?.Score >= line.Score))
            {
                _best[place] = (line.Score, line.Line with { Light = light });
            }
        }
    }

    private static bool LevelIs(TurnedBox box, (int Level, double Scale, bool IsLast) at)
    {
        var capital = box.Height * Capital / at.Scale;
        return Math.Abs(Math.Tan(box.Radians)) <= Lay.Steepest && (at.Level == 0 || capital > Highest / 2) && (at.IsLast || capital <= Highest);
    }

    private static (long Score, TextLine Line)? Line(TextPlace place, PartFinder found, (int Level, double Scale, bool IsLast) at)
    {
        var box = place.Box.Scaled(1 / at.Scale);
        var inside = found.Parts.Where(part => IsIn(part, box)).OrderBy(part => part.Left).ToList();
        if (inside.Count == 0)
        {
            return null;
        }

        var line = LineShape.Of(inside, Lay.Of(inside), found.Runs, (at.Level, at.Scale));
        var (middle, half) = ((place.Box.X * line.Cosine) - (place.Box.Y * line.Sine), (place.Box.Width / 2) - (place.Box.Height * Around));
        if (line.To - line.From < place.Box.Width * LeastCovered || line.To - line.From < 1.1 * line.Capital)
        {
            return null;
        }

        var certainty = Least + ((Most - Least) * (place.Certainty - 0.6) / 0.4);
        return (inside.Sum(part => (long)part.Contrast), line with
        {
            From = Math.Min(line.From, middle - half),
            To = Math.Max(line.To, middle + half),
            Certainty = (byte)Math.Clamp(certainty, Least, Most),
            IsPlaced = true,
        });
    }

    // Its middle is, and it is hardly higher.
    private static bool IsIn(Part part, TurnedBox box) =>
        part.Height <= 1.1 * ((box.Height * Math.Cos(box.Radians)) + (part.Width * Math.Abs(Math.Sin(box.Radians))))
        && part.Width <= 1.1 * box.Width && box.Has((part.Left + part.Right) / 2.0, (part.Top + part.Bottom) / 2.0);
}
