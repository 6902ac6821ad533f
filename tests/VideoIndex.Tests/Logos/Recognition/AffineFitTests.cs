using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Tests.Logos.Recognition;

public sealed class AffineFitTests
{
    private static readonly LogoSize Size = new(200, 100);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_choice_is_tried_where_there_are_few_and_the_same_three_hundred_where_there_are_many(int size)
    {
        for (var count = 0; count < 60; count++)
        {
            var samples = new SampleOrder(count, size);
            foreach (var expected in PlainPoses.Samples(count, size))
            {
                Assert.True(samples.MoveNext());
                for (var at = 0; at < size; at++)
                {
                    Assert.Equal(expected[at], samples[at]);
                }
            }

            Assert.False(samples.MoveNext());
        }
    }

    [Fact]
    public void Those_that_agree_are_told_from_those_that_do_not()
    {
        var pose = new Affine(0.7, 0.1, 300, -0.05, 0.8, 200);
        var (matches, _) = PlainPoses.Made(Size, seed: 5);
        FeatureMatch[] right = [.. matches.Take(12).Select(match => match with { Seen = match.Seen with { X = (float)At(match).X, Y = (float)At(match).Y } })];

        var found = AffineFit.Of([.. right, .. PlainPoses.Made(Size, seed: 6).Matches.Take(10)], 2, pose.Scale);

        Assert.NotNull(found);
        Assert.All(right, match => Assert.True(found.Value.At(new Point(match.Known.X, match.Known.Y)).To(At(match)) < 1));

        Point At(FeatureMatch match) => pose.At(new Point(match.Known.X, match.Known.Y));
    }

    [Fact]
    public void Two_matches_hold_no_map() => Assert.Null(AffineFit.Of(PlainPoses.Made(Size, seed: 5).Matches[..2], 2, 1));
}
