namespace VideoIndex.Looks;

/// <summary>What is kept of one look: its colours, and where black bars are.</summary>
/// <remarks>The written form is <see cref="Size"/> bytes and is frozen.</remarks>
public readonly ref struct LookFacts(ReadOnlySpan<byte> bytes)
{
    /// <summary>How many colours have names: the eleven basic colour terms of Berlin and Kay (1969).</summary>
    public const int Colours = 11;

    /// <summary>How many sides a picture has.</summary>
    public const int Sides = 4;

    /// <summary>The chroma means in each row, and the rows: as the luma of a frame's sketch.</summary>
    public const int Means = 16 * 9;

    /// <summary>The number of bytes of the written form.</summary>
    public const int Size = Colours + Sides + 1 + (2 * Means);

    /// <summary>Gets the share of the picture that is of each colour, 0 to 255 for none to all, in the order of their numbers.</summary>
    public ReadOnlySpan<byte> Shares { get; } = bytes[..Colours];

    /// <summary>Gets how wide the black bars are left, top, right and bottom, in 1/255 of the picture's width or height.</summary>
    public ReadOnlySpan<byte> Bars { get; } = bytes.Slice(Colours, Sides);

    /// <summary>Gets what the picture as a whole is, in bits that <c>ILookAnalyst</c> defines; 0 for nothing special.</summary>
    public byte Marks { get; } = bytes[Colours + Sides];

    /// <summary>Gets the means of the blue difference, 16 x 9, 128 for none.</summary>
    public ReadOnlySpan<byte> U { get; } = bytes.Slice(Colours + Sides + 1, Means);

    /// <summary>Gets the means of the red difference, 16 x 9, 128 for none.</summary>
    public ReadOnlySpan<byte> V { get; } = bytes.Slice(Colours + Sides + 1 + Means, Means);
}
