using Microsoft.Data.Sqlite;
using VideoIndex.Search.Evaluation;
using VideoIndex.Sqlite.Postings.Merging;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Building;

/// <summary>Makes the index anew in one pass, in as few segments as memory allows.</summary>
/// <param name="connection">The connection, a writing transaction open.</param>
/// <param name="state">Returns the state the index is in.</param>
/// <param name="store">Stores what was gathered.</param>
internal sealed class Rebuilding(SqliteConnection connection, Func<Snapshot> state, Action<SqliteConnection, Gathering> store)
{
    private const int MostGathered = 6_000_000; // words of things: 160 MB while they are sorted

    /// <summary>Puts the things of all videos, by rising ordinal, in the place of all there are.</summary>
    public void Run(IEnumerable<(long Video, IReadOnlyList<(long Key, SearchableSpan Thing)> Things)> videos)
    {
        foreach (var merge in MergeState.ReadAll(connection))
        {
            SegmentTable.Drop(connection, merge.Output);
        }

        foreach (var live in state().Segments)
        {
            SegmentTable.Delete(connection, live.Segment.Number);
        }

        var gathered = Begin();
        foreach (var (video, things) in videos)
        {
            gathered.Add(video, things);
            if (gathered.Postings.Length >= MostGathered)
            {
                store(connection, gathered);
                gathered = Begin();
            }
        }

        store(connection, gathered);
    }

    private Gathering Begin() => new(one => SegmentTable.Class(connection, one));
}
