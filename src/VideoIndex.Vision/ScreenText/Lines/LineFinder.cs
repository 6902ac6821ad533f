using VideoIndex.Vision.ScreenText.Reading.Places;
using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText.Lines;

/// <summary>Finds lines of what may be words in one picture, at every size.</summary>
internal sealed class LineFinder
{
    /// <summary>The most lines that are told of one picture: the surest.</summary>
    public const int MostLines = 60;

    // Letters this high are taken, in pixels of the level; the next level has them at half the height.
    private const int Lowest = 5, LowestHalved = 9, Highest = 40, HighestOfLast = 72;

    // A line that was strung together and is nearly as long as one that a model found is the better one (docs/text.md).
    private const double NearlyAsLong = 0.85;

    private readonly StrokeMap _map;
    private readonly PartFinder _parts = new();
    private readonly PartLinks _links = new();

    /// <summary>Creates a finder.</summary>
    public LineFinder(Kernels kernels) => _map = new StrokeMap(kernels);

    /// <summary>Returns the lines of a picture that are likely words, top to bottom.</summary>
    public List<TextLine> Find(Pyramid picture) => Find(picture, []);

    /// <summary>Returns the lines of a picture that are likely words, and those that stand where others say that words do, top to bottom.</summary>
    public List<TextLine> Find(Pyramid picture, IReadOnlyList<TextPlace> places) =>
        [.. Rivals.Choose(All(picture, TextCertainty.Least, new PlaceLines(places))).Take(MostLines)
            .OrderBy(line => line.Bounds.Top).ThenBy(line => line.Bounds.Left)];

    /// <summary>Returns every line that is at least so certain, and those that claim the same place.</summary>
    public List<TextLine> All(Pyramid picture, byte least) => All(picture, least, new PlaceLines([]));

    private List<TextLine> All(Pyramid picture, byte least, PlaceLines places)
    {
        var lines = new List<TextLine>();
        for (var level = 0; level < picture.Levels; level++)
        {
            foreach (var light in (ReadOnlySpan<bool>)[true, false])
            {
                FindAt(picture, level, (light, least), lines);
                places.Take(_parts, light, (level, picture.Scale(level), level == picture.Levels - 1));
            }
        }

        return [.. lines, .. places.Lines.Where(line => !lines.Exists(own => Rivals.Claim(line, own) && own.To - own.From >= NearlyAsLong * (line.To - line.From)))];
    }

    private void FindAt(Pyramid picture, int level, (bool Light, byte Least) asked, List<TextLine> lines)
    {
        var (plane, last) = (picture[level], level == picture.Levels - 1);
        _map.Take(plane, asked.Light);
        for (var floor = 24; !_parts.Find(_map, plane, level == 0 ? Lowest : LowestHalved, last ? HighestOfLast : Highest) && floor < 256; floor *= 2)
        {
            _map.Raise(floor);
        }

        var strings = _links.Strings(_parts.Parts, plane.Width, plane.Height)
            .Select(places => places.ConvertAll(at => _parts.Parts[at])).Where(Long);
        foreach (var (parts, lay) in StringJoiner.Join(strings))
        {
            var terms = LineTerms.Of(parts, lay, _map, picture.Scale(level));
            if (TextCertainty.Weigh(terms) is var certainty && certainty >= asked.Least)
            {
                lines.Add(LineShape.Of(parts, lay, _parts.Runs, (level, picture.Scale(level))) with { Light = asked.Light, Terms = terms, Certainty = certainty });
            }
        }
    }

    // Two letters are as wide as they are high, at the least.
    private static bool Long(List<Part> parts)
    {
        var highest = 0;
        foreach (var part in parts)
        {
            highest = Math.Max(highest, part.Height);
        }

        return 10 * (parts[^1].Right - parts[0].Left) >= 11 * highest;
    }
}
