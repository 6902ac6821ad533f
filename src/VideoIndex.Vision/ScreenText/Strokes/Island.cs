namespace VideoIndex.Vision.ScreenText.Strokes;

/// <summary>Pixels that hang together and are like letters by half the contrast at the least.</summary>
/// <param name="pixels">Them, by their places.</param>
internal sealed class Island(List<int> pixels)
{
    /// <summary>The pixels.</summary>
    public List<int> Pixels { get; } = pixels;

    /// <summary>True where a part of the line is in it.</summary>
    public bool Mine { get; set; }

    /// <summary>True where surely a letter is in it.</summary>
    public bool Letters { get; set; }

    /// <summary>True where it reaches away from the line.</summary>
    public bool Behind { get; set; }

    /// <summary>How much its likest pixel is like a letter.</summary>
    public int Most { get; set; }
}
