using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;

namespace VideoIndex.Tests.Search;

public sealed class QuestionMistakeTests
{
    [Fact]
    public void A_question_has_an_end()
    {
        Assert.Equal("query-too-long", Assert.Throws<QueryException>(() => Asked(new string('a', 1001))).Code);
        Assert.Equal(64, Assert.Throws<QueryException>(() => Asked(string.Concat(Enumerable.Repeat("a ", 33)))).At);
    }

    [Theory]
    [InlineData("goal", "goal")]
    [InlineData("SAY:\"what a\"* - late", "SAY:\"what a\"*|late")]
    [InlineData("deci* tag:x", "deci*|tag:x")]
    public void A_wording_is_quoted_as_it_was_typed(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Wordings(text).Select(wording => text.Substring(wording.At, wording.Length))));

    private static IEnumerable<Wording> Wordings(string text) => Asked(text).Terms().SelectMany(term => term.Wordings);

    private static Question Asked(string text) => QuestionParser.Parse(text, QuestionContext.Plain);
}
