using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VideoIndex.Features;

/// <summary>Codes laid out to be compared with one code, many at once.</summary>
public sealed class CodeTable
{
    private const int Lanes = 8;

    private readonly ulong[] _low, _high;
    private readonly bool _vectors;

    /// <summary>Creates one of codes, numbered in this order from 0.</summary>
    public CodeTable(ReadOnlySpan<FeatureCode> codes)
        : this(codes, vectors: true)
    {
    }

    internal CodeTable(ReadOnlySpan<FeatureCode> codes, bool vectors)
    {
        (Count, _vectors) = (codes.Length, vectors);
        var room = (codes.Length + Lanes - 1) / Lanes * Lanes;
        (_low, _high) = (new ulong[room], new ulong[room]);
        for (var at = 0; at < codes.Length; at++)
        {
            (_low[at], _high[at]) = (codes[at].Low, codes[at].High);
        }
    }

    /// <summary>Gets how many codes there are.</summary>
    public int Count { get; }

    /// <summary>Finds the codes nearest to one, nearest first; of equally near ones the first.</summary>
    /// <param name="code">The code.</param>
    /// <param name="limit">The distance they must be below, from 0 to 129.</param>
    /// <param name="nearest">What takes them: as many as it has room for.</param>
    /// <returns>How many were found.</returns>
    public int Nearest(FeatureCode code, int limit, Span<NearCode> nearest)
    {
        var search = new Search(nearest, limit);
        if (_vectors && Avx512BW.IsSupported)
        {
            Search512(code, ref search);
        }
        else if (_vectors && Avx2.IsSupported)
        {
            Search256(code, ref search);
        }
        else
        {
            for (var at = 0; at < Count; at++)
            {
                search.Offer(at, BitOperations.PopCount(_low[at] ^ code.Low) + BitOperations.PopCount(_high[at] ^ code.High));
            }
        }

        return search.Found;
    }

    private void Search512(FeatureCode code, ref Search search)
    {
        ref var lows = ref MemoryMarshal.GetArrayDataReference(_low);
        ref var highs = ref MemoryMarshal.GetArrayDataReference(_high);
        var (low, high) = (Vector512.Create(code.Low), Vector512.Create(code.High));
        for (nuint at = 0; at < (nuint)_low.Length; at += 8)
        {
            var bits = Ones(Vector512.LoadUnsafe(ref lows, at) ^ low) + Ones(Vector512.LoadUnsafe(ref highs, at) ^ high);
            var distances = Avx512BW.SumAbsoluteDifferences(bits, Vector512<byte>.Zero).AsUInt64();
            var below = Vector512.LessThan(distances, Vector512.Create((ulong)search.Limit)).ExtractMostSignificantBits();
            for (; below != 0; below &= below - 1)
            {
                var lane = BitOperations.TrailingZeroCount(below);
                search.OfferIn(Count, (int)at + lane, (int)distances[lane]);
            }
        }
    }

    private void Search256(FeatureCode code, ref Search search)
    {
        ref var lows = ref MemoryMarshal.GetArrayDataReference(_low);
        ref var highs = ref MemoryMarshal.GetArrayDataReference(_high);
        var (low, high) = (Vector256.Create(code.Low), Vector256.Create(code.High));
        for (nuint at = 0; at < (nuint)_low.Length; at += 4)
        {
            var bits = Ones(Vector256.LoadUnsafe(ref lows, at) ^ low) + Ones(Vector256.LoadUnsafe(ref highs, at) ^ high);
            var distances = Avx2.SumAbsoluteDifferences(bits, Vector256<byte>.Zero).AsUInt64();
            var below = Vector256.LessThan(distances, Vector256.Create((ulong)search.Limit)).ExtractMostSignificantBits();
            for (; below != 0; below &= below - 1)
            {
                var lane = BitOperations.TrailingZeroCount(below);
                search.OfferIn(Count, (int)at + lane, (int)distances[lane]);
            }
        }
    }

    // How many bits of each byte are set: looked up for each of its halves (Mula, Kurz and Lemire 2018).
    private static Vector512<byte> Ones(Vector512<ulong> bits)
    {
        var table = Vector512.Create(Vector256.Create(HalfByteOnes, HalfByteOnes), Vector256.Create(HalfByteOnes, HalfByteOnes));
        var half = Vector512.Create((byte)15);
        return Avx512BW.Shuffle(table, bits.AsByte() & half) + Avx512BW.Shuffle(table, (bits >> 4).AsByte() & half);
    }

    private static Vector256<byte> Ones(Vector256<ulong> bits)
    {
        var (table, half) = (Vector256.Create(HalfByteOnes, HalfByteOnes), Vector256.Create((byte)15));
        return Avx2.Shuffle(table, bits.AsByte() & half) + Avx2.Shuffle(table, (bits >> 4).AsByte() & half);
    }

    private static Vector128<byte> HalfByteOnes => Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

    private ref struct Search(Span<NearCode> nearest, int limit)
    {
        private readonly Span<NearCode> _nearest = nearest;

        /// <summary>Gets the distance anything else must be below to be of use.</summary>
        public int Limit { get; private set; } = limit;

        public int Found { get; private set; }

        public void OfferIn(int count, int at, int distance)
        {
            if (at < count)
            {
                Offer(at, distance);
            }
        }

        public void Offer(int at, int distance)
        {
            if (distance >= Limit || _nearest.IsEmpty)
            {
                return;
            }

            var place = Found < _nearest.Length ? Found++ : Found - 1;
            for (; place > 0 && _nearest[place - 1].Distance > distance; place--)
            {
                _nearest[place] = _nearest[place - 1];
            }

            _nearest[place] = new NearCode(at, distance);
            Limit = Found == _nearest.Length ? _nearest[^1].Distance : Limit;
        }
    }
}

/// <summary>A code near another.</summary>
/// <param name="At">Its number in its table.</param>
/// <param name="Distance">How many bits differ, from 0 to 128.</param>
public readonly record struct NearCode(int At, int Distance);
