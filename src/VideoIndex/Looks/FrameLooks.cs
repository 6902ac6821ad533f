namespace VideoIndex.Looks;

/// <summary>What was kept of the looks at a video, in the order of their frames.</summary>
/// <param name="Frames">The frame of each, rising.</param>
/// <param name="Bytes">What <see cref="ILookAnalyst"/> wrote of each, one after the other, <see cref="LookFacts.Size"/> bytes each.</param>
public sealed record FrameLooks(IReadOnlyList<int> Frames, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Gets no looks: those of a video indexed before there were any.</summary>
    public static FrameLooks None { get; } = new([], default);

    /// <summary>Returns what was kept of a look.</summary>
    /// <param name="look">Its place in <see cref="Frames"/>.</param>
    public LookFacts At(int look) => new(Bytes.Span.Slice(look * LookFacts.Size, LookFacts.Size));
}

/// <summary>Says of a look what is kept of it.</summary>
public interface ILookAnalyst
{
    /// <summary>Looks at one picture; remembers none.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="facts">Where it is written, <see cref="LookFacts.Size"/> bytes.</param>
    void Look(in LookPicture picture, Span<byte> facts);
}
