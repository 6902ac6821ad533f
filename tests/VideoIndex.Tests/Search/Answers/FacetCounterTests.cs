using VideoIndex.Metadata;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Tests.Search.Answers;

public sealed class FacetCounterTests
{
    private static readonly VideoFacts One = Facts("a.mp4", "Finals", "Cup");
    private static readonly VideoFacts Other = Facts("b.mp4", "Finals");

    [Fact]
    public void A_value_counts_the_moments_that_have_it_and_the_videos_they_are_in() =>
        Assert.Equal(
            ["Acme 3 in 2", "Globex 1 in 1"],
            Counted("brand", (One, [Shown("Acme", "Globex"), Shown("Acme", "Acme")]), (Other, [Shown("Acme"), Shown()])));

    [Fact]
    public void What_a_video_has_all_its_moments_have()
    {
        Assert.Equal(["Finals 3 in 2", "Cup 2 in 1"], Counted("collection", (One, [Shown(), Shown()]), (Other, [Shown()])));
        Assert.Equal([$"{One.Video.Id} 2 in 1"], Counted("video", (One, [Shown(), Shown()])));
        Assert.Equal([], Counted("recorded", (One, [Shown()])));
    }

    [Fact]
    public void Of_equal_counts_the_names_decide() =>
        Assert.Equal(["Acme 1 in 1", "Globex 1 in 1", "Nord 1 in 1"], Counted("brand", (One, [Shown("Nord", "Globex", "Acme")])));

    [Fact]
    public void Speakers_languages_and_status_are_those_of_the_evidence()
    {
        var said = Said("de", "speaker 1");

        Assert.Equal(["speaker 1 1 in 1"], Counted("speaker", (One, [said, Shown()])));
        Assert.Equal(["de 1 in 1"], Counted("language", (One, [said])));
        Assert.Equal(["unreviewed 2 in 1"], Counted("status", (One, [said, Shown("Acme")])));
    }

    [Fact]
    public void Every_facet_is_counted()
    {
        var counter = new FacetCounter(Facet.All);

        counter.Add(1, One, [Shown("Acme")]);

        Assert.Equal(Facet.All, counter.Result().Select(facet => facet.Name));
    }

    private static IEnumerable<string> Counted(string name, params (VideoFacts Video, Match[] Moments)[] videos)
    {
        var counter = new FacetCounter([name]);
        foreach (var (number, (video, moments)) in videos.Index())
        {
            counter.Add(number, video, moments);
        }

        return counter.Result().Single().Values.Select(value => $"{value.Value} {value.Moments} in {value.Videos}");
    }

    private static VideoFacts Facts(string name, params string[] collections) => new(A.Video(name).Contents.Video) { Collections = collections };

    private static Match Shown(params string[] brands) =>
        new(A.Span("0-1"), [.. brands.DefaultIfEmpty().Select(brand => new Found(null, Thing(brand is null ? "text" : "logo", brand ?? "LIVE"), A.Span("0-1")))]);

    private static Match Said(string language, string speaker) =>
        new(A.Span("0-1"), [new Found(null, Thing("say", "a goal") with { Language = language, Speaker = speaker }, A.Span("0-1"))]);

    private static SearchableSpan Thing(string field, string text) => new(1, field, A.Span("0-1"), [text], new Confidence(1), new Origin("model", "a")) { Status = ReviewStatus.Unreviewed };
}
