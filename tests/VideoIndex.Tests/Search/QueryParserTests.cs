using VideoIndex.Search;

namespace VideoIndex.Tests.Search;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("goal", "goal@0")]
    [InlineData("  what  a goal ", "what@2, a@8, goal@10")]
    [InlineData("\"what a goal\"", "what a goal@0")]
    [InlineData("deci*", "deci*@0")]
    [InlineData("\"the goal deci\"*", "the goal deci*@0")]
    [InlineData("say:goal video:final", "say=goal@0, video=final@9")]
    [InlineData("Tag:\"second half\"", "tag=second half@0")]
    [InlineData("goal\"full time\"late", "goal@0, full time@4, late@15")]
    [InlineData("10:30", "10:30@0")] // a time of day, not a field
    [InlineData("goal - !!! ???", "goal@0")]
    [InlineData("“what a goal”", "what a goal@0")] // as word processors write quotes
    [InlineData("say：ゴール　優勝＊", "say=ゴール@0, 優勝*@8")] // as Japanese keyboards do
    [InlineData("video:C:\\films\\final.mp4", "video=C:\\films\\final.mp4@0")]
    public void What_people_type_is_read_term_by_term(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", QueryParser.Parse(text).Terms.Select(Describe)));

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
        var refused = Assert.Throws<QueryException>(() => QueryParser.Parse(text));

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
        var refused = Assert.Throws<QueryException>(() => QueryParser.Parse(text));

        var field = text[..text.IndexOf(':', StringComparison.Ordinal)];
        Assert.Equal(
            $"There is no field {field}:.{guess} The fields are say:, text:, logo:, object:, face:, tag:, colour:, motion:, sound:, shot:, scene: and video:; put the words in quotes to search for them as they are.",
            refused.Sentence);
    }

    [Fact]
    public void A_question_has_an_end()
    {
        Assert.Equal("query-too-long", Assert.Throws<QueryException>(() => QueryParser.Parse(new string('a', 1001))).Code);
        Assert.Equal(64, Assert.Throws<QueryException>(() => QueryParser.Parse(string.Concat(Enumerable.Repeat("a ", 33)))).At);
    }

    [Theory]
    [InlineData("goal", "goal")]
    [InlineData("SAY:\"what a\"* - late", "SAY:\"what a\"*|late")]
    [InlineData("deci* tag:x", "deci*|tag:x")]
    public void A_term_is_quoted_as_it_was_typed(string text, string expected)
    {
        var query = QueryParser.Parse(text);

        Assert.Equal(expected, string.Join('|', query.Terms.Select(term => QueryParser.AsTyped(query, term))));
    }

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_and_nothing_else()
    {
        const string Signs = "\"\"::*say“” \t\uD800優é1.-";
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Signs[random.Next(Signs.Length)]));
            try
            {
                var query = QueryParser.Parse(text);
                Assert.All(query.Terms, term => Assert.NotEmpty(Words.In(term.Words)));
                Assert.All(query.Terms, term => Assert.StartsWith(QueryParser.AsTyped(query, term), text[term.At..], StringComparison.Ordinal));
            }
            catch (QueryException refused)
            {
                Assert.InRange(refused.At, 0, text.Length);
            }
        }
    }

    private static string Describe(QueryTerm term) =>
        $"{(term.Field is null ? "" : term.Field + "=")}{term.Words}{(term.Prefix ? "*" : "")}@{term.At}";
}
