using System.Numerics;

namespace VideoIndex.Copies.Pictures.Matching;

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

    // Which of four prints of one moment an entry is of: of the whole or the middle, as it is or mirrored.
    private const int Mirrored = 1, Middle = 2, Forms = 4;

    private readonly int[] _starts = new int[Buckets + 1];
    private readonly int[] _entries;
    private readonly (ulong Look, ulong Change)[] _codes;

    /// <summary>Lays out the prints of a reel, those of its middle, and those both would have mirrored.</summary>
    public PrintTable(Reel reel, int firstTick, int count)
    {
        (_codes, Count) = (new (ulong, ulong)[count * Forms], count);
        var keys = new List<(int Bucket, int Entry)>();
        foreach (var (crop, form) in new[] { (Crop.None, 0), (Crop.Middle, Middle) })
        {
            var view = new View(reel, crop, mirrored: false);
            for (var at = 0; at < count; at++)
            {
                LayOut(view, firstTick + at * Reel.HopTicks, at * Forms + form, keys);
            }
        }

        _entries = Sort(keys);
    }

    /// <summary>Gets how many prints are laid out.</summary>
    public int Count { get; }

    /// <summary>Calls back for every print laid out that is close to another: its number, and whether it is so only mirrored.</summary>
    /// <param name="print">The other print.</param>
    /// <param name="mostTogether">How many prints may share a word before it says nothing.</param>
    /// <param name="onClose">Takes the numbers; the same one may come more than once.</param>
    public void Find(in PicturePrint print, int mostTogether, Action<int, bool> onClose)
    {
        Find(print.Look, 0, mostTogether, Middle, onClose);
        Find(print.Change, WordsOfACode, mostTogether, Middle, onClose);
        Find(print.MiddleLook, 0, mostTogether, 0, onClose); // one middle is not compared with another
        Find(print.MiddleChange, WordsOfACode, mostTogether, 0, onClose);
    }

    private void Find(ulong code, int firstWord, int mostTogether, int forms, Action<int, bool> onClose)
    {
        for (var word = 0; code != 0 && word < WordsOfACode; word++)
        {
            var bucket = firstWord + word << WordBits | (int)(code >> word * WordBits & 0xFFFF);
            var (from, until) = (_starts[bucket], _starts[bucket + 1]);
            for (var at = from; at < until && until - from <= mostTogether; at++)
            {
                var entry = _entries[at];
                var held = firstWord == 0 ? _codes[entry].Look : _codes[entry].Change;
                if ((entry & Middle) <= forms && BitOperations.PopCount(code ^ held) <= CopyOptions.MostDifferent)
                {
                    onClose(entry / Forms, (entry & Mirrored) != 0);
                }
            }
        }
    }

    private void LayOut(View view, int tick, int entry, List<(int Bucket, int Entry)> keys)
    {
        Span<int> strengths = stackalloc int[Waves.Count];
        var look = view.Look(tick);
        var change = view.Change(tick);
        if (!look.IsEmpty)
        {
            var code = Waves.Read(look, strengths);
            (_codes[entry].Look, _codes[entry | Mirrored].Look) = (code, code ^ Waves.Odd);
            Add(keys, 0, code, strengths, entry);
        }

        if (!change.IsEmpty && PicturePrints.IsChange(change))
        {
            var code = Waves.Read(change, strengths);
            (_codes[entry].Change, _codes[entry | Mirrored].Change) = (code, code ^ Waves.Odd);
            Add(keys, WordsOfACode, code, strengths, entry);
        }
    }

    private static void Add(List<(int Bucket, int Entry)> keys, int firstWord, ulong code, ReadOnlySpan<int> strengths, int entry)
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
                    keys.Add((firstWord + word << WordBits | plain ^ mask, entry));
                    keys.Add((firstWord + word << WordBits | mirrored ^ mask, entry | Mirrored));
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
