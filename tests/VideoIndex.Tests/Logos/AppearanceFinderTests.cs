using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Logos;

public sealed class AppearanceFinderTests
{
    private static readonly AppearanceRule Rule = new(Sure: 10, Likely: 5, LongestGap: 3);

    [Fact]
    public void Sightings_in_one_place_are_one_appearance_that_begins_between_two_looks()
    {
        var found = Find([Span(0, 10)], [Seen(4, 100), Seen(5, 100), Seen(6, 101)]);

        var one = Assert.Single(found);
        Assert.Equal("[7/4 s, 13/4 s)", one.Span.ToString());
        Assert.Equal("[3/2 s, 2 s)", one.Start.ToString());
        Assert.Equal("[3 s, 7/2 s)", one.End.ToString());
        Assert.Equal((3, 3), (one.Sightings.Count, one.Expected));
    }

    [Fact]
    public void What_stands_from_cut_to_cut_begins_and_ends_with_them()
    {
        var found = Find([Span(0, 2), Span(2, 4), Span(4, 10)], [Seen(4, 100), Seen(5, 100), Seen(6, 100), Seen(7, 100)]);

        Assert.Equal("[2 s, 4 s)", Assert.Single(found).Span.ToString());
    }

    [Fact]
    public void A_cut_ends_an_appearance_even_where_the_next_shot_shows_the_same_place()
    {
        var found = Find([Span(0, 2), Span(2, 10)], [Seen(2, 100), Seen(3, 100), Seen(4, 100), Seen(5, 100)]);

        Assert.Equal(2, found.Count);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    public void A_gap_within_a_shot_is_closed_when_it_is_short(int later, int appearances) =>
        Assert.Equal(appearances, Find([Span(0, 10)], [Seen(1, 100), Seen(1 + later, 100)]).Count);

    [Fact]
    public void An_unsure_sighting_goes_on_with_an_appearance_but_begins_none()
    {
        Assert.Empty(Find([Span(0, 10)], [Seen(1, 100, score: 7), Seen(2, 100, score: 8)]));
        Assert.Equal(3, Assert.Single(Find([Span(0, 10)], [Seen(1, 100, score: 6), Seen(2, 100), Seen(3, 100, score: 6)])).Sightings.Count);
        Assert.Single(Assert.Single(Find([Span(0, 10)], [Seen(1, 100, score: 4), Seen(2, 100)])).Sightings);
    }

    [Fact]
    public void Two_places_at_once_are_two_appearances() =>
        Assert.Equal(2, Find([Span(0, 10)], [Seen(1, 100), Seen(1, 900), Seen(2, 100), Seen(2, 900)]).Count);

    [Fact]
    public void A_panning_camera_carries_the_place_along()
    {
        LogoSighting[] seen = [Seen(0, 100), Seen(1, 400), Seen(2, 700)];

        Assert.Equal(3, Find([Span(0, 10)], seen).Count);
        Assert.Single(Find([Span(0, 10)], seen, pan: 300));
    }

    private static IReadOnlyList<LogoAppearance> Find(MediaSpan[] shots, LogoSighting[] seen, double pan = 0)
    {
        List<LookPose> looks = [LookPose.Start(0)];
        while (looks.Count < 20)
        {
            looks.Add(looks[^1].Then(looks.Count, new Affine(1, 0, pan, 0, 1, 0)));
        }

        MediaTime[] times = [.. looks.Select((_, look) => new MediaTime(new Rational(look, 2)))];
        return new AppearanceFinder(looks, times, shots, Rule).Of(seen);
    }

    private static MediaSpan Span(int start, int end) => new(new MediaTime(new Rational(start, 1)), new MediaTime(new Rational(end, 1)));

    private static LogoSighting Seen(int look, double x, double score = 20) =>
        new(look, Quad.Of(new Affine(1, 0, x, 0, 1, 50), 120, 60), score, 8, 0.5, false);
}
