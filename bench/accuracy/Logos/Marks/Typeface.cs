namespace VideoIndex.Accuracy.Logos.Marks;

/// <summary>How letters look. Lengths are in parts of the height of a capital.</summary>
/// <param name="File">One of the DejaVu fonts, without its ending; null for letters of our own, drawn with a pen.</param>
/// <param name="Wide">How wide a letter is.</param>
/// <param name="Weight">How thick the pen is.</param>
/// <param name="Contrast">How much thinner the pen is up and down than along, 0 to 1.</param>
/// <param name="Power">How round a bow is: 1 a straight line, 2 an ellipse, more a box with round corners.</param>
/// <param name="Slant">How far a letter leans to the right over its height.</param>
/// <param name="Spacing">What lies between letters.</param>
internal sealed record Typeface(string? File, double Wide, double Weight, double Contrast, double Power, double Slant, double Spacing)
{
    private static readonly string[] Files =
    [
        "DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-BoldOblique", "DejaVuSans-ExtraLight", "DejaVuSansCondensed-Bold", "DejaVuSansMono-Bold",
        "DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-BoldItalic", "DejaVuSerif-Italic", "DejaVuSerifCondensed-Bold",
    ];

    /// <summary>Gets whether the pen has corners.</summary>
    public bool Square { get; init; }

    /// <summary>Gets how far the pen is turned, in radians.</summary>
    public double Turn { get; init; }

    /// <summary>Gets whether upright strokes end in a bar.</summary>
    public bool Serifs { get; init; }

    /// <summary>Gets whether words are written in small letters; only fonts have them.</summary>
    public bool Small { get; init; }

    public static Typeface Any(Random random)
    {
        var wide = 0.45 + (random.NextDouble() * 0.55);
        var own = random.Next(5) < 3;
        return new Typeface(
            own ? null : Files[random.Next(Files.Length)],
            own ? wide : 0.8 + (random.NextDouble() * 0.6),
            Math.Min(wide * 0.42, 0.07 + (random.NextDouble() * 0.22)),
            random.Next(2) == 0 ? 1 : 0.35 + (random.NextDouble() * 0.65),
            random.Next(4) switch { 0 => 1, 1 => 4, _ => 2 + random.NextDouble() },
            random.Next(3) == 0 ? 0.1 + (random.NextDouble() * 0.3) : 0,
            0.03 + (random.NextDouble() * random.NextDouble() * 0.4))
        {
            Square = random.Next(2) == 0,
            Turn = random.Next(3) == 0 ? 0.5 : 0,
            Serifs = random.Next(4) == 0,
            Small = random.Next(3) == 0,
        };
    }
}
