using System.Runtime.InteropServices;
using VideoIndex.Search.Evaluation;
using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Segments;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Postings.Building;

/// <summary>Gathers the things of videos, and which words they have, for a segment of their own. Takes 12 bytes of memory for each word that is said.</summary>
/// <param name="classes">Returns the number of a class.</param>
internal sealed class Gathering(Func<ThingClass, int> classes)
{
    private const long Farthest = 1L << 50; // milliseconds; 35,000 years

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>?[] _terms = new Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>?[16];
    private readonly ThingWords _words = new();
    private readonly List<(string Word, byte Field)> _keys = [];
    private readonly List<int> _counts = [];
    private readonly List<(int Term, int Thing, int Place)> _postings = [];
    private readonly Dictionary<ThingClass, int> _classes = [];

    /// <summary>Gets the videos.</summary>
    public List<SegmentVideo> Videos { get; } = [];

    /// <summary>Gets the things of all of them, one after another.</summary>
    public List<ThingFacts> Things { get; } = [];

    /// <summary>Gets the words; the number of each is its place here.</summary>
    public IReadOnlyList<(string Word, byte Field)> Terms => _keys;

    /// <summary>Gets how often each word is there.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>Gets every word of every thing, in order of thing, then place; those of everything in a field last of each thing.</summary>
    public ReadOnlySpan<(int Term, int Thing, int Place)> Postings => CollectionsMarshal.AsSpan(_postings);

    /// <summary>Adds a video, one after all that were added.</summary>
    /// <param name="video">Its ordinal.</param>
    /// <param name="things">Its things, by rising key; those of fields that are not kept here are passed over.</param>
    public void Add(long video, IReadOnlyList<(long Key, SearchableSpan Thing)> things)
    {
        var first = Things.Count;
        foreach (var (key, thing) in things)
        {
            if (TermKeys.Of(TermKeys.FieldOf(thing)) is > 0 and var field)
            {
                Add(key, thing, field);
            }
        }

        if (Things.Count > first)
        {
            Videos.Add(new SegmentVideo(video, Things.Count - first, MomentKey.IsWhole(things[0].Key) && TermKeys.Of(TermKeys.FieldOf(things[0].Thing)) > 0));
        }
    }

    private void Add(long key, SearchableSpan thing, byte field)
    {
        var number = Things.Count;
        var words = _words.Of(thing, (word, under, place) => _postings.Add((TermOf(word, under), number, place)));
        _postings.Add((TermOf("", field), number, ThingWords.Border(thing)));
        var start = Math.Clamp(thing.Span.Start.Milliseconds(), -Farthest, Farthest);
        var end = Math.Clamp(-new MediaTime(-thing.Span.End.Seconds).Milliseconds(), -Farthest, Farthest); // rounded up
        var low = key & ((1L << MomentKey.BelowVideo) - 1);
        Things.Add(new ThingFacts(
            low >> MomentKey.TieBits,
            low & ((1L << MomentKey.TieBits) - 1),
            start - (low >> MomentKey.TieBits),
            end - start,
            words,
            ClassOf(thing),
            (long)Math.Round(thing.Confidence.Value * 1e6)));
    }

    private int TermOf(ReadOnlySpan<char> word, byte field)
    {
        var terms = _terms[field] ??= new Dictionary<string, int>().GetAlternateLookup<ReadOnlySpan<char>>();
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, word, out var isKnown);
        if (!isKnown)
        {
            term = _keys.Count;
            _keys.Add((word.ToString(), field));
            _counts.Add(0);
        }

        CollectionsMarshal.AsSpan(_counts)[term]++;
        return term;
    }

    private int ClassOf(SearchableSpan thing)
    {
        var one = ThingClass.Of(thing);
        if (!_classes.TryGetValue(one, out var number))
        {
            _classes.Add(one, number = classes(one));
        }

        return number;
    }
}
