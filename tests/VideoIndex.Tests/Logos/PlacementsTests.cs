using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Exposure;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Logos;

public sealed class PlacementsTests
{
    private static readonly LookPose[] Looks = [.. Enumerable.Range(0, 40).Select(look => LookPose.Start(look))];

    [Fact]
    public void Two_logos_of_one_brand_in_one_place_are_one_placement_known_by_the_surer()
    {
        var one = Assert.Single(Of(Seen("Acme", "wide", 2, 6, 100, score: 40), Seen("Acme", "small", 4, 9, 104, score: 20)));

        Assert.Equal(("wide", "[1 s, 9/2 s)"), (one.Logo, one.Appearance.Span.ToString()));
        Assert.Equal((8, 8), (one.Appearance.Sightings.Count, one.Appearance.Expected));
    }

    [Fact]
    public void Two_boards_of_one_brand_side_by_side_stay_two() =>
        Assert.Equal(2, Of(Seen("Acme", "main", 2, 6, 100), Seen("Acme", "main", 2, 6, 300)).Count);

    [Fact]
    public void One_place_at_two_times_stays_two() =>
        Assert.Equal(2, Of(Seen("Acme", "main", 2, 6, 100), Seen("Acme", "main", 9, 12, 100)).Count);

    [Fact]
    public void What_goes_on_under_another_sighting_of_it_is_joined_though_no_look_saw_both()
    {
        var long_ = Seen("Acme", "main", 2, 6, 100);
        var extended = long_ with { Appearance = long_.Appearance with { Span = new MediaSpan(long_.Appearance.Span.Start, Time(24)) } };

        var one = Assert.Single(Of(extended, Seen("Acme", "main", 9, 12, 100)));

        Assert.Equal("[1 s, 12 s)", one.Appearance.Span.ToString());
    }

    [Fact]
    public void Of_two_brands_on_one_spot_the_surer_keeps_it() =>
        Assert.Equal(["Acme"], Of(Seen("Acne", "main", 2, 6, 100, score: 20), Seen("Acme", "main", 2, 6, 104, score: 40)).Select(one => one.Brand));

    [Fact]
    public void A_brand_that_has_the_spot_for_itself_most_of_the_time_stays() =>
        Assert.Equal(2, Of(Seen("Acme", "main", 2, 4, 100, score: 40), Seen("Acne", "main", 3, 12, 100, score: 20)).Count);

    [Theory]
    [InlineData(0.3, 1)] // a part of the bigger mark was taken for it
    [InlineData(0.9, 2)] // shown whole: it stands on the bigger one
    public void A_mark_inside_a_bigger_one_of_another_brand_counts_if_enough_of_it_is_seen(double covered, int placements) =>
        Assert.Equal(placements, Of(Seen("Acme", "main", 2, 6, 100, score: 20, covered: 0.95), Seen("Inc", "main", 2, 6, 110, score: 40, covered: covered, width: 20)).Count);

    [Fact]
    public void The_order_they_are_given_in_changes_nothing()
    {
        Placement[] found =
        [
            Seen("Acme", "wide", 2, 6, 100, score: 40), Seen("Acme", "small", 4, 9, 104, score: 20), Seen("Acne", "main", 3, 6, 101, score: 30), Seen("Other", "main", 1, 30, 400),
        ];

        Assert.Equal(Spelled(found), Spelled([.. found.Reverse()]));

        static string Spelled(Placement[] given) => string.Join('\n', Placements.Of(given, Looks).Select(one => $"{one.Brand} {one.Logo} {one.Appearance.Span} {one.Appearance.Sightings.Count}"));
    }

    [Fact]
    public void The_best_view_is_the_surest_that_is_most_in_the_picture()
    {
        var seen = Seen("Acme", "main", 2, 3, 100).Appearance;
        var outside = new TimedSighting(Time(4), new LogoSighting(4, Place(-60, 80), 30, 9, 1, false));

        Assert.Equal(Time(2), BestView.Of(seen with { Sightings = [.. seen.Sightings, outside] }, (640, 360)).Time);
    }

    private static IReadOnlyList<Placement> Of(params Placement[] found) => Placements.Of(found, Looks);

    private static Placement Seen(string brand, string logo, int from, int to, int x, double score = 20, double covered = 0.8, int width = 80) => new(
        brand, logo, new LogoAppearance(
            new MediaSpan(Time(from), Time(to)),
            new MediaSpan(Time(from), Time(from)),
            new MediaSpan(Time(to), Time(to)),
            [.. Enumerable.Range(from, to - from + 1).Select(look => new TimedSighting(Time(look), new LogoSighting(look, Place(x, width), score, 20, covered, false)))],
            to - from + 1));

    private static Quad Place(int x, int width) => new(new Point(x, 100), new Point(x + width, 100), new Point(x + width, 100 + (width / 2)), new Point(x, 100 + (width / 2)));

    private static MediaTime Time(int look) => new(new Rational(look, 2));
}
