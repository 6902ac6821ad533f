namespace VideoIndex.Accuracy.Text.Planting;

/// <summary>How letters are set off from what is behind them.</summary>
internal enum Ink
{
    Light,
    Dark,
    Outlined,
}

/// <summary>How a line moves.</summary>
internal enum Pace
{
    Still,
    Slow,
    Moving,
}

/// <summary>A line of words in a clip, and when it is there.</summary>
/// <param name="Words">The words, with spaces between.</param>
/// <param name="Font">The file name of the font, without its ending.</param>
/// <param name="Height">How high a capital is, in pixels.</param>
/// <param name="Ink">How it is set off.</param>
/// <param name="Contrast">How much lighter or darker than what is behind it, in levels of gray.</param>
internal sealed record Planted(string Words, string Font, int Height, Ink Ink, int Contrast)
{
    /// <summary>Gets by how many degrees it rises.</summary>
    public double Tilt { get; init; }

    /// <summary>Gets where its middle is at <see cref="From"/>, in pixels.</summary>
    public (double X, double Y) Middle { get; init; }

    /// <summary>Gets by how many pixels it moves in a frame.</summary>
    public (double X, double Y) Speed { get; init; }

    /// <summary>Gets the first frame that shows it.</summary>
    public int From { get; init; }

    /// <summary>Gets the first frame that shows it no more.</summary>
    public int To { get; init; }

    /// <summary>Gets how many frames it takes to come and to go; 1 for at once.</summary>
    public int Fade { get; init; } = 1;

    /// <summary>Gets the luma of the letters; null for what the contrast and the picture behind make it.</summary>
    public int? Luma { get; init; }

    /// <summary>Gets what kind of thing it is part of.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets how it moves.</summary>
    public Pace Pace => Math.Max(Math.Abs(Speed.X), Math.Abs(Speed.Y)) switch
    {
        0 => Pace.Still,
        < 2 => Pace.Slow,
        _ => Pace.Moving,
    };

    /// <summary>Returns how much of it shows at a frame, 0 to 1.</summary>
    public double Opacity(int frame) =>
        frame < From || frame >= To ? 0 : Math.Min(1, Math.Min((frame - From + 1.0) / Fade, (To - frame + 0.0) / Fade));

    /// <summary>Returns where its middle is at a frame.</summary>
    public (double X, double Y) At(int frame) => (Middle.X + Speed.X * (frame - From), Middle.Y + Speed.Y * (frame - From));
}

/// <summary>A plate behind lines: a strap or a sign, that comes and goes as they do.</summary>
internal sealed record Plate(double X, double Y, double Width, double Height, int Luma, double Share, (double X, double Y) Speed, int From, int To, int Fade = 1);

/// <summary>What a clip shows.</summary>
internal sealed record TextClip(string Name, string Backdrop, int Pan, int Quality, double Grain, IReadOnlyList<Planted> Lines, IReadOnlyList<Plate> Plates)
{
    public const int Width = 1920, Height = 1080, Rate = 25, Frames = 88;
}
