using System.Numerics;

namespace VideoIndex.Copies.Pictures;

/// <summary>The prints of one video, laid out so that all prints of a library are looked up in it in one pass.</summary>
/// <remarks>
/// A print's two codes are eight words of 16 bits. Two prints are compared where they share a word, or would but for one or
/// two waves that hardly swing: locality-sensitive hashing with probes, after P. Indyk and R. Motwani, "Approximate Nearest
/// Neighbors" (1998), and Q. Lv et al., "Multi-Probe LSH" (2007). A word that is everywhere in the video says nothing of when.
/// </remarks>
internal sealed class PrintTable
{
    private const int Words = 8, WordBits = 16, WordsOfACode = 4, Buckets = Words << WordBits;

    // Of each word the waves that swing least are tried both ways.
    private const int Unsure = 3;

    private readonly int[] _starts = new int[Buckets + 1];
    private readonly int[] _entries;
    private readonly PicturePrint[] _prints, _mirrored;

    /// <summary>Lays out the prints of a view, and those it would have mirrored.</summary>
    public PrintTable(View view, int firstTick, int count)
    {
        (_prints, _mirrored) = (new PicturePrint[count], new PicturePrint[count]);
        var keys = new List<(int Bucket, int Entry)>();
        Span<int> strengths = stackalloc int[Waves.Count];
        for (var at = 0; at < count; at++)
        {
            var tick = firstTick + at * Reel.HopTicks;
            var look = view.Look(tick);
            var change = view.Change(tick);
            var (seen, moved) = (0UL, 0UL);
            if (!look.IsEmpty)
            {
                seen = Waves.Read(look, strengths);
                Add(keys, 0, seen, strengths, at);
            }

            if (!change.IsEmpty && PicturePrints.IsChange(change))
            {
                moved = Waves.Read(change, strengths);
                Add(keys, WordsOfACode, moved, strengths, at);
            }

            _prints[at] = new PicturePrint(seen, moved);
            _mirrored[at] = new PicturePrint(seen == 0 ? 0 : seen ^ Waves.Odd, moved == 0 ? 0 : moved ^ Waves.Odd);
        }

        _entries = Sort(keys);
    }

    /// <summary>Gets how many prints are laid out.</summary>
    public int Count => _prints.Length;

    /// <summary>Calls back for every print laid out that is close to another: its number, and whether it is so only mirrored.</summary>
    /// <param name="print">The other print.</param>
    /// <param name="mostTogether">How many prints may share a word before it says nothing.</param>
    /// <param name="onClose">Takes the numbers; the same one may come more than once.</param>
    public void Find(PicturePrint print, int mostTogether, Action<int, bool> onClose)
    {
        Find(print.Look, 0, mostTogether, onClose);
        Find(print.Change, WordsOfACode, mostTogether, onClose);
    }

    private void Find(ulong code, int firstWord, int mostTogether, Action<int, bool> onClose)
    {
        for (var word = 0; code != 0 && word < WordsOfACode; word++)
        {
            var bucket = firstWord + word << WordBits | (int)(code >> word * WordBits & 0xFFFF);
            var (from, until) = (_starts[bucket], _starts[bucket + 1]);
            for (var at = from; at < until && until - from <= mostTogether; at++)
            {
                var (number, mirrored) = (_entries[at] >> 1, (_entries[at] & 1) == 1);
                var held = mirrored ? _mirrored[number] : _prints[number];
                if (BitOperations.PopCount(code ^ (firstWord == 0 ? held.Look : held.Change)) <= CopyOptions.MostDifferent)
                {
                    onClose(number, mirrored);
                }
            }
        }
    }

    private static void Add(List<(int Bucket, int Entry)> keys, int firstWord, ulong code, ReadOnlySpan<int> strengths, int at)
    {
        Span<int> unsure = stackalloc int[Unsure];
        for (var word = 0; word < WordsOfACode; word++)
        {
            var mine = strengths.Slice(word * WordBits, WordBits);
            Weakest(mine, unsure);
            var (plain, mirrored) = ((int)(code >> word * WordBits & 0xFFFF), (int)((code ^ Waves.Odd) >> word * WordBits & 0xFFFF));
            for (var flips = 0; flips < 1 << Unsure; flips++)
            {
                if (BitOperations.PopCount((uint)flips) <= 2)
                {
                    var mask = Mask(flips, unsure);
                    keys.Add((firstWord + word << WordBits | plain ^ mask, at << 1));
                    keys.Add((firstWord + word << WordBits | mirrored ^ mask, at << 1 | 1));
                }
            }
        }
    }

    private static int Mask(int flips, ReadOnlySpan<int> unsure)
    {
        var mask = 0;
        for (var one = 0; one < unsure.Length; one++)
        {
            mask |= (flips >> one & 1) << unsure[one];
        }

        return mask;
    }

    private static void Weakest(ReadOnlySpan<int> strengths, Span<int> weakest)
    {
        weakest.Fill(-1);
        for (var place = 0; place < weakest.Length; place++)
        {
            var best = -1;
            for (var wave = 0; wave < strengths.Length; wave++)
            {
                if (!weakest.Contains(wave) && (best < 0 || strengths[wave] < strengths[best]))
                {
                    best = wave;
                }
            }

            weakest[place] = best;
        }
    }

    private int[] Sort(List<(int Bucket, int Entry)> keys)
    {
        foreach (var (bucket, _) in keys)
        {
            _starts[bucket + 1]++;
        }

        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            _starts[bucket + 1] += _starts[bucket];
        }

        var (next, entries) = ((int[])_starts.Clone(), new int[keys.Count]);
        foreach (var (bucket, entry) in keys)
        {
            entries[next[bucket]++] = entry;
        }

        return entries;
    }
}
