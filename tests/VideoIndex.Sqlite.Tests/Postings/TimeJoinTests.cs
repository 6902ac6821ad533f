using VideoIndex.Search.Conditions;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Postings;
using VideoIndex.Sqlite.Postings.Segments;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Tests.Postings;

public sealed class TimeJoinTests
{
    private const int Videos = 8;
    private const int PerVideo = 900;

    // Enough for blocks and stretches that end inside videos. Of two words both things without number or one of them few: each is read in a way of its own.
    [Theory]
    [InlineData("common", "common", false)]
    [InlineData("common", "often", false)]
    [InlineData("often", "common", true)]
    [InlineData("seldom", "common", false)]
    [InlineData("common", "seldom", true)]
    [InlineData("seldom", "often", true)]
    public void Those_that_stand_in_a_relation_are_found_over_borders_of_blocks_and_stretches(string one, string other, bool together)
    {
        using var folder = new LibraryFolder();
        using var connection = SmallWorld.Connect(folder);
        var (index, random) = (new PostingIndex(), new Random(9));
        var world = Enumerable.Range(1, Videos).ToDictionary(video => (long)video, video => Make(video, random, together));
        index.Rebuild(connection, world.Select(video => (video.Key, (IReadOnlyList<(long, SearchableSpan)>)video.Value)));
        Assert.True(Videos * PerVideo > 3 * ThingTimes.Stretch);

        for (var round = 0; round < 2; round++) // the second time from what was kept
        {
            foreach (var relation in Enum.GetValues<TimeRelation>())
            {
                var apart = new Rational(relation is TimeRelation.Within or TimeRelation.Then ? 1 : 0, 20);
                var clause = new TimeClause(relation, Term(one), Term(other), relation is TimeRelation.Within or TimeRelation.Then ? apart : null);
                var expected = world.SelectMany(video => Standing(video.Value, clause, apart)).ToList();

                var joined = index.Joined(connection, clause, []);

                var things = world.Values.SelectMany(video => video).ToDictionary(thing => thing.Key, thing => thing.Thing);
                Assert.Equal(expected, joined.Select(pair => pair.Left));
                Assert.All(joined, pair => Assert.True(Has(things[pair.Left], one) && Has(things[pair.Right], other)));
                Assert.All(joined, pair => Assert.Equal(MomentKey.Ordinal(pair.Left), MomentKey.Ordinal(pair.Right)));
                Assert.All(joined, pair => Assert.True(GoingThroughAll.Stand(relation, things[pair.Left], things[pair.Right], apart + new Rational(2, 1000))));
            }
        }
    }

    // Whole milliseconds, no two of which differ by one, so that rounding outwards finds none too many.
    private static List<(long Key, SearchableSpan Thing)> Make(int video, Random random, bool together)
    {
        var (keys, made, start) = (new MomentKey(video), new List<(long Key, SearchableSpan Thing)>(), 10);
        for (var number = 0; number < PerVideo; number++)
        {
            start += together && random.Next(10) == 0 ? 0 : 10 * random.Next(1, 30);
            var lasts = 4 + (10 * random.Next(random.Next(100) == 0 ? 6000 : 15)); // a few over hundreds of others
            var words = $"{(random.Next(3) == 0 ? "common " : "")}{(random.Next(12) == 0 ? "often " : "")}{(video % 3 == 1 && random.Next(400) == 0 ? "seldom " : "")}other";
            var thing = new SearchableSpan(0, "say", new MediaSpan(At(start), At(start + lasts)), [words], new Confidence(1), new Origin("model", "m"));
            made.Add((keys.Next(thing.Span.Start), thing));
        }

        return made;
    }

    private static IEnumerable<long> Standing(List<(long Key, SearchableSpan Thing)> video, TimeClause clause, Rational apart)
    {
        var rights = video.Where(one => Has(one.Thing, Word(clause.Right))).Select(one => one.Thing).ToList();
        return video.Where(one => Has(one.Thing, Word(clause.Left)) && rights.Exists(other => GoingThroughAll.Stand(clause.Relation, one.Thing, other, apart))).Select(one => one.Key);
    }

    private static MediaTime At(int millisecond) => new(new Rational(millisecond, 1000));

    private static bool Has(SearchableSpan thing, string word) => thing.Texts[0].Contains(word, StringComparison.Ordinal);

    private static string Word(Clause clause) => ((TermClause)clause).Wordings[0].Typed;

    private static TermClause Term(string word) => new(null, [new Wording(word, [new WordPattern(word)])], TermConditions.None);
}
