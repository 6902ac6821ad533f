using VideoIndex.Search;
using VideoIndex.Search.Evaluation;
using VideoIndex.Sqlite.Postings.Building;
using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Tags;

namespace VideoIndex.Sqlite.Tests.Postings;

public sealed class CodingTests
{
    [Fact]
    public void Packed_numbers_come_back()
    {
        var random = new Random(1);
        for (var width = 0; width <= 31; width++)
        {
            var values = Enumerable.Range(0, random.Next(1, 200)).Select(_ => width == 0 ? 0 : random.NextInt64(1L << width)).ToArray();
            var bytes = new ByteWriter();
            Bits.Pack(values, width, bytes);
            bytes.Bytes(new byte[Bits.Slack]);
            var read = new int[values.Length];

            Bits.Unpack(bytes.Written, width, read);

            Assert.Equal(values, read.Select(value => (long)value));
            Assert.Equal(values, Enumerable.Range(0, values.Length).Select(at => Bits.At([.. bytes.ToArray(), 0], width, at)));
        }
    }

    [Fact]
    public void Any_number_comes_back_from_as_many_bytes_as_it_needs()
    {
        foreach (var value in (long[])[0, 1, 127, 128, int.MaxValue, long.MaxValue, -1, long.MinValue])
        {
            var bytes = new ByteWriter();
            bytes.Number(value);

            Assert.Equal(value, new ByteReader(bytes.Written).Number());
            Assert.Equal(value is >= 0 and < 128, bytes.Length == 1);
        }
    }

    [Fact]
    public void Things_come_back_whatever_is_in_their_columns()
    {
        var random = new Random(2);
        for (var round = 0; round < 200; round++)
        {
            var things = Enumerable.Range(0, random.Next(1, ThingBlock.Most + 1)).Select(_ => new ThingFacts(
                random.Next(1 << 30), random.Next(round % 3 == 0 ? 4096 : 1), round % 5 == 0 ? random.NextInt64(-1L << 50, 1L << 50) : 0, random.NextInt64(1L << random.Next(1, 50)), random.Next(300), random.Next(9), random.Next(1_000_001))).ToArray();
            var bytes = new ByteWriter();
            ThingBlock.Write(things, bytes);
            var block = bytes.ToArray().Concat(new byte[Bits.Slack]).ToArray();
            var columns = new ColumnPlace[ThingBlock.Columns];

            ThingBlock.Find(block, columns);

            Assert.Equal(things.Length, ThingBlock.Count(block));
            Assert.Equal(things.Sum(thing => thing.Words), ThingBlock.WordsIn(block));
            Assert.Equal(things, Enumerable.Range(0, things.Length).Select(at => new ThingFacts(Read(at, 0), Read(at, 5), ThingBlock.Signed(Read(at, 6)), Read(at, 1), Read(at, 2), Read(at, 3), Read(at, 4))));

            long Read(int at, int column) => columns[column].Read(block, at);
        }
    }

    [Fact]
    public void Ascii_is_divided_into_words_as_everything_is()
    {
        var random = new Random(3);
        for (var round = 0; round < 5000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(128)));
            var found = new List<(string, int)>();

            var count = new ThingWords().Of(new SearchableSpan(0, "say", default, [text, text], default, new Origin("", "")), (word, _, place) => found.Add((word.ToString(), place)));

            var words = Words.In(text).Select(word => word.Folded).ToList();
            Assert.Equal(words.Index().Select(word => (word.Item, word.Index)).Concat(words.Index().Select(word => (word.Item, word.Index + words.Count + ThingWords.Gap))), found);
            Assert.Equal(2 * words.Count, count);
        }
    }

    [Fact]
    public void Damaged_bytes_are_refused_or_read_as_others_and_nothing_else()
    {
        var random = new Random(4);
        for (var round = 0; round < 3000; round++)
        {
            var bytes = new byte[random.Next(1, 60)];
            random.NextBytes(bytes);
            var refused = Record.Exception(() =>
            {
                var table = SkipTable.Read(bytes, random.Next(0, 4), 0);
                _ = BlockReader.Rest(bytes, -1, new int[3], new int[3], []);
                Bits.Unpack(bytes, random.Next(0, 60), new int[random.Next(200)]);
                return table;
            });

            Assert.True(refused is null or LibraryException { Code: "library-damaged" }, refused?.ToString());
        }
    }
}
