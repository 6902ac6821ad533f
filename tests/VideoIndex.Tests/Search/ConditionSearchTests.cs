using VideoIndex.Looks;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Tests.Search;

public sealed class ConditionSearchTests
{
    [Theory]
    [InlineData("count(car)>=2", "2-4: 2..3")]
    [InlineData("count(car) = 3", "3-4: 3..3")]
    [InlineData("count(car) < 1", "0-1: 0..0; 7-10: 0..0")]
    [InlineData("count(car) > 0 FOR >= 3s", "1-7: 1..3")]
    [InlineData("count(car) \u2265 2 FOR < 2s", "")]
    public void Counts_hold_from_the_very_moment_one_comes_to_the_one_when_one_goes(string query, string expected) =>
        Assert.Equal(expected, Found(query, Still("1-4"), Still("2-4"), Still("3-7")));

    [Theory]
    [InlineData("object:car FOR >= 4s", "1-6: 1..1")] // two cars, one after the other
    [InlineData("text:goal FOR >= 4s", "")] // two words that are not the same
    [InlineData("text:goal FOR <= 3s", "1-4: 1..1; 4-6: 1..1")]
    public void Pieces_that_touch_go_on_in_each_other(string query, string expected) =>
        Assert.Equal(expected, Found(query, Still("1-4"), Still("4-6") with { Label = "other" }));

    [Fact]
    public void A_way_is_cut_to_where_it_is_large_enough_and_in_place()
    {
        // Looks at 1, 2, 3 and 4: it comes from the left and grows.
        var way = new Thing("car", A.Span("0-5"), new PictureBox(0, 0, 100, 100), new TagPath(
            [.. new[] { (1, 0, 1000), (2, 2000, 1000), (3, 4000, 2000), (4, 8000, 2000) }.Select(one => new PathPoint(A.Time($"{one.Item1}"), new PictureBox(one.Item2, 4000, one.Item3, one.Item3), 900))]));

        Assert.Equal("5/2-5: 1..1", Found("object:car AREA > 2%", way));
        Assert.Equal("0-5/2: 1..1", Found("object:car ZONE left", way));
        Assert.Equal("7/2-5: 1..1", Found("object:car ZONE right AREA >= 4%", way));
        Assert.Equal("", Found("object:car ZONE left AREA > 2%", way));
        Assert.Equal("5/2-7/2: 1..1", Found("object:car AREA > 2% ZONE center FOR >= 1s", way));
    }

    [Fact]
    public void What_has_no_place_is_nowhere() => Assert.Equal("", Found("goal AREA > 0%", Still("0-5") with { Box = null }));

    [Theory]
    [InlineData("object:car FOR >= 2", "2", null, null)]
    [InlineData("object:car FOR>1.5min AREA<=12.5% ZONE Lower-Third", "90", "1/8", "lower-third")]
    [InlineData("GOAL FOR ENGLAND", null, null, null)] // a headline
    public void Conditions_belong_to_the_term_before_them(string text, string? seconds, string? area, string? zone)
    {
        var question = Asked(text);
        var term = question.Terms().Single();

        Assert.Equal((seconds, area, zone), (term.Conditions.For?.Value.ToString(), term.Conditions.Area?.Value.ToString(), term.Conditions.Zone));
        Assert.Equal(text, question.AsTyped(term));
    }

    [Fact]
    public void A_class_nobody_knows_is_answered_with_near_ones()
    {
        Assert.StartsWith("No detector is known to know 'carr'. Did you mean car or ", Assert.Single(ObjectNotes.Of(Asked("object:carr"))), StringComparison.Ordinal);
        Assert.Empty(ObjectNotes.Of(Asked("object:vehicle object:sofa object:aer* face:any count(people)>1")));
    }

    private static Thing Still(string span) => new("car", A.Span(span), new PictureBox(0, 0, 1000, 1000), null);

    private static Question Asked(string text) => QuestionParser.Parse(text, QuestionContext.Plain);

    private static string Found(string query, params Thing[] things)
    {
        var term = Asked(query).Terms().Single();
        return string.Join(
            "; ",
            ConditionSearch.Of(term.Field, term.Conditions, things, A.Span("0-10"))
                .Select(stretch => $"{stretch.Span.Start.Seconds}-{stretch.Span.End.Seconds}: {stretch.Least}..{stretch.Most}"));
    }
}
