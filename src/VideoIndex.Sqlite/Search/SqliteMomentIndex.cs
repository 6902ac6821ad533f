using Microsoft.Data.Sqlite;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Sqlite.Access;

namespace VideoIndex.Sqlite.Search;

/// <summary>Answers questions from <c>library.db</c>.</summary>
/// <remarks>
/// Terms are grouped by field. The hits of the first group become the moments; those of every other group must overlap
/// them in time. <c>video:</c> only chooses videos, unless it is all there is. The best-ranked moments up to the limit
/// are taken first and put in order afterwards.
/// </remarks>
internal sealed class SqliteMomentIndex(Database database) : IMomentIndex
{
    public Task<SearchAnswer> SearchAsync(Query query, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return database.ReadAsync(connection => Search(connection, query, limit), cancellationToken);
    }

    public Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    private static SearchAnswer Search(SqliteConnection connection, Query query, int limit)
    {
        var notes = EvidenceNotes.Of(connection, query);
        var groups = TermGroup.Of(query);
        if (groups.Count == 0)
        {
            return new SearchAnswer([], notes);
        }

        var main = groups.FirstOrDefault(group => group.Field != "video") ?? groups[0];
        var reader = new HitReader(connection);
        if (groups.Count == 1)
        {
            return Answer(connection, query, main, [.. reader.Read(main, limit).Take(limit)], [], notes);
        }

        var others = new List<(TermGroup Group, Overlaps Hits)>();
        foreach (var group in groups.Where(group => group != main))
        {
            others.Add((group, new Overlaps(reader.Read(group))));
        }

        var hits = reader.Read(main).Where(hit => others.All(other => Holds(other, hit))).Take(limit).ToList();
        return Answer(connection, query, main, hits, others, notes);
    }

    // A video holds for all that is in it, even for a moment outside its extent.
    private static bool Holds((TermGroup Group, Overlaps Hits) other, Hit hit) => other.Group.Field == "video"
        ? other.Hits.HasVideo(hit.Video)
        : other.Hits.Any(hit.Video, hit.Span);

    private static SearchAnswer Answer(
        SqliteConnection connection,
        Query query,
        TermGroup main,
        List<Hit> hits,
        List<(TermGroup Group, Overlaps Hits)> others,
        IReadOnlyList<string> notes)
    {
        var reader = new MomentReader(connection, query);
        var moments = hits.GroupBy(hit => hit.Video) // keeps the order in which videos first appear: best first
            .SelectMany(video => Merging.Of(video.OrderBy(hit => hit.Span.Start).ThenBy(hit => hit.Span.End).ThenBy(hit => hit.Key)
                .Select(hit => reader.Read(main, hit, others.Select(other => (other.Group, Evidence(other, hit)))))));
        return new SearchAnswer([.. moments], notes);
    }

    private static IEnumerable<Hit> Evidence((TermGroup Group, Overlaps Hits) other, Hit hit) => other.Group.Field == "video"
        ? other.Hits.OfVideo(hit.Video)
        : other.Hits.Of(hit.Video, hit.Span);
}
