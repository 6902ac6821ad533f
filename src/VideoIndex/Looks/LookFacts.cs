namespace VideoIndex.Looks;

/// <summary>What is kept of one look: its colours, and where black bars are.</summary>
/// <remarks>The written form is <see cref="Size"/> bytes and is frozen.</remarks>
public readonly ref struct LookFacts(ReadOnlySpan<byte> bytes)
{
    /// <summary>How many colours have names: those of <see cref="BasicColour"/>.</summary>
    public const int Colours = 11;

    /// <summary>How many sides a picture has.</summary>
    public const int Sides = 4;

    /// <summary>The chroma means in each row, and the rows: as the luma of a frame's sketch.</summary>
    public const int Means = 16 * 9;

    /// <summary>The number of bytes of the written form.</summary>
    public const int Size = Colours + Sides + 1 + (2 * Means);

    /// <summary>Gets the share of the picture, black bars left out, that is of each <see cref="BasicColour"/>, 0 to 255 for none to all.</summary>
    public ReadOnlySpan<byte> Shares { get; } = bytes[..Colours];

    /// <summary>Gets how wide the black bars are left, top, right and bottom, in 1/255 of the picture's width or height; all 255 where the whole picture is black.</summary>
    /// <remarks>In the dark, bars seem wider than they are: only what several looks agree on is a bar.</remarks>
    public ReadOnlySpan<byte> Bars { get; } = bytes.Slice(Colours, Sides);

    /// <summary>Gets what the picture as a whole is.</summary>
    public LookMarks Marks { get; } = (LookMarks)bytes[Colours + Sides];

    /// <summary>Gets the means of the blue difference, 16 x 9, 128 for none.</summary>
    public ReadOnlySpan<byte> U { get; } = bytes.Slice(Colours + Sides + 1, Means);

    /// <summary>Gets the means of the red difference, 16 x 9, 128 for none.</summary>
    public ReadOnlySpan<byte> V { get; } = bytes.Slice(Colours + Sides + 1 + Means, Means);
}

/// <summary>What a picture as a whole is. The bits are stored and only ever added to.</summary>
[Flags]
public enum LookMarks
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>Colour bars: yellow, cyan, green, magenta, red and blue side by side, in this order, in the upper half, as SMPTE and EBU bars have them.</summary>
    ColourBars = 1,

    /// <summary>Drawn rather than filmed: most of the picture is of one tone from pixel to pixel, as on slides, cards and plain backgrounds.</summary>
    Flat = 2,

    /// <summary>Without colour: black and white.</summary>
    Colourless = 4,
}
