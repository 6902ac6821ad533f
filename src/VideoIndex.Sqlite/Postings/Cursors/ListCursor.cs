using System.Runtime.InteropServices;
using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Cursors;

/// <summary>Goes through the list of one word, and reads only those blocks of it that are asked for.</summary>
internal sealed class ListCursor : Cursor
{
    private readonly SegmentBytes _bytes;
    private readonly TermPlace _place;
    private readonly SkipTable _skips;
    private readonly Weighing _weighing;
    private readonly float _weight;
    private readonly int[] _things = new int[ListWriter.Block];
    private readonly int _rest; // how many things are left over after the blocks
    private readonly List<int> _places = [];
    private int[]? _times;
    private ushort[]? _restPairs;
    private int _block = -1;
    private int _count;
    private int _at;
    private int _timesOf = -1; // the block whose times, and whose places, were read
    private int _placesOf = -1;
    private int _placesThing; // the thing of the block whose places start at _placesAt
    private int _placesAt;
    private int _boundBlock;

    /// <param name="bytes">Where it is read.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="weighing">How things are scored.</param>
    /// <param name="weight">The weight of the word.</param>
    public ListCursor(SegmentBytes bytes, TermPlace place, Weighing weighing, float weight)
    {
        (_bytes, _place, _weighing, _weight) = (bytes, place, weighing, weight);
        (var blocks, _rest) = Math.DivRem(place.Things, ListWriter.Block);
        _skips = blocks == 0 ? SkipTable.None : bytes.Skips(place.At, place.Bytes, blocks);
    }

    /// <inheritdoc/>
    public override long Cost => _place.Things;

    /// <inheritdoc/>
    public override int Seek(int thing)
    {
        if (thing <= Thing)
        {
            return Thing;
        }

        if (_count == 0 || thing > _things[_count - 1])
        {
            var block = BlockFrom(_block + 1, thing);
            if (block > _skips.Blocks || (block == _skips.Blocks && _rest == 0))
            {
                return Thing = End;
            }

            Load(block);
            if (thing > _things[_count - 1])
            {
                return Thing = End;
            }
        }

        if (_things[_at] < thing)
        {
            _at = Find(thing);
        }

        return Thing = _things[_at];
    }

    /// <inheritdoc/>
    public override void AddThings(List<int> things, int until)
    {
        for (var thing = Seek(Math.Max(Thing, 0)); thing < until; thing = Seek(_things[_count - 1] + 1))
        {
            var end = _things[_count - 1] < until ? _count : Find(until);
            things.AddRange(_things.AsSpan(_at..end));
            if (end < _count)
            {
                Seek(until);
                return;
            }
        }
    }

    /// <summary>Counts the things from the one it stands at to before another, and goes there: blocks that lie between are not read.</summary>
    public int Count(int until)
    {
        var count = 0;
        while (Seek(Math.Max(Thing, 0)) < until)
        {
            if (_things[_count - 1] >= until)
            {
                count += Find(until) - _at;
                Seek(until);
                return count;
            }

            count += _count - _at;
            var (from, whole) = (_block + 1, _block + 1);
            while (whole < _skips.Blocks && _skips.Last[whole] < until)
            {
                whole++;
            }

            count += (whole - from) * ListWriter.Block;
            Seek((whole > from ? _skips.Last[whole - 1] : _things[_count - 1]) + 1);
        }

        return count;
    }

    /// <inheritdoc/>
    public override float Quick() => _weighing.Bound(_weight, _block < _skips.Blocks ? _skips.Pairs(_block) : _restPairs, TimesOfBlock()[_at]);

    /// <inheritdoc/>
    public override float Score(int words) => _weighing.Score(_weight, Times(), words);

    /// <inheritdoc/>
    public override float Bound(int thing, out int until)
    {
        _boundBlock = BlockFrom(_boundBlock, thing);
        if (_boundBlock < _skips.Blocks)
        {
            until = _skips.Last[_boundBlock];
            return _weighing.Bound(_weight, _skips.Pairs(_boundBlock));
        }

        until = End - 1;
        if (_rest == 0)
        {
            return 0;
        }

        if (_restPairs is null)
        {
            Load(_skips.Blocks);
        }

        return _weighing.Bound(_weight, _restPairs);
    }

    /// <inheritdoc/>
    public override void AddPlaces(List<int> places)
    {
        var times = TimesOfBlock();
        if (_placesOf != _block)
        {
            BlockReader.Places(_bytes.Read(_place.At + _skips.PlacesAt[_block], _skips.PlacesLength(_block)), times, Room(Sum(times)));
            (_placesOf, _placesThing, _placesAt) = (_block, 0, 0);
        }

        for (; _placesThing < _at; _placesThing++)
        {
            _placesAt += times[_placesThing];
        }

        places.AddRange(CollectionsMarshal.AsSpan(_places).Slice(_placesAt, times[_at]));
    }

    private int Times() => TimesOfBlock()[_at];

    private ReadOnlySpan<int> TimesOfBlock()
    {
        _times ??= new int[ListWriter.Block];
        if (_timesOf != _block)
        {
            var (gap, repeat) = _skips.Widths[_block];
            var from = Bits.Bytes(ListWriter.Block, gap);
            BlockReader.Times(_bytes.Read(_place.At + _skips.ThingsAt[_block] + from, Bits.Bytes(ListWriter.Block, repeat)), repeat, _times);
            _timesOf = _block;
        }

        return _times.AsSpan(0, _count);
    }

    // The first block whose last thing is not before one; the number of blocks for what is left over.
    private int BlockFrom(int from, int thing)
    {
        var last = _skips.Last;
        var step = 1;
        while (from + step <= last.Length && last[from + step - 1] < thing)
        {
            from += step;
            step *= 2;
        }

        var end = Math.Min(from + step - 1, last.Length);
        while (from < end)
        {
            var middle = (from + end) / 2;
            (from, end) = last[middle] < thing ? (middle + 1, end) : (from, middle);
        }

        return from;
    }

    private void Load(int block)
    {
        (_block, _at) = (block, 0);
        if (block < _skips.Blocks)
        {
            _count = ListWriter.Block;
            var gap = _skips.Widths[block].Gap;
            BlockReader.Things(_bytes.Read(_place.At + _skips.ThingsAt[block], Bits.Bytes(_count, gap)), gap, block == 0 ? -1 : _skips.Last[block - 1], _things);
            return;
        }

        _count = _rest;
        _times ??= new int[ListWriter.Block];
        _places.Clear();
        var length = (int)(_place.Bytes - _skips.RestAt);
        var last = _skips.Blocks == 0 ? -1 : _skips.Last[^1];
        _restPairs = BlockReader.Rest(_bytes.Read(_place.At + _skips.RestAt, length)[..length], last, _things.AsSpan(0, _count), _times.AsSpan(0, _count), _places);
        (_timesOf, _placesOf, _placesThing, _placesAt) = (block, block, 0, 0);
    }

    private int Find(int thing)
    {
        var found = Array.BinarySearch(_things, _at, _count - _at, thing);
        return found >= 0 ? found : ~found;
    }

    private Span<int> Room(int count)
    {
        _places.Clear();
        return BlockReader.Grow(_places, count);
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
