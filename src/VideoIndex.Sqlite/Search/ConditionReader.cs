using Microsoft.Data.Sqlite;
using VideoIndex.Search;
using VideoIndex.Search.Conditions;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;

namespace VideoIndex.Sqlite.Search;

/// <summary>Fetches what <see cref="ConditionSearch"/> needs to know of the hits of a term, and makes hits of its answer.</summary>
internal sealed class ConditionReader(SqliteConnection connection, QueryTerm term)
{
    private readonly FindingReader _findings = new(connection);

    /// <summary>Returns the stretches in which the term holds, video by video in the order of their best hits.</summary>
    /// <param name="hits">All that answers the words of the term.</param>
    public List<Hit> Read(IReadOnlyList<Hit> hits)
    {
        var byVideo = hits.ToLookup(hit => hit.Video);
        var videos = hits.Select(hit => hit.Video).Concat(term.Conditions.Count is null ? [] : Looked()).Distinct();
        return [.. videos.SelectMany(video => Read(video, [.. byVideo[video].OrderBy(hit => hit.Span.Start).ThenBy(hit => hit.Key)]))];
    }

    private IEnumerable<Hit> Read(long video, List<Hit> hits)
    {
        var stretches = ConditionSearch.Of(term, [.. hits.Select(ThingOf)], _findings.Video(video).Extent);
        return stretches.Select(stretch => term.Conditions.Count is null
            ? hits[stretch.Things[0]] with { Span = stretch.Span, Rank = stretch.Things.Min(thing => hits[thing].Rank), Box = stretch.Box }
            : new Hit(video, null, null, 0, stretch.Span) { Counted = new Counted(term, stretch.Least, stretch.Most, [.. stretch.Things.Select(thing => hits[thing].Key!.Value)]) });
    }

    private Thing ThingOf(Hit hit)
    {
        var isSeen = term.Field is TagKinds.Objects or TagKinds.Faces;
        var finding = term.Conditions.AsksForPlace || (term.Conditions.For is not null && !isSeen) ? _findings.Read(hit) : null;
        return new Thing(finding is null ? "" : $"{finding.Field} {finding.Texts[0].Text}", hit.Span, finding?.Box, term.Conditions.AsksForPlace ? PathOf(hit) : null);
    }

    private TagPath? PathOf(Hit hit) => hit.Key is not { } key ? null : connection.Rows(
        "SELECT path FROM tag WHERE key = $key",
        row => row.IsDBNull(0) ? null : TagPathForm.Read(row.GetFieldValue<byte[]>(0)),
        ("$key", key)).SingleOrDefault();

    // That nothing is there is known only where it was looked for; and of a word that is no class, nothing is.
    private List<long> Looked() => term.IsAny || term.Labels is [_, ..]
        ? connection.Rows("SELECT video FROM detector WHERE kind = $kind ORDER BY video", row => row.GetInt64(0), ("$kind", term.Field))
        : [];
}
