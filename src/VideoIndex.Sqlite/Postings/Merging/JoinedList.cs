using System.Runtime.InteropServices;
using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Merging;

/// <summary>The lists of one word in several segments, joined to one. Made to be used again for the next word.</summary>
internal sealed class JoinedList
{
    private readonly WholeList _list = new();
    private readonly List<Run> _runs = [];
    private readonly List<int> _things = [];
    private readonly List<int> _times = [];
    private readonly List<int> _words = [];
    private readonly List<int> _places = [];
    private readonly Sorted _sorted = new();
    private bool _isSorted = true;

    /// <summary>Gets how many things have the word.</summary>
    public int Things => _things.Count;

    /// <summary>Forgets all that was added.</summary>
    public void Clear()
    {
        _runs.Clear();
        _things.Clear();
        _times.Clear();
        _words.Clear();
        _places.Clear();
        _isSorted = true;
    }

    /// <summary>Adds the list that a segment stands at.</summary>
    public void Add(MergeInput input)
    {
        _list.Read(input.Bytes, input.Terms.Place, thingsOnly: false);
        var (place, at) = (0, 0);
        while (at < _list.Things.Length)
        {
            var video = input.Segment.VideoOf(_list.Things[at]);
            var (first, end, from, fromPlace) = (input.Segment.FirstThing[video], input.Segment.FirstThing[video + 1], at, place);
            while (at < _list.Things.Length && _list.Things[at] < end)
            {
                place += _list.Times[at++];
            }

            if (input.First[video] >= 0)
            {
                AddRun(input, input.First[video] - first, from..at, fromPlace..place);
            }
        }
    }

    /// <summary>Returns the joined list.</summary>
    public ListContents Contents()
    {
        if (_isSorted)
        {
            return new ListContents(Span(_things), Span(_times), Span(_words), Span(_places));
        }

        _runs.Sort((one, other) => one.First.CompareTo(other.First));
        _sorted.Clear();
        foreach (var run in _runs)
        {
            _sorted.Things.AddRange(Span(_things)[run.From..run.To]);
            _sorted.Times.AddRange(Span(_times)[run.From..run.To]);
            _sorted.Words.AddRange(Span(_words)[run.From..run.To]);
            _sorted.Places.AddRange(Span(_places)[run.FromPlace..run.ToPlace]);
        }

        return new ListContents(Span(_sorted.Things), Span(_sorted.Times), Span(_sorted.Words), Span(_sorted.Places));
    }

    private void AddRun(MergeInput input, int shift, Range things, Range places)
    {
        var (from, fromPlace) = (_things.Count, _places.Count);
        foreach (var thing in _list.Things[things])
        {
            _things.Add(thing + shift);
            _words.Add(input.Table.Words(thing));
        }

        _times.AddRange(_list.Times[things]);
        _places.AddRange(_list.Places[places]);
        _isSorted &= from == 0 || _things[from - 1] < _things[from];
        _runs.Add(new Run(_things[from], from, _things.Count, fromPlace, _places.Count));
    }

    private static Span<int> Span(List<int> numbers) => CollectionsMarshal.AsSpan(numbers);

    private readonly record struct Run(int First, int From, int To, int FromPlace, int ToPlace);

    private sealed class Sorted
    {
        public List<int> Things { get; } = [];

        public List<int> Times { get; } = [];

        public List<int> Words { get; } = [];

        public List<int> Places { get; } = [];

        public void Clear()
        {
            Things.Clear();
            Times.Clear();
            Words.Clear();
            Places.Clear();
        }
    }
}
