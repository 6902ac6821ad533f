using VideoIndex.Search;
using VideoIndex.Search.Language;

namespace VideoIndex.Tests.Search.Language;

public sealed class RefusedQuestionTests
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
    [InlineData("FOR >= 2s", "bad-condition", 0)]
    [InlineData("car FOR 2s", "bad-condition", 8)]
    [InlineData("car FOR >= x", "bad-condition", 11)]
    [InlineData("car FOR >= 2days", "bad-condition", 12)]
    [InlineData("car FOR >= 2s FOR < 9s", "bad-condition", 14)]
    [InlineData("car AREA > 2", "bad-condition", 12)]
    [InlineData("car ZONE under", "unknown-zone", 9)]
    [InlineData("count(person", "bad-condition", 5)]
    [InlineData("count(person)", "bad-condition", 13)]
    [InlineData("count(person) >= 1.5", "bad-condition", 20)]
    [InlineData("count()>=1", "nothing-to-find", 6)]
    [InlineData("say:goal ZONE left", "no-place", 0)]
    [InlineData("car face:ada", "no-recognition", 4)]
    public void What_made_no_sense_before_there_were_operators_makes_none_now(string text, string code, int at) => AssertRefused(text, code, at);

    [Theory]
    [InlineData("goal )", "unbalanced-parenthesis", 5)]
    [InlineData("goal (late", "unbalanced-parenthesis", 5)]
    [InlineData("goal (say:(late)", "unbalanced-parenthesis", 5)]
    [InlineData("goal ( !! )", "nothing-to-find", 5)]
    [InlineData("AND goal", "missing-operand", 0)]
    [InlineData("goal OR", "missing-operand", 5)]
    [InlineData("goal OR AND late", "missing-operand", 8)]
    [InlineData("goal AND NOT", "missing-operand", 9)]
    [InlineData("(goal THEN ) late", "missing-operand", 6)]
    [InlineData("goal && late", "unknown-operator", 5)]
    [InlineData("goal || late", "unknown-operator", 5)]
    [InlineData("NOT goal", "only-not", 0)]
    [InlineData("goal OR NOT late", "only-not", 8)]
    [InlineData("goal AFTER (-a -b)", "only-not", 12)]
    [InlineData("goal WITHIN 5s late", "bad-condition", 15)]
    [InlineData("goal WITHIN OF late", "bad-condition", 12)]
    [InlineData("goal WITHIN 5days OF late", "bad-condition", 13)]
    [InlineData("goal FIRST logo:acme", "bad-place", 5)]
    [InlineData("(logo:a OR logo:b) AREA > 2%", "bad-condition", 19)]
    [InlineData("logo:acme WITH say:goal", "no-picture", 15)]
    [InlineData("(say:goal OR logo:acme) WITH object:car", "no-picture", 1)]
    [InlineData("goal AFTER video:final", "not-a-moment", 11)]
    [InlineData("FIRST by:human", "not-a-moment", 6)]
    [InlineData("(recorded:2026) FOR >= 2s", "not-a-moment", 1)]
    [InlineData("recorded:2026 FOR >= 2s", "bad-condition", 14)]
    [InlineData("video:final FOR >= 2s", "bad-condition", 11)]
    [InlineData("goal OR by:human", "mixed-or", 8)]
    [InlineData("count(say:goal) > 2", "bad-condition", 6)]
    [InlineData("count(face:ada) > 2", "no-recognition", 6)]
    [InlineData("goal gaol~3", "bad-fuzzy", 5)]
    [InlineData("goal status:", "nothing-to-find", 5)]
    public void An_operator_that_makes_no_sense_is_pointed_at(string text, string code, int at) => AssertRefused(text, code, at);

    [Theory]
    [InlineData("recorded:2026-13", "recorded: is followed by a day, a month or a year: recorded:2026-03-09, recorded:>=2026-03, recorded:2026-01..2026-03.")]
    [InlineData("recorded:2026-03..2026-01", "recorded: is followed by a day, a month or a year: recorded:2026-03-09, recorded:>=2026-03, recorded:2026-01..2026-03.")]
    [InlineData("duration:10min", "duration: is followed by a comparison and a length: duration:>10min, duration:30s..2min.")]
    [InlineData("rate:fast", "rate: is followed by frames a second: rate:25, rate:>=50, rate:29.97.")]
    [InlineData("height:5.5", "height: is followed by a number of lines: height:1080, height:>=2160.")]
    [InlineData("state:degrade", "No video is 'degrade'. Did you mean degraded? The states are accepted, ok, degraded, rejected, quarantined.")]
    [InlineData("confidence:0.8", "confidence: is followed by a comparison and a part of 1 or of 100%: confidence:>=0.8, confidence:>80%.")]
    [InlineData("confidence:>80", "confidence: is followed by a comparison and a part of 1 or of 100%: confidence:>=0.8, confidence:>80%.")]
    [InlineData("by:modle:x", "There is no kind of author 'modle'. Did you mean model? The kinds are human, person, model, service, program, container, captions, sidecar; put a name in quotes.")]
    [InlineData("status:verifed", "Nothing has the status 'verifed'. Did you mean verified? It is unreviewed, verified, rejected.")]
    [InlineData("language:germn", "There is no language 'germn' here. Did you mean german? Write its English name or its code: language:german, language:de.")]
    [InlineData("kind:intervew", "kind: is never 'intervew'. Did you mean interview? The choices are interview, B-roll.")]
    [InlineData("takes:>many", "takes: is followed by a number: takes:3, takes:>=2.5, takes:1..4.")]
    [InlineData("shot-on:soon", "shot-on: is followed by a day, a month or a year: shot-on:2026-03-09, shot-on:>=2026-03, shot-on:2026-01..2026-03.")]
    [InlineData("recorded:=>2026", "'=>' is no comparison: write >, >=, <, <= or =.")]
    public void A_value_that_makes_no_sense_is_answered_with_those_that_do(string text, string sentence)
    {
        var refused = AssertRefused(text, "bad-value");

        Assert.Equal(sentence, refused.Sentence);
    }

    [Theory]
    [InlineData("sya:goal", " Did you mean say:?")]
    [InlineData("txt:goal", " Did you mean text:?")]
    [InlineData("vidoe:final", " Did you mean video:?")]
    [InlineData("chapter:one", " Did you mean tag:?")]
    [InlineData("title:final", " Did you mean video:?")]
    [InlineData("recoded:2026", " Did you mean recorded:?")]
    [InlineData("fps:25", " Did you mean rate:?")]
    [InlineData("clent:Acme", " Did you mean client:?")]
    [InlineData("http://example", "")]
    public void An_unknown_field_is_told_from_the_known_ones(string text, string guess)
    {
        var refused = AssertRefused(text, "unknown-field");

        var field = text[..text.IndexOf(':', StringComparison.Ordinal)];
        Assert.Equal(
            $"There is no field {field}:.{guess} The fields are say:, text:, logo:, object:, face:, tag:, colour:, motion:, sound:, shot:, scene:, video:, recorded:, added:, duration:, rate:, height:, "
            + "state:, collection:, confidence:, by:, status:, language:, speaker:, client:, takes:, shot-on:, kind: and topics:; put the words in quotes to search for them as they are.",
            refused.Sentence);
    }

    [Fact]
    public void A_zone_that_is_none_is_answered_with_the_nearest() =>
        Assert.StartsWith("There is no zone 'lower-thrid'. Did you mean lower-third? The zones are upper-third,", AssertRefused("logo:acme ZONE lower-thrid", "unknown-zone").Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_question_has_an_end()
    {
        AssertRefused(new string('a', 1001), "query-too-long", 1000);
        AssertRefused(string.Concat(Enumerable.Repeat("a ", 33)), "query-too-long", 64);
        AssertRefused($"by:{string.Join('|', Enumerable.Repeat("human", 33))}", "query-too-long", 0);
        AssertRefused(new string('(', 17) + "a" + new string(')', 17), "query-too-deep", 16);
        Assert.NotNull(QuestionParser.Parse(new string('(', 16) + "a" + new string(')', 16), TypedQuestions.Context));
    }

    private static void AssertRefused(string text, string code, int at)
    {
        var refused = AssertRefused(text, code);

        Assert.Equal((code, at), (refused.Code, refused.At));
    }

    private static QueryException AssertRefused(string text, string code)
    {
        var refused = Assert.Throws<QueryException>(() => QuestionParser.Parse(text, TypedQuestions.Context));

        Assert.Equal(code, refused.Code);
        return refused;
    }
}
