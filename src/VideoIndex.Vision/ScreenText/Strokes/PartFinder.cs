using System.Numerics;

namespace VideoIndex.Vision.ScreenText.Strokes;

/// <summary>Joins the pixels of strokes that touch, also at a corner, into parts.</summary>
/// <remarks>Runs of each row are joined to those of the row above by union and find (Rosenfeld and Pfaltz 1966).</remarks>
internal sealed class PartFinder
{
    /// <summary>The most runs taken of one picture; where there are more, what stands out least is left out.</summary>
    public const int MostRuns = 1 << 18;

    private readonly List<Part> _parts = [];
    private Run[] _runs = new Run[4096];
    private int[] _owner = new int[4096], _into = new int[1024];
    private Part[] _all = new Part[1024];
    private int _count, _labels;

    /// <summary>Gets the parts that were kept, by their topmost rows.</summary>
    public List<Part> Parts => _parts;

    /// <summary>Gets the runs parts are made of.</summary>
    public ReadOnlySpan<Run> Runs => _runs.AsSpan(0, _count);

    /// <summary>Finds the parts of a map that a letter could be.</summary>
    /// <returns>Whether the map had few enough runs; if not, there are no parts.</returns>
    public bool Find(StrokeMap map, Plane picture, int least, int most)
    {
        (_count, _labels) = (0, 0);
        _parts.Clear();
        var (above, row) = ((From: 0, To: 0), 0);
        for (; row < map.Height && _count < MostRuns; row++)
        {
            var from = _count;
            ReadRow(map.Bits.Slice(row * map.Words, map.Words), row, map.Width);
            Join(above.From, above.To, from);
            above = (from, _count);
        }

        if (_count >= MostRuns)
        {
            return false;
        }

        Keep(map, picture, least, most);
        return true;
    }

    private void ReadRow(ReadOnlySpan<uint> words, int row, int width)
    {
        unchecked
        {
            var start = -1;
            for (var word = 0; word < words.Length; word++)
            {
                // A bit for each pixel that is not as the one before it.
                var bits = words[word];
                var turns = bits ^ ((bits << 1) | (start >= 0 ? 1u : 0));
                for (; turns != 0; turns &= turns - 1)
                {
                    var x = word * 32 + BitOperations.TrailingZeroCount(turns);
                    if (start >= 0)
                    {
                        Add(row, start, Math.Min(x, width));
                    }

                    start = start < 0 ? x : -1;
                }
            }

            if (start >= 0)
            {
                Add(row, start, width);
            }
        }
    }

    // What lies right of the picture, in its last word, is no run.
    private void Add(int row, int start, int end)
    {
        if (start >= end)
        {
            return;
        }

        if (_count == _runs.Length)
        {
            Array.Resize(ref _runs, 2 * _count);
            Array.Resize(ref _owner, 2 * _count);
        }

        _runs[_count++] = new Run { Row = row, Start = start, End = end, Next = -1 };
    }

    private void Join(int above, int aboveEnd, int from)
    {
        unchecked
        {
            var runs = _runs.AsSpan(0, _count);
            for (var at = from; at < runs.Length; at++)
            {
                var (start, end) = (runs[at].Start, runs[at].End);
                while (above < aboveEnd && runs[above].End < start)
                {
                    above++;
                }

                var (label, links, overlap) = (-1, 0, 0);
                for (var other = above; other < aboveEnd && runs[other].Start <= end; other++)
                {
                    links++;
                    overlap += Math.Max(0, Math.Min(end, runs[other].End) - Math.Max(start, runs[other].Start));
                    label = label < 0 ? Root(_owner[other]) : Merge(label, Root(_owner[other]));
                }

                _owner[at] = label < 0 ? Begin(at) : GoOn(label, at, links, overlap);
            }
        }
    }

    private int Begin(int at)
    {
        if (_labels == _all.Length)
        {
            Array.Resize(ref _all, 2 * _labels);
            Array.Resize(ref _into, 2 * _labels);
        }

        var run = _runs[at];
        _all[_labels] = new Part
        {
            Left = run.Start,
            Top = run.Row,
            Right = run.End,
            Bottom = run.Row + 1,
            Area = run.End - run.Start,
            Runs = 1,
            First = at,
            Last = at,
        };
        _into[_labels] = _labels;
        return _labels++;
    }

    private int GoOn(int label, int at, int links, int overlap)
    {
        unchecked
        {
            ref var part = ref _all[label];
            ref var run = ref _runs[at];
            _runs[part.Last].Next = at;
            (part.Left, part.Right) = (Math.Min(part.Left, run.Start), Math.Max(part.Right, run.End));
            (part.Last, part.Bottom) = (at, run.Row + 1);
            part.Area += run.End - run.Start;
            part.Runs++;
            part.Links += links;
            part.Overlap += overlap;
            return label;
        }
    }

    private int Root(int label)
    {
        while (_into[label] != label)
        {
            label = _into[label] = _into[_into[label]];
        }

        return label;
    }

    private int Merge(int label, int other)
    {
        if (label == other)
        {
            return label;
        }

        var (into, from) = (Math.Min(label, other), Math.Max(label, other));
        ref var part = ref _all[into];
        ref var gone = ref _all[from];
        _into[from] = into;
        (part.Left, part.Right) = (Math.Min(part.Left, gone.Left), Math.Max(part.Right, gone.Right));
        (part.Top, part.Bottom) = (Math.Min(part.Top, gone.Top), Math.Max(part.Bottom, gone.Bottom));
        _runs[part.Last].Next = gone.First;
        part.Last = gone.Last;
        (part.Area, part.Runs, part.Links, part.Overlap) =
            (part.Area + gone.Area, part.Runs + gone.Runs, part.Links + gone.Links, part.Overlap + gone.Overlap);
        return into;
    }

    private void Keep(StrokeMap map, Plane picture, int least, int most)
    {
        for (var label = 0; label < _labels; label++)
        {
            ref var part = ref _all[label];
            if (_into[label] != label || part.Height < least || part.Height > most || part.Width > most * 12
                || (part.Width > 2 && 4 * part.Area < 5 * part.Height) || Bar(part) || part.Top == 0 || part.Bottom == map.Height)
            {
                continue;
            }

            for (var at = part.First; at >= 0; at = _runs[at].Next)
            {
                var run = _runs[at];
                part.Contrast += Sum(map.Hats(run.Row)[run.Start..run.End]);
                part.Luma += Sum(picture.Pixels.AsSpan(run.Row * picture.Width + run.Start, run.End - run.Start));
            }

            _parts.Add(part);
        }
    }

    // Letters are not as full as a bar that lies; and what the edge of the picture cuts off has its feet in line, whatever it is.
    private static bool Bar(in Part part) => 2 * part.Width > 3 * part.Height && 4 * part.Area > 3 * part.Width * part.Height;

    private static int Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        foreach (var value in bytes)
        {
            sum += value;
        }

        return sum;
    }
}
