using System.Numerics;

namespace VideoIndex.Copies.Pictures.Matching;

/// <summary>How well two stretches agree, added up window by window.</summary>
/// <param name="mask">Which cells count; null for all.</param>
internal sealed class Agreement(CellMask? mask = null)
{
    private readonly List<int> _lively = [];
    private double _looks;
    private long _product, _here, _there;

    /// <summary>Gets which cells count; null for all.</summary>
    public CellMask? Mask => mask;

    /// <summary>Gets in how many windows something moved on both sides.</summary>
    public int Lively => _lively.Count;

    /// <summary>Gets how alike the changes are in all of those windows but the worst quarter, from -1000 to 1000; 0 without any.</summary>
    public int Steadiness => _lively.Count == 0 ? 0 : _lively.Order().ElementAt(_lively.Count / 4);

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
    public int? Add(View here, View there, int hereTick, int thereTick, bool withChange = true)
    {
        var one = here.Look(hereTick);
        var other = there.Look(thereTick);
        if (one.IsEmpty || other.IsEmpty)
        {
            return null;
        }

        Span<short> left = stackalloc short[one.Length], right = stackalloc short[one.Length];
        var alike = Compare(Counted(one, left), Counted(other, right)).Alike;
        (Windows, _looks) = (Windows + 1, _looks + alike);
        if (!withChange)
        {
            return (int)Math.Round(1000 * alike);
        }

        var change = here.Change(hereTick);
        var its = there.Change(thereTick);
        if (!change.IsEmpty && !its.IsEmpty)
        {
            AddChange(Compare(Counted(change, left), Counted(its, right)));
        }

        return (int)Math.Round(1000 * alike);
    }

    private void AddChange((long Product, long Here, long There, double Alike) compared)
    {
        (_product, _here, _there, Changes) = (_product + compared.Product, _here + compared.Here, _there + compared.There, Changes + 1);
        if (Math.Min(compared.Here, compared.There) >= PicturePrints.StillBelow)
        {
            _lively.Add((int)Math.Round(1000 * compared.Alike));
        }
    }

    private ReadOnlySpan<short> Counted(ReadOnlySpan<short> picture, Span<short> to)
    {
        if (Mask is null)
        {
            return picture;
        }

        Mask.Apply(picture, to);
        return to;
    }

    private static (long Product, long Here, long There, double Alike) Compare(ReadOnlySpan<short> here, ReadOnlySpan<short> there)
    {
        var (product, mine, theirs) = (Dot(here, there), Dot(here, here), Dot(there, there));
        return (product, mine, theirs, mine == 0 || theirs == 0 ? 0 : product / (Math.Sqrt(mine) * Math.Sqrt(theirs)));
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
