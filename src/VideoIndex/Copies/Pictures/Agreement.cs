using System.Numerics;

namespace VideoIndex.Copies.Pictures;

/// <summary>How well two stretches agree, added up window by window.</summary>
internal sealed class Agreement
{
    private double _looks;
    private long _product, _here, _there;

    /// <summary>Gets how many windows had a picture on both sides.</summary>
    public int Windows { get; private set; }

    /// <summary>Gets how many windows changed on both sides.</summary>
    public int Changes { get; private set; }

    /// <summary>Gets how alike the pictures are on average, from -1000 to 1000.</summary>
    public int Look => Windows == 0 ? 0 : (int)Math.Round(1000 * _looks / Windows);

    /// <summary>Gets how alike their changes are, from -1000 to 1000, large ones counting for more.</summary>
    public int Change => _here == 0 || _there == 0 ? 0 : (int)Math.Round(1000 * (_product / (Math.Sqrt(_here) * Math.Sqrt(_there))));

    /// <summary>Gets how much the stretch that changes less changes on average, from 0: the mean square of a cell, in 1/4096 of the picture's own variance.</summary>
    public long Liveliness => Windows == 0 ? 0 : Math.Min(_here, _there) / (Windows * 144L);

    /// <summary>Adds the windows at two ticks. Returns how alike the pictures are, from -1000 to 1000; null where either has none.</summary>
    public int? Add(View here, View there, int hereTick, int thereTick)
    {
        var one = here.Look(hereTick);
        var other = there.Look(thereTick);
        if (one.IsEmpty || other.IsEmpty)
        {
            return null;
        }

        var alike = Dot(one, other) / (Math.Sqrt(Dot(one, one)) * Math.Sqrt(Dot(other, other)));
        (Windows, _looks) = (Windows + 1, _looks + alike);
        var change = here.Change(hereTick);
        var its = there.Change(thereTick);
        if (!change.IsEmpty && !its.IsEmpty)
        {
            var (mine, theirs) = (Dot(change, change), Dot(its, its));
            (_product, _here, _there, Changes) = (_product + Dot(change, its), _here + mine, _there + theirs, Changes + 1);
        }

        return (int)Math.Round(1000 * alike);
    }

    // No value is above 512, so 16 bits squared and 144 of them added fit 32 bits.
    private static long Dot(ReadOnlySpan<short> left, ReadOnlySpan<short> right)
    {
        var sum = Vector<int>.Zero;
        var at = 0;
        for (; at <= left.Length - Vector<short>.Count; at += Vector<short>.Count)
        {
            Vector.Widen(new Vector<short>(left[at..]), out var leftLow, out var leftHigh);
            Vector.Widen(new Vector<short>(right[at..]), out var rightLow, out var rightHigh);
            sum += leftLow * rightLow + leftHigh * rightHigh;
        }

        var total = (long)Vector.Sum(sum);
        for (; at < left.Length; at++)
        {
            total += left[at] * right[at];
        }

        return total;
    }
}
