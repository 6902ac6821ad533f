using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Postings;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Tests.Postings;

public sealed class PostingIndexTests
{
    [Theory]
    [InlineData(1, 30, 40)]
    [InlineData(2, 100, 20)]
    [InlineData(3, 12, 900)]
    [InlineData(4, 300, 3)]
    public void Whatever_is_put_in_and_taken_out_is_found_as_by_going_through_all(int seed, int videos, int things)
    {
        using var folder = new LibraryFolder();
        using var connection = SmallWorld.Connect(folder);
        var (world, index) = (new SmallWorld(seed), new PostingIndex());
        foreach (var video in Enumerable.Range(1, videos).Select(_ => 1L + world.Number(videos)))
        {
            using var transaction = connection.BeginTransaction();
            if (world.Number(5) == 0)
            {
                world.Videos.Remove(video);
                index.Remove(connection, video);
            }
            else
            {
                index.Replace(connection, video, world.Make(video, world.Number(2 * things)));
            }

            transaction.Commit();
        }

        Assert.Empty(index.Check(connection, world.All));
        for (var question = 0; question < 150; question++)
        {
            AssertSame(world, index, connection, world.Term(), world.Evidence());
        }
    }

    [Fact]
    public void What_is_made_anew_finds_the_same()
    {
        using var folder = new LibraryFolder();
        using var connection = SmallWorld.Connect(folder);
        var (world, index) = (new SmallWorld(7), new PostingIndex());
        for (var video = 1; video < 40; video++)
        {
            index.Replace(connection, video, world.Make(video, 10));
        }

        index.Rebuild(connection, world.All);

        Assert.Empty(index.Check(connection, world.All));
        Assert.Equal(1, connection.Number("SELECT count(*) FROM posting_segment"));
        for (var question = 0; question < 100; question++)
        {
            AssertSame(world, index, connection, world.Term(), world.Evidence());
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void The_best_are_those_that_score_best(int seed)
    {
        using var folder = new LibraryFolder();
        using var connection = SmallWorld.Connect(folder);
        var (world, index) = (new SmallWorld(seed), new PostingIndex());
        for (var video = 1; video < 30; video++)
        {
            index.Replace(connection, video, world.Make(video, 30));
        }

        for (var question = 0; question < 60; question++)
        {
            var (term, evidence, most) = (world.Term(), world.Evidence(), world.Number(25));
            var score = GoingThroughAll.Scoring(world, term);
            var scores = GoingThroughAll.Having(world, term).Where(one => GoingThroughAll.Keeps(one.Thing, evidence)).ToDictionary(one => one.Key, one => score(one.Thing));
            var expected = scores.Values.OrderDescending().Take(most).ToList();

            var best = index.Best(connection, term, evidence, most);

            Assert.Equal(expected.Count, best.Count);
            Assert.Equal(best.Count, best.Select(one => one.Key).Distinct().Count());
            Assert.All(best.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Score, 1e-4 * (1 + pair.Second)));
            Assert.All(best, one => Assert.Equal(scores[one.Key], one.Score, 1e-4 * (1 + one.Score)));
            Assert.Equal(best.OrderByDescending(one => one.Score).ThenBy(one => one.Key), best);
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void No_two_that_stand_in_a_relation_are_missed(int seed)
    {
        using var folder = new LibraryFolder();
        using var connection = SmallWorld.Connect(folder);
        var (world, index) = (new SmallWorld(seed), new PostingIndex());
        for (var video = 1; video < 20; video++)
        {
            index.Replace(connection, video, world.Make(video, 40));
        }

        var (exact, given) = (0, 0);
        for (var question = 0; question < 120; question++)
        {
            var (left, right, relation, apart) = (world.Term(), world.Term(), (TimeRelation)world.Number(6), new Rational(world.Number(500), 30));
            var clause = new TimeClause(relation, left, right, relation is TimeRelation.Within or TimeRelation.Then ? apart : null);
            var rights = GoingThroughAll.Having(world, right).Where(one => GoingThroughAll.Keeps(one.Thing, [])).ToLookup(one => MomentKey.Ordinal(one.Key), one => one.Thing);
            var expected = GoingThroughAll.Having(world, left)
                .Where(one => GoingThroughAll.Keeps(one.Thing, []) && rights[MomentKey.Ordinal(one.Key)].Any(other => GoingThroughAll.Stand(relation, one.Thing, other, apart)))
                .Select(one => one.Key).ToList();

            var joined = index.Joined(connection, clause, []).Select(pair => pair.Left).ToList();

            Assert.Empty(expected.Except(joined));
            Assert.Equal(joined.Distinct().Order(), joined);
            (exact, given) = (exact + expected.Count, given + joined.Count);
        }

        Assert.InRange(given, exact, 1.05 * exact); // by the rounding, and by what only touches
    }

    [Fact]
    public void What_is_taken_out_leaves_no_bytes_when_it_is_purged()
    {
        using var folder = new LibraryFolder();
        using var connection = SmallWorld.Connect(folder);
        connection.Run("PRAGMA secure_delete = ON");
        var (world, index) = (new SmallWorld(31), new PostingIndex());
        for (var video = 1; video < 20; video++)
        {
            index.Replace(connection, video, world.Make(video, 100));
        }

        index.Remove(connection, 4);
        world.Videos.Remove(4);
        index.Purge(connection);

        Assert.Equal(0, connection.Number("SELECT count(*) FROM posting_dead"));
        Assert.Empty(index.Check(connection, world.All));
        Assert.NotEmpty(index.Check(connection, world.All.Skip(1)));
    }

    [Fact]
    public void A_page_that_was_changed_on_the_disk_is_refused_and_nothing_breaks()
    {
        using var folder = new LibraryFolder();
        using var connection = SmallWorld.Connect(folder);
        var (world, random) = (new SmallWorld(41), new Random(41));
        for (var video = 1; video < 20; video++)
        {
            new PostingIndex().Replace(connection, video, world.Make(video, 100));
        }

        var whole = connection.Rows("SELECT key, bytes FROM posting_page", row => (Key: row.GetInt64(0), Bytes: row.GetFieldValue<byte[]>(1)));
        for (var round = 0; round < 60; round++)
        {
            var (key, bytes) = whole[random.Next(whole.Count)];
            var damaged = bytes.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            connection.Run("UPDATE posting_page SET bytes = $bytes WHERE key = $key", ("$key", key), ("$bytes", damaged));

            var refused = Assert.Throws<LibraryException>(() => new PostingIndex().Check(connection, world.All).ToList());

            Assert.Equal("library-damaged", refused.Code);
            connection.Run("UPDATE posting_page SET bytes = $bytes WHERE key = $key", ("$key", key), ("$bytes", bytes));
        }

        Assert.Empty(new PostingIndex().Check(connection, world.All));
    }

    private static void AssertSame(SmallWorld world, PostingIndex index, Microsoft.Data.Sqlite.SqliteConnection connection, TermClause term, IReadOnlyList<EvidenceTest> evidence)
    {
        var all = GoingThroughAll.Having(world, term).ToList();
        var kept = all.Where(one => GoingThroughAll.Keeps(one.Thing, evidence)).Select(one => one.Key).ToList();
        var after = kept.Count > 3 ? kept[kept.Count / 3] : 0;
        Assert.Equal(kept, index.First(connection, term, evidence, -1, int.MaxValue));
        Assert.Equal(kept.Where(key => key > after).Take(20), index.First(connection, term, evidence, after, 20));
        Assert.Equal(kept.CountBy(MomentKey.Ordinal).Select(one => (one.Key, one.Value)), index.Counts(connection, term, evidence));
        var video = 1L + world.Number(world.Videos.Count);
        Assert.Equal(all.Where(one => MomentKey.Ordinal(one.Key) == video).Select(one => one.Key), index.Candidates(connection, video, term));
        var other = world.Term();
        var both = all.Select(one => MomentKey.Ordinal(one.Key)).Intersect(GoingThroughAll.Having(world, other).Select(one => MomentKey.Ordinal(one.Key))).Order();
        Assert.Equal(both, index.Videos(connection, new AndClause([term, other]), -1));
        var either = all.Select(one => MomentKey.Ordinal(one.Key)).Union(GoingThroughAll.Having(world, other).Select(one => MomentKey.Ordinal(one.Key))).Order();
        Assert.Equal(either.Where(one => one > 3), index.Videos(connection, new OrClause([term, other]), 3));
    }
}
