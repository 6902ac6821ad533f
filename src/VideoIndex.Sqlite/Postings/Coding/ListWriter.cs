namespace VideoIndex.Sqlite.Postings.Coding;

/// <summary>Which things have one word, and where in them.</summary>
/// <remarks>
/// Things are numbered within a segment in order of key. The bytes: where there are blocks of 128 things, how many bytes the skip table takes, and its lines, one for each; the blocks' things; the
/// blocks' places; what is left over, fewer than 128 things.
/// <list type="bullet">
/// <item>A line: how far its last thing is after the last of the line before; a byte, how many bits a gap takes; a byte, how many bits a repeat takes; how many
/// bytes its places take; then what bounds its best score: the number of pairs, less one, and each pair of times and words, a byte each (255 is any more).
/// No thing of the block has the word more often, and fewer words, than one of the pairs.</item>
/// <item>A block's things: the gaps, each less one, packed; how often each has the word, less one, packed.</item>
/// <item>A block's places: a byte, how many bits each takes; packed, of each thing the number of the first word that is it, then how far on the next ones are, less one.</item>
/// <item>What is left over, for each thing: twice the gap less one, plus one where it has the word more than once; then how often, less two; then the places as above.
/// Before them the pairs, as in a line.</item>
/// </list>
/// All numbers that are not packed are as in <see cref="ByteWriter.Number"/>.
/// </remarks>
internal sealed class ListWriter
{
    /// <summary>How many things a block has.</summary>
    public const int Block = 128;

    /// <summary>The most times and words that a pair can say.</summary>
    public const int MostInPair = 255;

    private readonly ByteWriter _lines = new();
    private readonly ByteWriter _things = new();
    private readonly ByteWriter _places = new();
    private readonly List<(byte Times, byte Words)> _pairs = [];
    private readonly long[] _values = new long[Block];
    private long[] _wide = new long[Block];

    /// <summary>Appends a list.</summary>
    /// <param name="list">What is in it.</param>
    /// <param name="into">Where it goes.</param>
    public void Write(in ListContents list, ByteWriter into)
    {
        _lines.Clear();
        _things.Clear();
        _places.Clear();
        var (last, place, at) = (-1, 0, 0);
        for (; at + Block <= list.Things.Length; at += Block)
        {
            var times = list.Times.Slice(at, Block);
            var count = Sum(times);
            WriteBlock(last, list.Things.Slice(at, Block), times, list.Words.Slice(at, Block), list.Places.Slice(place, count));
            place += count;
            last = list.Things[at + Block - 1];
        }

        if (at > 0)
        {
            into.Number(_lines.Length);
            into.Bytes(_lines.Written);
        }

        into.Bytes(_things.Written);
        into.Bytes(_places.Written);
        if (at < list.Things.Length)
        {
            WriteRest(last, list.Things[at..], list.Times[at..], list.Words[at..], list.Places[place..], into);
        }
    }

    private void WriteBlock(int last, ReadOnlySpan<int> things, ReadOnlySpan<int> times, ReadOnlySpan<int> words, ReadOnlySpan<int> places)
    {
        _lines.Number(things[^1] - last);
        _lines.Byte((byte)PackGaps(last, things));
        _lines.Byte((byte)PackRepeats(times));
        var before = _places.Length;
        PackPlaces(times, places);
        _lines.Number(_places.Length - before);
        WritePairs(times, words, _lines);
    }

    private int PackGaps(int last, ReadOnlySpan<int> things)
    {
        var all = 0L;
        for (var at = 0; at < Block; at++)
        {
            _values[at] = things[at] - last - 1;
            all |= _values[at];
            last = things[at];
        }

        return Pack(_values, all, _things);
    }

    private int PackRepeats(ReadOnlySpan<int> times)
    {
        var all = 0L;
        for (var at = 0; at < Block; at++)
        {
            _values[at] = times[at] - 1;
            all |= _values[at];
        }

        return Pack(_values, all, _things);
    }

    private void PackPlaces(ReadOnlySpan<int> times, ReadOnlySpan<int> places)
    {
        if (_wide.Length < places.Length)
        {
            _wide = new long[2 * places.Length];
        }

        var (all, at) = (0L, 0);
        foreach (var count in times)
        {
            for (var one = 0; one < count; one++, at++)
            {
                _wide[at] = one == 0 ? places[at] : places[at] - places[at - 1] - 1;
                all |= _wide[at];
            }
        }

        _places.Byte((byte)Bits.Width(all));
        Pack(_wide.AsSpan(0, at), all, _places);
    }

    private static int Pack(ReadOnlySpan<long> values, long all, ByteWriter into)
    {
        var width = Bits.Width(all);
        Bits.Pack(values, width, into);
        return width;
    }

    private void WriteRest(int last, ReadOnlySpan<int> things, ReadOnlySpan<int> times, ReadOnlySpan<int> words, ReadOnlySpan<int> places, ByteWriter into)
    {
        WritePairs(times, words, into);
        var place = 0;
        for (var at = 0; at < things.Length; at++)
        {
            into.Number((2L * (things[at] - last - 1)) + (times[at] > 1 ? 1 : 0));
            last = things[at];
            if (times[at] > 1)
            {
                into.Number(times[at] - 2);
            }

            for (var one = 0; one < times[at]; one++, place++)
            {
                into.Number(one == 0 ? places[place] : places[place] - places[place - 1] - 1);
            }
        }
    }

    // Those that no other beats: more often, or fewer words.
    private void WritePairs(ReadOnlySpan<int> times, ReadOnlySpan<int> words, ByteWriter into)
    {
        _pairs.Clear();
        for (var at = 0; at < times.Length; at++)
        {
            var one = (Times: (byte)Math.Min(times[at], MostInPair), Words: (byte)Math.Min(words[at], MostInPair));
            if (!_pairs.Exists(pair => pair.Times >= one.Times && pair.Words <= one.Words))
            {
                _pairs.RemoveAll(pair => one.Times >= pair.Times && one.Words <= pair.Words);
                _pairs.Add(one);
            }
        }

        into.Byte((byte)(_pairs.Count - 1));
        foreach (var (often, length) in _pairs)
        {
            into.Byte(often);
            into.Byte(length);
        }
    }

    private static int Sum(ReadOnlySpan<int> times)
    {
        var sum = 0;
        foreach (var count in times)
        {
            sum += count;
        }

        return sum;
    }
}

/// <summary>What is in a list.</summary>
/// <param name="things">The things, rising.</param>
/// <param name="times">How often each has the word, from 1.</param>
/// <param name="words">How many words each has in all.</param>
/// <param name="places">The numbers of the words that are it, from 0, rising within each thing; those of all things one after another.</param>
internal readonly ref struct ListContents(ReadOnlySpan<int> things, ReadOnlySpan<int> times, ReadOnlySpan<int> words, ReadOnlySpan<int> places)
{
    public ReadOnlySpan<int> Things { get; } = things;

    public ReadOnlySpan<int> Times { get; } = times;

    public ReadOnlySpan<int> Words { get; } = words;

    public ReadOnlySpan<int> Places { get; } = places;
}
