using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText.Lines;

/// <summary>Finds lines of what may be words in one picture, at every size.</summary>
internal sealed class LineFinder
{
    /// <summary>The most lines that are told of one picture: the surest.</summary>
    public const int MostLines = 60;

    // Letters this high are taken, in pixels of the level; the next level has them at half the height.
    private const int Lowest = 5, LowestHalved = 9, Highest = 28, HighestOfLast = 72;

    private readonly StrokeMap _map;
    private readonly PartFinder _parts = new();
    private readonly PartLinks _links = new();

    /// <summary>Creates a finder.</summary>
    public LineFinder(Kernels kernels) => _map = new StrokeMap(kernels);

    /// <summary>Returns the lines of a picture that are likely words, top to bottom.</summary>
    public List<TextLine> Find(Pyramid picture) =>
        [.. Rivals.Choose(All(picture).Where(line => line.Certainty >= TextCertainty.Least)).Take(MostLines)
            .OrderBy(line => line.Bounds.Top).ThenBy(line => line.Bounds.Left)];

    /// <summary>Returns every line that was weighed, likely or not.</summary>
    public List<TextLine> All(Pyramid picture)
    {
        var lines = new List<TextLine>();
        for (var level = 0; level < picture.Levels; level++)
        {
            foreach (var light in (ReadOnlySpan<bool>)[true, false])
            {
                FindAt(picture[level], level, light, level == picture.Levels - 1, lines);
            }
        }

        return lines;
    }

    private void FindAt(Plane plane, int level, bool light, bool last, List<TextLine> lines)
    {
        var floor = 0;
        do
        {
            _map.Take(plane, light, floor);
            floor = floor == 0 ? 24 : floor * 2;
        }
        while (!_parts.Find(_map, plane, level == 0 ? Lowest : LowestHalved, last ? HighestOfLast : Highest) && floor < 256);

        var strings = _links.Strings(_parts.Parts, plane.Width, plane.Height)
            .Select(places => places.Select(at => _parts.Parts[at]).ToList());
        foreach (var parts in StringJoiner.Join([.. strings.Where(Long)]))
        {
            var lay = Lay.Of(parts);
            var terms = LineTerms.Of(parts, lay, _map, level);
            var certainty = TextCertainty.Weigh(terms);
            lines.Add(LineShape.Of(parts, lay, _parts.Runs, level) with { Light = light, Terms = terms, Certainty = certainty });
        }
    }

    // Two letters are as wide as they are high, at the least.
    private static bool Long(List<Part> parts) =>
        parts.Count >= 2 && parts[^1].Right - parts[0].Left is var length && 10 * length >= 11 * parts.Max(part => part.Height);
}
