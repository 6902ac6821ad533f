using VideoIndex.Sqlite.Postings.Asking;
using VideoIndex.Sqlite.Postings.Cursors;

namespace VideoIndex.Sqlite.Postings.Counting;

/// <summary>Counts the things that have a term's words.</summary>
internal static class ThingCounts
{
    /// <summary>Returns how many there are in each video that has any, by video.</summary>
    public static IReadOnlyList<(long Video, int Things)> ByVideo(TermSearch search)
    {
        var counts = new List<(long Video, int Things)>();
        foreach (var part in search.All())
        {
            Count(part, counts);
        }

        counts.Sort();
        return counts;
    }

    // A thing is in one field, so that the lists of one word have none in common.
    private static void Count(SegmentSearch part, List<(long Video, int Things)> counts)
    {
        var segment = part.Live.Segment;
        var lists = part.Filter.AdmitsAll ? part.Lists() : null;
        var things = new List<int>();
        for (var thing = part.Cursor.Seek(0); thing != Cursor.End;)
        {
            var video = segment.VideoOf(thing);
            var end = segment.FirstThing[video + 1];
            things.Clear();
            if (lists is null)
            {
                part.AddThings(things, end);
            }

            var count = lists?.Sum(list => list.Count(end)) ?? things.Count;
            if (count > 0 && !part.Live.IsDead(video))
            {
                counts.Add((segment.Videos[video], count));
            }

            thing = part.Cursor.Seek(end);
        }
    }
}
