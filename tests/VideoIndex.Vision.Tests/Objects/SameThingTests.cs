using VideoIndex.Objects;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Vision.Tests.Objects;

public sealed class SameThingTests
{
    [Fact]
    public void Of_two_boxes_of_a_class_that_cover_each_other_the_surer_stays() =>
        Assert.Equal("0:0.9", Kept(new(0, 0.5f, new(0, 0, 10, 10)), new(0, 0.9f, new(1, 0, 11, 10))));

    [Fact]
    public void Boxes_of_two_classes_both_stay_and_the_surest_is_first() =>
        Assert.Equal("3:0.9 0:0.5", Kept(new(0, 0.5f, new(0, 0, 10, 10)), new(3, 0.9f, new(0, 0, 10, 10))));

    [Fact]
    public void What_covers_less_than_the_limit_is_another_thing() =>
        Assert.Equal("0:0.9 0:0.5", Kept(new(0, 0.5f, new(0, 0, 10, 10)), new(0, 0.9f, new(5, 0, 15, 10))));

    // The second is covered by the first, so it takes nothing away from the third.
    [Fact]
    public void What_was_taken_away_takes_nothing_away() =>
        Assert.Equal(
            "0:0.9 0:0.7",
            Kept(new(0, 0.9f, new(0, 0, 10, 10)), new(0, 0.8f, new(3, 0, 13, 10)), new(0, 0.7f, new(6, 0, 16, 10))));

    [Fact]
    public void The_order_in_which_things_come_makes_no_difference()
    {
        var random = new Random(11);
        Detection[] all =
        [
            .. Enumerable.Range(0, 200).Select(_ => (X: random.Next(0, 60), Y: random.Next(0, 60), Label: random.Next(0, 3), Score: random.Next(1, 20)))
                .Select(one => new Detection(one.Label, one.Score / 20f, new(one.X, one.Y, one.X + 20, one.Y + 20))),
        ];
        var expected = Kept(all);
        for (var turn = 0; turn < 10; turn++)
        {
            random.Shuffle(all);
            Assert.Equal(expected, Kept(all));
        }
    }

    [Theory]
    [InlineData(0, 0, 10, 10, 0, 0, 10, 10, 1)]
    [InlineData(0, 0, 10, 10, 5, 0, 15, 10, 1 / 3.0)]
    [InlineData(0, 0, 10, 10, 10, 0, 20, 10, 0)]
    [InlineData(0, 0, 10, 10, 2, 2, 4, 4, 0.04)]
    [InlineData(0, 0, 0, 0, 0, 0, 0, 0, 0)]
    public void Overlap_is_what_both_cover_over_what_either_does(
        float left, float top, float right, float bottom, float left2, float top2, float right2, float bottom2, double overlap) =>
        Assert.Equal(overlap, SameThing.Overlap(new(left, top, right, bottom), new(left2, top2, right2, bottom2)), 6);

    private static string Kept(params Detection[] found)
    {
        List<Detection> all = [.. found];
        SameThing.Merge(all, 0.45f);
        return string.Join(' ', all.Select(one => FormattableString.Invariant($"{one.Label}:{one.Score:0.##}")));
    }
}
