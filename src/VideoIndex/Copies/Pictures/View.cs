using VideoIndex.Looks;

namespace VideoIndex.Copies.Pictures;

/// <summary>A reel as it is compared: normalised, and cropped or mirrored if asked. It remembers what it has drawn.</summary>
internal sealed class View(Reel reel, Crop crop, bool mirrored)
{
    private static readonly short[] Nothing = [];

    private readonly Dictionary<int, short[]> _looks = [], _changes = [];

    /// <summary>Gets which part of the picture is seen.</summary>
    public Crop Crop => crop;

    /// <summary>Gets the reel.</summary>
    public Reel Reel => reel;

    /// <summary>Returns the picture of the window at a tick; empty where there is none, or it is flat.</summary>
    public ReadOnlySpan<short> Look(int tick) => !reel.Has(tick) ? [] : _looks.TryGetValue(tick, out var drawn) ? drawn : _looks[tick] = Draw(tick);

    /// <summary>Returns how the picture differs from that of the half second before; empty where either is.</summary>
    public ReadOnlySpan<short> Change(int tick) =>
        !reel.Has(tick) || !reel.Has(tick - Reel.WindowTicks) ? [] : _changes.TryGetValue(tick, out var compared) ? compared : _changes[tick] = Compare(tick);

    private short[] Draw(int tick)
    {
        Span<int> sums = stackalloc int[FrameSketches.Means];
        reel.Window(tick, sums);
        crop.Cut(sums);
        var normal = new short[FrameSketches.Means];
        if (!Normal.Of(sums, normal))
        {
            return Nothing;
        }

        if (mirrored)
        {
            Normal.Mirror(normal);
        }

        return normal;
    }

    private short[] Compare(int tick)
    {
        var now = Look(tick);
        var before = Look(tick - Reel.WindowTicks);
        if (now.IsEmpty || before.IsEmpty)
        {
            return Nothing;
        }

        var change = new short[now.Length];
        for (var cell = 0; cell < change.Length; cell++)
        {
            change[cell] = (short)(now[cell] - before[cell]);
        }

        return change;
    }
}
