using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;

namespace VideoIndex.Tests.Logos;

public sealed class GeometryTests
{
    private static readonly Quad Unit = Square(0, 0, 1);

    [Fact]
    public void A_similarity_brings_its_point_where_it_is_told_and_turns_directions()
    {
        var map = Affine.Similarity(2, Math.PI / 2, new Point(3, 4), new Point(10, 20));

        Assert.Equal(0, map.At(new Point(3, 4)).To(new Point(10, 20)), 9);
        Assert.Equal(0, map.At(new Point(4, 4)).To(new Point(10, 22)), 9); // to the right becomes down
        Assert.Equal(Math.PI / 2, map.Turned(0), 9);
        Assert.Equal(2, map.Scale, 9);
        Assert.Equal(1, map.Stretch, 6);
        Assert.Equal(3, new Affine(3, 0, 0, 0, 1, 0).Stretch, 6);
    }

    [Theory]
    [InlineData(0, 0, 1.0)]
    [InlineData(0.5, 0, 1.0 / 3)]
    [InlineData(0.5, 0.5, 1.0 / 7)]
    [InlineData(2, 0, 0.0)]
    public void Quads_overlap_by_what_they_share(double x, double y, double share)
    {
        Assert.Equal(share, Unit.Overlap(Square(x, y, 1)), 9);
        Assert.Equal(share, Square(x, y, 1).Overlap(Unit), 9);
    }

    [Fact]
    public void A_turned_quad_shares_an_octagon_with_a_straight_one()
    {
        var turned = Quad.Of(Affine.Similarity(1, Math.PI / 4, new Point(0.5, 0.5), new Point(0.5, 0.5)), 1, 1);

        var common = 2 * (Math.Sqrt(2) - 1); // two unit squares at 45 degrees
        Assert.Equal(common / (2 - common), Unit.Overlap(turned), 9);
    }

    [Fact]
    public void What_lies_beyond_the_picture_does_not_count()
    {
        var quad = Square(-5, -5, 10);

        Assert.Equal(100, quad.Area, 9);
        Assert.Equal(25, quad.AreaWithin(1920, 1080), 9);
        Assert.True(quad.Holds(new Point(0, 0)));
        Assert.False(quad.Holds(new Point(6, 0)));
        Assert.Equal(10, quad.ShortSide, 9);
    }

    [Fact]
    public void The_hull_of_points_leaves_out_what_is_inside() =>
        Assert.Equal(16, Polygon.HullArea([new(0, 0), new(4, 0), new(4, 4), new(0, 4), new(2, 2), new(0, 2), new(4, 0)]), 9);

    [Fact]
    public void Points_on_a_line_have_no_hull() =>
        Assert.Equal(0, Polygon.HullArea([new(0, 0), new(1, 1), new(2, 2)]), 9);

    [Fact]
    public void The_way_from_one_look_to_another_is_the_way_by_those_between()
    {
        var one = LookPose.Start(0).Then(1, Affine.Similarity(1.1, 0.2, new Point(5, 6), new Point(8, 1)));
        var two = one.Then(2, Affine.Similarity(0.9, -0.5, new Point(50, 6), new Point(40, 11)));
        var point = new Point(123, 45);

        Assert.Equal(0, one.To(two).At(one.Map.At(point)).To(two.Map.At(point)), 9);
        Assert.Equal(0, two.To(one).At(two.Map.At(point)).To(one.Map.At(point)), 9);
        Assert.Equal(0, one.To(one).At(point).To(point), 9);
    }

    private static Quad Square(double x, double y, double side) => Quad.Of(new Affine(1, 0, x, 0, 1, y), side, side);
}
