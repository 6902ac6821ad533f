using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Postings.Building;
using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Postings.Segments;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Postings.Merging;

/// <summary>Makes several segments one, a part of the work at a time; until it is all done, those are searched.</summary>
/// <remarks>The blocks of things are copied as they are, in order of video. Then, word by word, the lists are joined, each thing under its new number; what is of dead videos is left out.</remarks>
internal sealed class Merge(SqliteConnection connection, PageCache cache, Snapshot snapshot, MergeState state)
{
    private readonly List<MergeInput> _inputs = Open(connection, cache, snapshot, state);
    private byte[] _last = state.Last;
    private long _words = state.Words;
    private int _budget;

    /// <summary>Begins to merge segments.</summary>
    public static MergeState Begin(SqliteConnection connection, IReadOnlyList<LiveSegment> inputs)
    {
        var videos =
            from live in inputs.Index()
            from video in live.Item.Segment.Videos.Index()
            where !live.Item.IsDead(video.Index)
            orderby video.Item
            select ((long)video.Item, live.Index);
        var state = new MergeState(SegmentTable.NewNumber(connection), [.. inputs.Select(live => live.Segment.Number)], [.. videos]);
        state.Save(connection);
        return state;
    }

    /// <summary>Goes on.</summary>
    /// <param name="budget">About how many words of things to write; it goes on to the end of the block it is at.</param>
    /// <returns>What is left of the budget: none unless it is done.</returns>
    public int Advance(int budget)
    {
        _budget = budget;
        using var pages = new PageWriter(connection, state.Output, state.At, state.Unfinished);
        var written = CopyThings(pages);
        var terms = new TermWriter(pages, [.. state.Blocks]);
        if (written < state.Videos.Count || !JoinLists(terms))
        {
            (state with { Written = written, Words = _words, Last = _last, At = pages.At, Unfinished = pages.Unfinished.ToArray(), Blocks = terms.Blocks }).Save(connection);
            return 0;
        }

        terms.Finish();
        pages.Finish();
        End(terms);
        return Math.Max(_budget, 0);
    }

    private static List<MergeInput> Open(SqliteConnection connection, PageCache cache, Snapshot snapshot, MergeState state)
    {
        var segments = state.Inputs.Select(number => snapshot.Segments.Single(live => live.Segment.Number == number).Segment).ToList();
        var first = segments.ConvertAll(segment => Enumerable.Repeat(-1, segment.Videos.Length).ToArray());
        var next = 0;
        foreach (var (ordinal, input) in state.Videos)
        {
            var video = segments[input].VideoFrom(ordinal);
            first[input][video] = next;
            next += segments[input].FirstThing[video + 1] - segments[input].FirstThing[video];
        }

        return [.. segments.Select((segment, input) => new MergeInput(segment, first[input], Bytes(segment), new TermScanner(segment.Terms, Bytes(segment)), new ThingTable(segment, Bytes(segment))))];

        SegmentBytes Bytes(Segment segment) => new(connection, cache, segment.Number, segment.Stamp);
    }

    private int CopyThings(PageWriter pages)
    {
        var written = state.Written;
        for (; written < state.Videos.Count && _budget > 0; written++)
        {
            var (ordinal, number) = state.Videos[written];
            var input = _inputs[number];
            var video = input.Segment.VideoFrom(ordinal);
            for (var block = input.Segment.FirstBlock[video]; block < input.Segment.FirstBlock[video + 1]; block++)
            {
                var length = input.Segment.Lengths[block];
                var bytes = input.Bytes.Read(input.Segment.Blocks[block], length);
                pages.AppendWhole(bytes[..length]);
                _words += ThingBlock.WordsIn(bytes);
                _budget -= ThingBlock.Most / 4; // copied in the time a quarter as many words take
            }
        }

        return written;
    }

    // Returns whether that was all.
    private bool JoinLists(TermWriter terms)
    {
        foreach (var input in _inputs)
        {
            input.HasTerm = input.Terms.Seek(_last) && (!input.Terms.Key.SequenceEqual(_last) || input.Terms.Next());
        }

        var joined = new JoinedList();
        while (_inputs.Exists(input => input.HasTerm))
        {
            if (_budget <= 0 && terms.IsBetweenBlocks)
            {
                return false;
            }

            var key = Least();
            joined.Clear();
            foreach (var input in _inputs.Where(input => input.HasTerm && input.Terms.Key.SequenceEqual(key)))
            {
                joined.Add(input);
                input.HasTerm = input.Terms.Next();
            }

            _last = key;
            if (joined.Things > 0)
            {
                terms.Write(key, joined.Contents());
                _budget -= joined.Things;
            }
        }

        return true;
    }

    private byte[] Least()
    {
        MergeInput? least = null;
        foreach (var input in _inputs)
        {
            if (input.HasTerm && (least is null || input.Terms.Key.SequenceCompareTo(least.Terms.Key) < 0))
            {
                least = input;
            }
        }

        return least!.Terms.Key.ToArray();
    }

    private void End(TermWriter terms)
    {
        var (videos, lengths, listsAt) = (new List<SegmentVideo>(), new List<int>(), 0L);
        foreach (var (ordinal, number) in state.Videos)
        {
            var segment = _inputs[number].Segment;
            var video = segment.VideoFrom(ordinal);
            videos.Add(new SegmentVideo(ordinal, segment.FirstThing[video + 1] - segment.FirstThing[video], segment.HasWhole[video]));
            for (var block = segment.FirstBlock[video]; block < segment.FirstBlock[video + 1]; block++)
            {
                lengths.Add(segment.Lengths[block]);
                listsAt = SegmentHead.Placed(listsAt, segment.Lengths[block]) + segment.Lengths[block];
            }
        }

        foreach (var input in _inputs)
        {
            SegmentTable.Delete(connection, input.Segment.Number);
        }

        connection.Run("DELETE FROM posting_merge WHERE output = $output", ("$output", state.Output));
        if (videos.Count == 0)
        {
            SegmentTable.Delete(connection, state.Output);
            return;
        }

        SegmentTable.Insert(connection, state.Output, new SegmentOutline(_words, videos, lengths, listsAt, terms.Blocks));
        foreach (var (ordinal, number) in state.Videos)
        {
            var live = snapshot.Segments.Single(live => live.Segment.Number == state.Inputs[number]);
            if (live.IsDead(live.Segment.VideoFrom(ordinal)))
            {
                SegmentTable.Kill(connection, state.Output, ordinal);
            }
        }
    }
}
