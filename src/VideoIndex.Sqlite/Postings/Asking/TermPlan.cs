using Microsoft.Data.Sqlite;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Postings.Cursors;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Asking;

/// <summary>Makes cursors of a term: all its wordings, each of which may be said in several ways, each a word or a phrase, each word of which may be any of several.</summary>
/// <param name="connection">The connection.</param>
/// <param name="cache">What is kept in memory.</param>
/// <param name="snapshot">The state of the index.</param>
/// <param name="term">The term. Its conditions are not looked at.</param>
/// <param name="isScored">Whether scores are wanted: then each word's things are counted in all segments first.</param>
/// <param name="relevance">How much each pattern says, where that is known already.</param>
internal sealed class TermPlan(SqliteConnection connection, PageCache cache, Snapshot snapshot, TermClause term, bool isScored, Relevance? relevance = null)
{
    private static readonly int Joints = TermFields.Bit(TermKeys.Of(TermKeys.Across));

    private readonly WordFinder _words = new(connection, cache, TermFields.Of(term));
    private readonly WordFinder _joints = new(connection, cache, TermFields.Of(term) & Joints);
    private readonly Dictionary<(long Segment, WordPattern Pattern), List<FoundWord>> _found = [];
    private readonly Dictionary<string, float> _weights = [];
    private readonly Weighing _weighing = new(snapshot.Things, relevance is null ? snapshot.Average : (float)relevance.MeanLength);

    /// <summary>Returns a cursor over the things of a segment that have the term's words; null where there are none.</summary>
    public Cursor? Open(Segment segment)
    {
        if (isScored && relevance is null && _weights.Count == 0)
        {
            Weigh();
        }

        if (term.Wordings.Count == 0)
        {
            return AnyCursor.Of([.. _words.Everything(segment).Select(place => List(segment, place, 0))], areApart: true);
        }

        var parts = new List<Cursor>();
        foreach (var wording in term.Wordings)
        {
            if (Open(segment, wording) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return parts is [var one] ? one : new AllCursor(parts);
    }

    private static IEnumerable<IReadOnlyList<WordPattern>> Phrases(Wording wording) =>
        wording.Alternatives.SelectMany(Phrases).Concat(wording.Labels.Select(Label)).Prepend(wording.Words).Where(words => words.Count > 0);

    private static IReadOnlyList<WordPattern> Label(string label) => [.. Words.In(label).Select(word => new WordPattern(word.Folded))];

    private Cursor? Open(Segment segment, Wording wording)
    {
        var ways = new List<Cursor>();
        foreach (var words in Phrases(wording))
        {
            if (Open(segment, words) is { } way)
            {
                ways.Add(way);
            }
        }

        return AnyCursor.Of(ways);
    }

    private Cursor? Open(Segment segment, IReadOnlyList<WordPattern> phrase)
    {
        var (parts, weight) = (new List<Cursor>(), 0F);
        foreach (var pattern in phrase)
        {
            var found = Find(segment, pattern);
            if (AnyCursor.Of([.. found.SelectMany(word => word.Places.Select(place => List(segment, place, WeightOf(word, pattern))))], areApart: found.Count == 1 && term.Field != "video") is not { } part)
            {
                return null;
            }

            parts.Add(part);
            weight += found.Min(word => WeightOf(word, pattern));
        }

        return parts is [var one] ? one : new PhraseCursor(parts, (_weighing, weight), Border(segment));
    }

    private Cursor? Border(Segment segment) => AnyCursor.Of([.. _joints.Everything(segment).Select(place => List(segment, place, 0))]);

    private ListCursor List(Segment segment, TermPlace place, float weight) => new(new SegmentBytes(connection, cache, segment.Number, segment.Stamp), place, _weighing, weight);

    private float WeightOf(FoundWord word, WordPattern pattern) => relevance is null ? _weights.GetValueOrDefault(word.Word) : isScored ? Weighing.WeightOf(relevance.Idf(pattern)) : 0;

    private List<FoundWord> Find(Segment segment, WordPattern pattern)
    {
        if (!_found.TryGetValue((segment.Stamp, pattern), out var found))
        {
            _found.Add((segment.Stamp, pattern), found = _words.Find(segment, pattern));
        }

        return found;
    }

    private void Weigh()
    {
        var things = new Dictionary<string, long>();
        var counted = new HashSet<(long Segment, string Word)>();
        foreach (var pattern in term.Wordings.SelectMany(Phrases).SelectMany(phrase => phrase).Distinct())
        {
            foreach (var segment in snapshot.Segments.Select(live => live.Segment))
            {
                foreach (var word in Find(segment, pattern).Where(word => counted.Add((segment.Stamp, word.Word))))
                {
                    things[word.Word] = things.GetValueOrDefault(word.Word) + word.Things;
                }
            }
        }

        foreach (var (word, count) in things)
        {
            _weights[word] = _weighing.WeightOf(count);
        }
    }
}
