using VideoIndex.Looks;
using VideoIndex.Shots;

namespace VideoIndex.Copies.Pictures;

/// <summary>The prints of a video's pictures, four a second from the video's own zero.</summary>
/// <param name="First">Which quarter of a second the first print is of.</param>
/// <param name="Bytes">The prints one after the other, <see cref="PicturePrint.Size"/> bytes each.</param>
public sealed record PicturePrints(int First, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The version of what a print is made of. Prints of another version are made anew from the sketches.</summary>
    public const int Version = 1;

    // The sum of squares of a change below which the picture stands still: a deviation of 3/64 in every cell.
    internal const int StillBelow = 9 * FrameSketches.Means;

    /// <summary>Gets the prints of a video without pictures.</summary>
    public static PicturePrints None { get; } = new(0, default);

    /// <summary>Gets how many prints there are.</summary>
    public int Count => Bytes.Length / PicturePrint.Size;

    /// <summary>Returns a print, counted from the first.</summary>
    public PicturePrint this[int at] => PicturePrint.Read(Bytes.Span[(at * PicturePrint.Size)..]);

    /// <summary>Makes the prints of a video from its sketches; none where it has none.</summary>
    public static PicturePrints Of(FrameEvidence evidence) => Reel.Of(evidence) is { } reel ? Of(reel) : None;

    internal static PicturePrints Of(Reel reel)
    {
        var (whole, middle) = (new View(reel, Crop.None, mirrored: false), new View(reel, Crop.Middle, mirrored: false));
        var first = (reel.FirstTick + Reel.HopTicks - 1) / Reel.HopTicks;
        var count = Math.Max(0, (reel.EndTick - Reel.WindowTicks) / Reel.HopTicks - first + 1);
        var bytes = new byte[count * PicturePrint.Size];
        Span<int> strengths = stackalloc int[Waves.Count];
        for (var at = 0; at < count; at++)
        {
            var (seen, inside) = (CodesOf(whole, (first + at) * Reel.HopTicks, strengths), CodesOf(middle, (first + at) * Reel.HopTicks, strengths));
            new PicturePrint(seen.Look, seen.Change, inside.Look, inside.Change).Write(bytes.AsSpan(at * PicturePrint.Size));
        }

        return new PicturePrints(first, bytes);
    }

    private static (ulong Look, ulong Change) CodesOf(View view, int tick, Span<int> strengths)
    {
        var look = view.Look(tick);
        var change = view.Change(tick);
        return (
            look.IsEmpty ? 0 : Waves.Read(look, strengths),
            change.IsEmpty || !IsChange(change) ? 0 : Waves.Read(change, strengths));
    }

    /// <summary>Returns how much a change is, 0 for none.</summary>
    internal static int Size(ReadOnlySpan<short> change)
    {
        var square = 0;
        foreach (var value in change)
        {
            square += value * value;
        }

        return square;
    }

    /// <summary>Returns whether a change is more than the noise of a picture that stands still.</summary>
    internal static bool IsChange(ReadOnlySpan<short> change) => Size(change) > StillBelow;
}
