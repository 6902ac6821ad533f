using VideoIndex.Sqlite.Postings.Asking;
using VideoIndex.Sqlite.Postings.Cursors;
using VideoIndex.Sqlite.Postings.Segments;
using VideoIndex.Sqlite.Search;
using VideoIndex.Tags;

namespace VideoIndex.Sqlite.Postings.Counting;

/// <summary>Counts the things that have a term's words, by video and class.</summary>
internal static class ThingSpread
{
    /// <summary>Returns them by video, then class.</summary>
    /// <param name="search">The search.</param>
    /// <param name="isWhole">Whether a thing answers once whatever its words' times: several wordings are answered from the first to the last.</param>
    public static IReadOnlyList<Spread> Of(TermSearch search, bool isWhole)
    {
        var spread = new List<Spread>();
        foreach (var part in search.All())
        {
            Count(part, search.Snapshot.Classes, isWhole, spread);
        }

        spread.Sort((one, other) => one.Video.CompareTo(other.Video));
        return spread;
    }

    private static void Count(SegmentSearch part, IReadOnlyList<ThingClass?> classes, bool isWhole, List<Spread> spread)
    {
        var segment = part.Live.Segment;
        var (counts, places) = (new SortedDictionary<int, Counted>(), new List<int>());
        for (var thing = part.Seek(0); thing != Cursor.End;)
        {
            var video = segment.VideoOf(thing);
            for (var end = segment.FirstThing[video + 1]; thing < end; thing = part.Seek(thing + 1))
            {
                var number = part.Things.Class(thing);
                if (!counts.TryGetValue(number, out var count))
                {
                    counts.Add(number, count = new Counted(classes[number]!));
                }

                count.Add(part, thing, isWhole, places);
            }

            spread.AddRange(counts.Values.Select(count => count.Of(segment.Videos[video])));
            counts.Clear();
        }
    }

    private sealed class Counted(ThingClass alike)
    {
        private readonly List<long> _perhaps = [], _keys = [];
        private int _once;

        public void Add(SegmentSearch part, int thing, bool isWhole, List<int> places)
        {
            if (alike.Field == TermKeys.Across || (alike is { Field: "say", IsTimed: true } && !isWhole && IsThereTwice(part, places)))
            {
                _perhaps.Add(part.Things.Key(thing));
                return;
            }

            _once++;
            if (alike.Field is TagKinds.Logo or TagKinds.Objects)
            {
                _keys.Add(part.Things.Key(thing));
            }
        }

        public Spread Of(long video) => new(video, alike.Example(), _once, [.. _perhaps], [.. _keys]);

        private static bool IsThereTwice(SegmentSearch part, List<int> places)
        {
            places.Clear();
            part.Cursor.AddPlaces(places);
            return places.Count > 1;
        }
    }
}
