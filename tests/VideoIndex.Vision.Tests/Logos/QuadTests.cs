using VideoIndex.Accuracy.Logos.Scoring;

namespace VideoIndex.Vision.Tests.Logos;

public sealed class QuadTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(50, 1.0 / 3)] // half of each is shared: 1 part of 3
    [InlineData(25, 0.6)]
    [InlineData(100, 0)]
    [InlineData(130, 0)]
    public void A_box_moved_aside_shares_a_known_part(double by, double shared)
    {
        Assert.Equal(shared, Quad.Overlap(Quad.Box(0, 0, 100, 40), Quad.Box(by, 0, 100 + by, 40)), 9);
    }

    [Fact]
    public void A_square_and_the_same_square_turned_by_45_degrees_share_an_octagon()
    {
        var (half, far) = (1.0, Math.Sqrt(2));
        var turned = new Quad((0, -far), (far, 0), (0, far), (-far, 0));
        var shared = 8 * (Math.Sqrt(2) - 1); // the regular octagon with an inner radius of 1
        Assert.Equal(shared / (8 - shared), Quad.Overlap(Quad.Box(-half, -half, half, half), turned), 9);
    }

    [Fact]
    public void Which_way_round_the_corners_go_and_which_comes_first_makes_no_difference()
    {
        var one = new Quad((0, 0), (90, 10), (80, 50), (5, 45));
        var (same, back) = (new Quad((80, 50), (5, 45), (0, 0), (90, 10)), new Quad((0, 0), (5, 45), (80, 50), (90, 10)));
        Assert.Equal(1, Quad.Overlap(one, same), 9);
        Assert.Equal(1, Quad.Overlap(one, back), 9);
    }

    [Fact]
    public void A_quad_that_crosses_itself_overlaps_nothing()
    {
        var crossed = new Quad((0, 0), (10, 10), (10, 0), (0, 10));
        Assert.False(crossed.IsConvex);
        Assert.Equal(0, Quad.Overlap(crossed, Quad.Box(0, 0, 10, 10)));
    }

    [Fact]
    public void The_short_side_is_the_shorter_mean_of_opposite_sides()
    {
        Assert.Equal(30, new Quad((0, 0), (100, 0), (100, 20), (0, 40)).ShortSide, 9);
    }
}
