using VideoIndex.Sqlite.Postings.Cursors;

namespace VideoIndex.Sqlite.Postings.Asking;

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

    private static void Count(SegmentSearch part, List<(long Video, int Things)> counts)
    {
        var segment = part.Live.Segment;
        for (var thing = part.Seek(0); thing != Cursor.End;)
        {
            var (video, count) = (segment.VideoOf(thing), 0);
            for (var end = segment.FirstThing[video + 1]; thing < end; thing = part.Seek(thing + 1))
            {
                count++;
            }

            counts.Add((segment.Videos[video], count));
        }
    }
}
