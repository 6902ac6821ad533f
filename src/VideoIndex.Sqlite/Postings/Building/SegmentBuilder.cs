using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Building;

/// <summary>Writes what was gathered as a segment.</summary>
internal sealed class SegmentBuilder(SqliteConnection connection, long segment)
{
    /// <summary>Writes the pages.</summary>
    /// <returns>What its head is made of.</returns>
    public SegmentOutline Write(Gathering gathered)
    {
        using var pages = new PageWriter(connection, segment, 0, []);
        var blocks = WriteThings(gathered, pages);
        var listsAt = pages.At;
        var terms = new TermWriter(pages, []);
        WriteLists(gathered, terms);
        terms.Finish();
        pages.Finish();
        return new SegmentOutline(gathered.Things.Sum(thing => thing.Words), gathered.Videos, blocks, listsAt, terms.Blocks);
    }

    private static List<int> WriteThings(Gathering gathered, PageWriter pages)
    {
        var (lengths, block, first) = (new List<int>(), new ByteWriter(), 0);
        var things = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(gathered.Things);
        foreach (var video in gathered.Videos)
        {
            for (var at = 0; at < video.Things;)
            {
                var count = video.HasWhole && at == 0 ? 1 : Math.Min(ThingBlock.Most, video.Things - at);
                block.Clear();
                ThingBlock.Write(things.Slice(first + at, count), block);
                lengths.Add(block.Length);
                pages.AppendWhole(block.Written);
                at += count;
            }

            first += video.Things;
        }

        return lengths;
    }

    private static void WriteLists(Gathering gathered, TermWriter terms)
    {
        var keys = gathered.Terms.Select(term => TermKeys.Of(term.Word, term.Field)).ToArray();
        var order = Sorted(keys);
        var (sorted, starts) = ByTerm(gathered);
        var (things, times, words, places) = (new List<int>(), new List<int>(), new List<int>(), new List<int>());
        foreach (var term in order)
        {
            things.Clear();
            times.Clear();
            words.Clear();
            places.Clear();
            foreach (var (thing, place) in sorted.AsSpan(starts[term]..starts[term + 1]))
            {
                if (things.Count > 0 && things[^1] == thing)
                {
                    times[^1]++;
                }
                else
                {
                    things.Add(thing);
                    times.Add(1);
                    words.Add((int)gathered.Things[thing].Words);
                }

                places.Add(place);
            }

            terms.Write(keys[term], new ListContents(Span(things), Span(times), Span(words), Span(places)));
        }
    }

    // By their first eight bytes, which tell nearly all apart, then by the rest.
    private static IEnumerable<int> Sorted(byte[][] keys)
    {
        var order = new (ulong Start, int Term)[keys.Length];
        Span<byte> start = stackalloc byte[sizeof(ulong)];
        for (var term = 0; term < keys.Length; term++)
        {
            start.Clear();
            keys[term].AsSpan(0, Math.Min(keys[term].Length, start.Length)).CopyTo(start);
            order[term] = (BinaryPrimitives.ReadUInt64BigEndian(start), term);
        }

        Array.Sort(order, (one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : keys[one.Term].AsSpan().SequenceCompareTo(keys[other.Term]));
        return order.Select(one => one.Term);
    }

    // Sorted by counting: within a word they stay in order.
    private static ((int Thing, int Place)[] Sorted, int[] Starts) ByTerm(Gathering gathered)
    {
        var starts = new int[gathered.Counts.Count + 1];
        for (var term = 0; term < gathered.Counts.Count; term++)
        {
            starts[term + 1] = starts[term] + gathered.Counts[term];
        }

        var next = starts.ToArray();
        var sorted = new (int Thing, int Place)[gathered.Postings.Length];
        foreach (var (term, thing, place) in gathered.Postings)
        {
            sorted[next[term]++] = (thing, place);
        }

        return (sorted, starts);
    }

    private static ReadOnlySpan<int> Span(List<int> numbers) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers);
}
