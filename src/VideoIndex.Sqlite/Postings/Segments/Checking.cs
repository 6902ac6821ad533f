using Microsoft.Data.Sqlite;
using VideoIndex.Search.Evaluation;
using VideoIndex.Sqlite.Postings.Building;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>Compares the index with the things it is made of.</summary>
internal sealed class Checking(SqliteConnection connection, Snapshot state)
{
    private readonly PageCache _read = new(16 << 20); // its own: what is on the disk is what is checked

    /// <summary>Says what is wrong.</summary>
    /// <param name="videos">Every video there should be, with its things.</param>
    public IEnumerable<string> Differences(IEnumerable<(long Video, IReadOnlyList<(long Key, SearchableSpan Thing)> Things)> videos)
    {
        var expected = new Dictionary<long, HashSet<(long Key, string Word, byte Field, int Place)>>();
        foreach (var (video, things) in videos)
        {
            expected.Add(video, [.. things.SelectMany(thing => Postings(thing.Key, thing.Thing))]);
        }

        foreach (var live in state.Segments)
        {
            foreach (var video in live.Segment.Videos.Index().Where(video => !live.IsDead(video.Index) && !expected.ContainsKey(video.Item)))
            {
                yield return $"Video {video.Item} is in the index, and not in the library.";
            }

            foreach (var (video, posting) in Kept(live))
            {
                if (expected.TryGetValue(video, out var known) && !known.Remove(posting))
                {
                    yield return $"Video {video} is found by '{posting.Word}', which it does not have at {posting.Key}.";
                }
            }
        }

        foreach (var (video, left) in expected.Where(one => one.Value.Count > 0))
        {
            yield return $"Video {video} is not found by '{left.First().Word}', and {left.Count} words in all.";
        }
    }

    private static List<(long Key, string Word, byte Field, int Place)> Postings(long key, SearchableSpan thing)
    {
        var (field, postings) = (TermKeys.Of(TermKeys.FieldOf(thing)), new List<(long Key, string Word, byte Field, int Place)>());
        if (field != 0)
        {
            new ThingWords().Of(thing, (word, under, place) => postings.Add((key, word.ToString(), under, place)));
            postings.Add((key, "", field, ThingWords.Border(thing)));
        }

        return postings;
    }

    private IEnumerable<(long Video, (long Key, string Word, byte Field, int Place) Posting)> Kept(LiveSegment live)
    {
        var bytes = new SegmentBytes(connection, _read, live.Segment.Number, live.Segment.Stamp);
        var (terms, things, list) = (new TermScanner(live.Segment.Terms, bytes), new ThingTable(live.Segment, bytes), new WholeList());
        for (var has = terms.Seek([]); has; has = terms.Next())
        {
            var (word, field) = (TermKeys.Word(terms.Key), terms.Key[^1]);
            list.Read(bytes, terms.Place, thingsOnly: false);
            var place = 0;
            for (var at = 0; at < list.Things.Length; at++)
            {
                var key = things.Key(list.Things[at]);
                for (var end = place + list.Times[at]; place < end; place++)
                {
                    if (!live.IsDead(live.Segment.VideoOf(list.Things[at])))
                    {
                        yield return (MomentKey.Ordinal(key), (key, word, field, list.Places[place]));
                    }
                }
            }
        }
    }
}
