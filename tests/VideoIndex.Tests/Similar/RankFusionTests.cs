using System.Globalization;
using VideoIndex.Similar;

namespace VideoIndex.Tests.Similar;

public sealed class RankFusionTests
{
    [Fact]
    public void The_published_example_comes_out() =>
        Assert.Equal("3 .8333, 2 .5833, 4 .5, 1 .45, 5 .2", Text(RankFusion.Reciprocal<int>([[4, 3, 2, 1], [3, 2, 1, 5]], 1)));

    [Fact]
    public void The_places_of_one_ranking_count_by_the_constant_of_sixty() =>
        Assert.Equal(1.0 / 61, RankFusion.Reciprocal<string>([["only"]]).Single().Score);

    [Fact]
    public void What_is_as_good_as_another_comes_as_it_was_first_named() =>
        Assert.Equal(["a", "b", "c"], RankFusion.Reciprocal<string>([["a", "b"], ["b", "a"], [], ["c"]], 0).Select(fused => fused.Item).ToArray()[..3]);

    [Fact]
    public void What_stands_in_a_ranking_twice_counts_where_it_stands_first() =>
        Assert.Equal("1 .5, 2 .25", Text(RankFusion.Reciprocal<int>([[1, 1, 2]], 1)));

    [Fact]
    public void Nothing_fused_is_nothing() => Assert.Empty(RankFusion.Reciprocal<int>([[], []]));

    [Fact]
    public void A_constant_below_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RankFusion.Reciprocal<int>([[1]], -1));

    [Fact]
    public void More_of_an_agreement_is_never_worse()
    {
        var random = new Random(8);
        for (var trial = 0; trial < 500; trial++)
        {
            int[] one = [.. Enumerable.Range(0, 9)], two = [.. Enumerable.Range(0, 9)];
            random.Shuffle(one);
            random.Shuffle(two);
            var item = random.Next(9);
            var raised = two.Where(other => other != item).Prepend(item).ToArray();
            Assert.True(Score(item, one, raised) >= Score(item, one, two));
        }

        static double Score(int item, params int[][] rankings) => RankFusion.Reciprocal(rankings).Single(fused => fused.Item == item).Score;
    }

    private static string Text(IEnumerable<Fused<int>> fused) => string.Join(
        ", ", fused.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Item} {one.Score:.####}")));
}
