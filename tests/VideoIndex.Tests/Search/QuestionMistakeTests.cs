using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;

namespace VideoIndex.Tests.Search;

public sealed class QuestionMistakeTests
{
    [Theory]
    [InlineData("", "empty-query", 0)]
    [InlineData(" \t ", "empty-query", 0)]
    [InlineData("?!", "empty-query", 0)]
    [InlineData("*", "empty-query", 0)]
    [InlineData("\"\"", "empty-query", 0)]
    [InlineData("goal \"full time", "unbalanced-quote", 5)]
    [InlineData("goal tag:\"full", "unbalanced-quote", 9)]
    [InlineData("goal 5\"", "unbalanced-quote", 6)]
    [InlineData("goal speech:late", "unknown-field", 5)]
    [InlineData("goal say: late", "nothing-to-find", 5)]
    [InlineData("goal say:!", "nothing-to-find", 5)]
    public void A_question_that_makes_no_sense_is_pointed_at(string text, string code, int at)
    {
        var refused = Assert.Throws<QueryException>(() => Asked(text));

        Assert.Equal((code, at), (refused.Code, refused.At));
    }

    [Theory]
    [InlineData("sya:goal", " Did you mean say:?")]
    [InlineData("txt:goal", " Did you mean text:?")]
    [InlineData("vidoe:final", " Did you mean video:?")]
    [InlineData("chapter:one", " Did you mean tag:?")]
    [InlineData("title:final", " Did you mean video:?")]
    [InlineData("http://example", "")]
    public void An_unknown_field_is_told_from_the_known_ones(string text, string guess)
    {
        var refused = Assert.Throws<QueryException>(() => Asked(text));

        var field = text[..text.IndexOf(':', StringComparison.Ordinal)];
        Assert.Equal(
            $"There is no field {field}:.{guess} The fields are say:, text:, logo:, object:, face:, tag:, colour:, motion:, sound:, shot:, scene:, video:, recorded:, added:, duration:, rate:, height:, state:, collection:, confidence:, by:, status:, language: and speaker:; put the words in quotes to search for them as they are.",
            refused.Sentence);
    }

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
