using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Contracts.Searching.Cases;
using VideoIndex.Tests.Search.Evaluation;

namespace VideoIndex.Tests.Search.Answers;

public sealed class MomentOfTests
{
    [Fact]
    public void Each_wording_is_a_reason_and_named_as_it_was_typed()
    {
        var film = Film.Of("10-12 say the goal that decides", "0-300 tag Second half");

        Assert.Equal(["SAY:\"The Goal\": <the goal> that decides", "say:deci*: the goal that <decides>", "tag:secon*: <Second> half"], Reasons(film, "SAY:\"The Goal\" say:deci* tag:secon*"));
    }

    [Fact]
    public void A_video_says_whose_words_were_found()
    {
        var film = Film.Of(A.Video("cup/final.mp4").Attribute("title", "Cup night"));

        Assert.Equal(("Cup night", "container title"), Whose(film, "night"));
        Assert.Equal(("final.mp4", "file name"), Whose(film, "final"));
        Assert.Equal(("/films/cup/", "file folder"), Whose(film, "video:films"));
    }

    [Fact]
    public void Unsure_words_are_marked_as_such_and_the_least_sure_says_how_sure_it_is()
    {
        var film = Film.Of(A.Video("a.mp4").Hearing(A.Heard("tiny", 2, "10 so we meet? again")));
        var moment = Moments(film, "say:meet").Single();

        Assert.Equal(["say:meet: so we <(meet?)> again"], Reasons(film, "say:meet"));
        Assert.Equal(("so we meet again", new Confidence(.25), " meet", 2), (moment.Text, moment.Confidence, moment.Words.Single().Text, moment.Track));
    }

    [Fact]
    public void A_phrase_across_a_border_shows_both_utterances() =>
        Assert.Equal(["\"again my\": we meet <again my> friends"], Reasons(Film.Of(A.Video("a.mp4").Hearing(A.Heard("tiny", 1, "10 we meet again", "14 my friends"))), "\"again my\""));

    [Fact]
    public void A_count_says_how_many_and_how_sure_the_least_sure_is()
    {
        var film = Film.Of("0-5 object car", "3-9 object car").LookedFor("object").But("car", thing => thing with { Confidence = new Confidence(thing.Span.Start == A.Time("3") ? .25 : .75) });
        var moment = Moments(film, "count(Automobile) >= 1").Single();

        Assert.Equal(("object", "Automobile: 1 to 2 at once", new Confidence(.25), "Counted of 2 that were followed; the confidence is that of the least sure."), (moment.Kind, moment.Text, moment.Confidence, moment.How));
        Assert.Equal(["count(Automobile) >= 1: <Automobile>: 1 to 2 at once"], Reasons(film, "count(Automobile) >= 1"));
        Assert.Equal(["bus: none", "bus: none"], [.. Moments(film, "count(bus) < 1").Select(one => one.Text), .. Moments(film, "count(bus) = 0").Select(one => one.Text)]);
        Assert.Equal("finder", Moments(film, "count(bus) < 1").Single().Origin.Name);
    }

    [Fact]
    public void What_is_found_by_its_evidence_alone_is_shown_without_marks() => Assert.Equal([": car"], Reasons(Film.Of("0-5 object car"), "by:model"));

    private static (string Text, string Whose) Whose(KnownVideo film, string question) => Moments(film, question).Single() is var moment ? (moment.Text, $"{moment.Origin.Kind} {moment.Origin.Name}") : default;

    private static string[] Reasons(KnownVideo film, string question) =>
        [.. Moments(film, question).SelectMany(moment => moment.Evidence).Select(one => $"{one.Term}: {one.Marked.Replace(Marking.Open, '<').Replace(Marking.Close, '>')}")];

    private static IEnumerable<Moment> Moments(KnownVideo film, string text)
    {
        var question = QuestionParser.Parse(text, QuestionContext.Plain);
        return Evaluator.Of(question, film).Select(match => MomentOf.Match(question, match, film.Facts.Video, null));
    }
}
