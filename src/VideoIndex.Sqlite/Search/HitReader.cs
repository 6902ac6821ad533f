using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Search;
using VideoIndex.Search.Conditions;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Transcripts;

namespace VideoIndex.Sqlite.Search;

/// <summary>Finds what answers a group of terms, the best first; where two are equally good, the earlier first.</summary>
internal sealed class HitReader(SqliteConnection connection)
{
    private const int All = -1;
    private static readonly string[] Numbered = ["shot", "scene"];

    /// <summary>Returns the best hits of a group, or all of them.</summary>
    public List<Hit> Read(TermGroup group, int? limit = null) => group.Terms is [{ Conditions: var asked } term] && asked != TermConditions.None
        ? new ConditionReader(connection, term).Read(ReadWithoutConditions(group, null))
        : ReadWithoutConditions(group, limit);

    private List<Hit> ReadWithoutConditions(TermGroup group, int? limit) => group.Field switch
    {
        TagKinds.Objects or TagKinds.Faces when group.Terms is [var term] && (term.IsAny || term.Labels is [_, ..]) => ReadThings(term, limit ?? All),
        "shot" or "scene" => ReadParts(group.Field, group.Terms, limit ?? All),
        null when Numbered.FirstOrDefault(field => Names(field, group.Terms)) is { } field => [.. ReadWords(group, limit ?? All), .. ReadParts(field, group.Terms, limit ?? All)],
        null or "say" or "text" or "logo" or "object" or "tag" or "colour" or "motion" or "video" => ReadWords(group, limit ?? All),
        _ => [],
    };

    private List<Hit> ReadWords(TermGroup group, int limit) =>
        group.AcrossExpression is null ? ReadWithin(group, limit) : [.. ReadWithin(group, limit).Concat(new AcrossReader(connection).Read(group)).OrderBy(hit => hit.Rank)];

    // An utterance whose words have times answers with those, once for each place where it does.
    private List<Hit> ReadWithin(TermGroup group, int limit) => [.. connection.Rows(
        $"""
        SELECT hit.key, hit.rank,
               coalesce(utterance.starts, tag.starts, video.extent_starts),
               coalesce(utterance.ends, tag.ends, video.extent_ends),
               utterance.words
        FROM (SELECT rowid AS key, rank FROM words WHERE words MATCH $expression ORDER BY rank, rowid LIMIT $limit) AS hit
        LEFT JOIN utterance ON utterance.key = hit.key
        LEFT JOIN tag ON tag.key = hit.key
        LEFT JOIN video ON video.ordinal = hit.key >> {MomentKey.BelowVideo}
        ORDER BY hit.rank, hit.key
        """,
        row => Placed(
            new Hit(MomentKey.Ordinal(row.GetInt64(0)), row.GetInt64(0), null, row.GetDouble(1), row.Span(2)),
            row.IsDBNull(4) ? [] : SpokenPlaces.Of(SpokenWordsForm.Read(row.GetFieldValue<byte[]>(4)), group.Terms)),
        ("$expression", group.Expression),
        ("$limit", limit)).SelectMany(hits => hits)];

    private static IReadOnlyList<Hit> Placed(Hit hit, IReadOnlyList<SpokenPlace> places) =>
        places is [] ? [hit] : [.. places.Select(place => hit with { Span = place.Span, Place = place })];

    // A class is the thing itself: "bear" does not find teddy bears.
    private List<Hit> ReadThings(QueryTerm term, int limit) => connection.Rows(
        $"""
        SELECT key, starts, ends
        FROM tag
        WHERE kind = $kind {(term.Labels is [] ? "" : $"AND label IN ({string.Join(", ", term.Labels.Select((_, at) => $"$label{at}"))})")}
        ORDER BY key
        LIMIT $limit
        """,
        row => new Hit(MomentKey.Ordinal(row.GetInt64(0)), row.GetInt64(0), null, 0, row.Span(1)),
        [("$kind", term.Field), ("$limit", limit), .. term.Labels.Select((label, at) => ($"$label{at}", (object?)label))]);

    // A shot's words are "shot" and its number, a scene's "scene" and its. Plain words do not search them, or "what a shot"
    // would drown in cuts; a plain "shot 3" does.
    private List<Hit> ReadParts(string field, IReadOnlyList<QueryTerm> terms, int limit)
    {
        var numbers = terms.Select(term => NumberPattern(field, term)).ToList();
        return numbers.Contains(null)
            ? []
            : connection.Rows(
                $"""
                SELECT video, number, starts, ends
                FROM {field}
                WHERE {string.Join(" AND ", numbers.Select((_, at) => $"number GLOB $number{at}"))}
                ORDER BY video, starts_us, number
                LIMIT $limit
                """,
                row => new Hit(row.GetInt64(0), null, new Part(field, row.GetInt32(1)), 0, row.Span(2)),
                [("$limit", limit), .. numbers.Select((number, at) => ($"$number{at}", (object?)number))]);
    }

    private static bool Names(string field, IReadOnlyList<QueryTerm> terms) =>
        terms is [var term] && Words.In(term.Words) is [var word, _] && word.Folded == field && NumberPattern(field, term) is not null;

    // "*" for every shot, "3" for the third, "3*" for those that start with a 3; null for what none is called.
    private static string? NumberPattern(string field, QueryTerm term)
    {
        var words = Words.In(term.Words).Select(word => word.Folded).ToList();
        if (words.Count == 1 && (term.Prefix ? field.StartsWith(words[0], StringComparison.Ordinal) : words[0] == field))
        {
            return "*";
        }

        var number = words is [var first, var second] && first == field ? second : words is [var only] ? only : "";
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            ? $"{whole}{(term.Prefix ? "*" : "")}"
            : null;
    }
}
