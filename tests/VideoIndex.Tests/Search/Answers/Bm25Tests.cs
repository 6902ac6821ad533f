using VideoIndex.Search.Answers;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Tests.Search.Answers;

public sealed class Bm25Tests
{
    private static readonly WordPattern Goal = new("goal"), Late = new("late");

    [Fact]
    public void A_word_says_more_the_fewer_things_have_it()
    {
        Assert.Equal(Math.Log(1 + (7.5 / 3.5)), Bm25.Idf(10, 3), 12);
        Assert.True(Bm25.Idf(10, 10) > 0);
        Assert.True(Bm25.Idf(1000, 1) > Bm25.Idf(1000, 2));
    }

    [Theory]
    [InlineData(1, 4, 4, 1.0)] // a thing of mean length: f / (f + k1) · (k1 + 1)
    [InlineData(3, 4, 4, 6.6 / 4.2)]
    [InlineData(1, 8, 4, 2.2 / 3.1)] // twice as long: 1 + 1.2 · (.25 + .75 · 2)
    [InlineData(0, 8, 4, 0)]
    public void More_of_a_word_counts_less_each_time_and_less_in_a_long_thing(int times, int length, double mean, double expected) =>
        Assert.Equal(expected, Bm25.Score(1, times, length, mean), 12);

    [Fact]
    public void A_match_scores_what_its_evidence_does_each_piece_once()
    {
        var (say, text) = (Found("what a goal", 1, Goal), Found("goal goal", 2, Goal));
        double Score(params Found[] evidence) => Bm25.Of(new Match(A.Span("0-1"), evidence), _ => 2, 3);

        Assert.Equal(Bm25.Score(2, 1, 3, 3), Score(say), 12);
        Assert.Equal(Bm25.Score(2, 1, 3, 3) + Bm25.Score(2, 2, 2, 3), Score(say, text, say), 12);
    }

    [Fact]
    public void Of_what_says_the_same_the_better_counts_and_a_class_says_nothing()
    {
        var same = new Wording("goal", [Goal]) { Alternatives = [new Wording("late", [Late])] };
        var both = Found("goal late late", 1, Goal) with { Term = new TermClause(null, [same], TermConditions.None) };
        double Score(Found one) => Bm25.Of(new Match(A.Span("0-1"), [one]), pattern => pattern == Goal ? 1 : 5, 3);

        Assert.Equal(Bm25.Score(5, 2, 3, 3), Score(both), 12);
        Assert.Equal(0, Score(both with { Term = new TermClause("object", [new Wording("car", [Goal]) { Labels = ["car"] }], TermConditions.None) }));
    }

    private static Found Found(string text, long number, params WordPattern[] words) => new(
        new TermClause(null, [new Wording("x", words)], TermConditions.None),
        new SearchableSpan(number, "say", A.Span("0-1"), [text], new Confidence(1), new Origin("model", "stub")),
        A.Span("0-1"));
}
