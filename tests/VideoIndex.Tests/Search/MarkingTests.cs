using VideoIndex.Search;
using VideoIndex.Search.Language;

namespace VideoIndex.Tests.Search;

public sealed class MarkingTests
{
    [Theory]
    [InlineData("What a GOAL, goal!", "goal", "What a <GOAL>, <goal>!")]
    [InlineData("The second  Half", "\"second half\"", "The <second  Half>")]
    [InlineData("half second half", "\"second half\"", "half <second half>")]
    [InlineData("deciding to decide", "deci*", "<deciding> to <decide>")]
    [InlineData("the goal decided", "\"goal dec\"*", "the <goal decided>")]
    [InlineData("Café Über", "uber", "Café <Über>")]
    [InlineData("Cafe\u0301", "café", "<Cafe\u0301>")]
    [InlineData("今日は優勝決定戦です", "優勝決定", "今日は<優勝決定>戦です")]
    [InlineData("ハハハ", "ハ", "<ハハハ>")] // neighbours are marked as one
    [InlineData("ＡＢＣ　優勝！", "優勝", "ＡＢＣ　<優勝>！")]
    [InlineData("平成を㍻と", "成", "平<成>を<㍻>と")] // half a character cannot be marked
    [InlineData("Great. (Goal?).", "\"great goal\"", "<Great. (Goal?)>.")] // nor half the mark of a word that is unsure
    [InlineData("a (great?) goal", "\"great goal\"", "a <(great?) goal>")]
    [InlineData("(great?) goal", "goal", "(great?) <goal>")]
    [InlineData("a goal (what a goal)", "goal", "a <goal> (what a <goal>)")]
    [InlineData("nothing here", "goal", null)]
    public void The_original_text_is_marked_around_what_matched(string text, string query, string? expected)
    {
        var term = (TermClause)QuestionParser.Parse(query, QuestionContext.Plain).Root;

        Assert.Equal(expected, Marking.Mark(text, term.Wordings.Single())?.Replace(Marking.Open, '<').Replace(Marking.Close, '>'));
    }
}
