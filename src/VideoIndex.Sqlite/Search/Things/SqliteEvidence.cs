using Microsoft.Data.Sqlite;
using VideoIndex.Metadata;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Metadata;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Search.Things;

/// <summary>What is known of one video, read from the tables only as far as a question asks.</summary>
/// <param name="connection">The connection.</param>
/// <param name="ordinal">The video's ordinal.</param>
/// <param name="noise">The labels that are noise, folded.</param>
/// <param name="keys">Gives the keys of the things that are candidates for a term, in rising order.</param>
internal sealed class SqliteEvidence(SqliteConnection connection, long ordinal, IReadOnlySet<string> noise, Func<TermClause, IReadOnlyList<long>> keys) : IEvidence
{
    private readonly ThingReader _things = new(connection, ordinal);

    /// <inheritdoc/>
    public VideoFacts Facts => field ??= new FactReader(connection).Of(ordinal)!;

    /// <summary>Gets how many things were read.</summary>
    public long Read { get; private set; }

    /// <inheritdoc/>
    public Looked? Looked(string field) => connection.Rows(
        "SELECT origin_kind, origin_name, origin_version FROM detector WHERE video = $video AND kind = $kind",
        row => new Looked(Facts.Video.Extent, row.Origin(0)),
        ("$video", ordinal),
        ("$kind", field)).SingleOrDefault();

    /// <inheritdoc/>
    public IReadOnlyList<SearchableSpan> Candidates(TermClause term) => term.Field switch
    {
        "shot" => _things.Shots,
        "scene" => _things.Scenes,
        "video" => [_things.Whole],
        null => Ordered([.. Keyed(term), .. Numbered(term)]),
        _ => Ordered(Keyed(term)),
    };

    /// <inheritdoc/>
    public IReadOnlyList<SearchableSpan> Everything() =>
        Ordered(_things.ReadAll().Where(thing => !MomentKey.IsWhole(thing.Key) && thing.Thing.Joint is null).Select(thing => thing.Thing));

    private IEnumerable<SearchableSpan> Keyed(TermClause term) => _things.Read(keys(term), term.Field).Select(thing => thing.Thing);

    // Plain words search no shots or scenes, or "what a shot" would drown in cuts; a plain "shot 3" does.
    private IEnumerable<SearchableSpan> Numbered(TermClause term) => term.Wordings.SelectMany(wording => wording.Words is [var part, _] ? Parts(part.Folded) : []).Distinct();

    private IReadOnlyList<SearchableSpan> Parts(string word) => word switch
    {
        "shot" => _things.Shots,
        "scene" => _things.Scenes,
        _ => [],
    };

    private List<SearchableSpan> Ordered(IEnumerable<SearchableSpan> things)
    {
        var kept = things.Where(thing => !IsNoise(thing)).ToList();
        kept.Sort((one, other) => Compare(one, other));
        Read += kept.Count;
        return kept;
    }

    private bool IsNoise(SearchableSpan thing) =>
        noise.Count > 0 && thing.Field is not ("say" or "video" or "shot" or "scene") && noise.Contains(FieldText.Folded(thing.Texts[0]));

    private static int Compare(SearchableSpan one, SearchableSpan other)
    {
        var start = one.Span.Start.CompareTo(other.Span.Start);
        var end = start != 0 ? start : one.Span.End.CompareTo(other.Span.End);
        return end != 0 ? end : one.Number.CompareTo(other.Number);
    }
}
