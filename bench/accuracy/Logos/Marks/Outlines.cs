namespace VideoIndex.Accuracy.Logos.Marks;

/// <summary>Outlines that symbols are made of, in a square from -1 to 1.</summary>
internal static class Outlines
{
    public static (double X, double Y)[] Polygon(int corners, double radius, double turn) => Star(corners, radius, radius * Math.Cos(Math.PI / corners), turn);

    public static (double X, double Y)[] Star(int points, double outer, double inner, double turn) =>
        [.. Enumerable.Range(0, points * 2).Select(at => Polar(at % 2 == 0 ? outer : inner, turn + (at * Math.PI / points)))];

    public static (double X, double Y)[] Disc(double radius, double x = 0, double y = 0, double flat = 1, double turn = 0) =>
        [.. Enumerable.Range(0, 72).Select(at => Turned(radius * Math.Cos(at * Math.PI / 36), radius * flat * Math.Sin(at * Math.PI / 36), turn, x, y))];

    public static (double X, double Y)[] Box(double left, double top, double right, double bottom, double lean = 0) =>
        [(left + lean, top), (right + lean, top), (right - lean, bottom), (left - lean, bottom)];

    /// <summary>Returns part of a ring; angles in radians.</summary>
    public static (double X, double Y)[] Arc(double inner, double outer, double from, double to)
    {
        var steps = Enumerable.Range(0, 49).Select(at => from + ((to - from) * at / 48)).ToList();
        return [.. steps.Select(angle => Polar(outer, angle)), .. steps.AsEnumerable().Reverse().Select(angle => Polar(inner, angle))];
    }

    /// <summary>Returns a shield: straight shoulders, sides that meet in a point.</summary>
    public static (double X, double Y)[] Shield(double size, double shoulder, double belly)
    {
        var side = Enumerable.Range(0, 25).Select(at => (X: Math.Pow(Math.Cos(at * Math.PI / 48), belly), Y: shoulder + ((1 - shoulder) * at / 24))).ToList();
        return [.. new[] { (-size * 0.85, -size), (size * 0.85, -size) }, .. side.Select(p => (p.X * size * 0.85, p.Y * size)), .. side.AsEnumerable().Reverse().Select(p => (-p.X * size * 0.85, p.Y * size))];
    }

    /// <summary>Returns a stroke that swells and thins out along a bow.</summary>
    public static (double X, double Y)[] Swoosh(double from, double to, double thick, double lift)
    {
        var steps = Enumerable.Range(0, 41).Select(at => at / 40.0).ToList();
        return
        [
            .. steps.Select(part => (-1 + (2 * part), from + ((to - from) * part) - (lift * Math.Sin(part * Math.PI)))),
            .. steps.AsEnumerable().Reverse().Select(part => (-1 + (2 * part), from + ((to - from) * part) - ((lift - thick) * Math.Sin(Math.Pow(part, 1.4) * Math.PI)))),
        ];
    }

    public static (double X, double Y)[] Wave(double y, double thick, double height, double turns)
    {
        var steps = Enumerable.Range(0, 61).Select(at => -1 + (at / 30.0)).ToList();
        return [.. steps.Select(x => (x, y + (height * Math.Sin(x * turns)))), .. steps.AsEnumerable().Reverse().Select(x => (x, y + thick + (height * Math.Sin(x * turns))))];
    }

    private static (double X, double Y) Polar(double radius, double angle) => (radius * Math.Sin(angle), -radius * Math.Cos(angle));

    private static (double X, double Y) Turned(double x, double y, double turn, double left, double top) =>
        (left + (x * Math.Cos(turn)) - (y * Math.Sin(turn)), top + (x * Math.Sin(turn)) + (y * Math.Cos(turn)));
}
