using VideoIndex.Search;
using VideoIndex.Search.Language;
using VideoIndex.Search.Language.Writing;

namespace VideoIndex.Tests.Search.Language;

public sealed class QuestionWriterTests
{
    [Theory]
    [InlineData("say:goal logo:acme", "say:goal AND logo:acme")]
    [InlineData("  SAY:“second half”   late ", "say:\"second half\" AND late")]
    [InlineData("say:(a b)", "say:a say:b")]
    [InlineData("-(a b) AND c", "NOT (a b) AND c")]
    [InlineData("((a OR b) AND c)", "(a OR b) AND c")]
    [InlineData("FIRST a logo:b AFTER c", "FIRST a logo:b AFTER c")]
    [InlineData("a THEN (b THEN c) WITHIN 90", "a THEN (b THEN c) WITHIN 90s")]
    [InlineData("color:gray gaol~1 gaol~2", "colour:gray AND gaol~ gaol~2")]
    [InlineData("duration:<2min rate:29.97", "duration:<120s AND rate:30000/1001")]
    [InlineData("status:verified|rejected say:x", "(status:verified OR status:rejected) AND say:x")]
    [InlineData("AT LAST", "AT last")]
    public void There_is_one_way_to_write_a_question(string typed, string written) => Assert.Equal(written, Write(typed));

    [Fact]
    public void What_is_written_reads_back_as_the_same_question()
    {
        var typed = new TypedQuestions(23);
        var texts = Enumerable.Range(0, 20_000).Select(round => round % 4 == 0 ? typed.NextHarm() : typed.Next());
        var read = texts.Select(text => (Text: text, Question: Read(text))).Where(one => one.Question is not null).ToList();

        var smallest = read.Select(one => (one.Text, Wrong: WrongWith(one.Question!))).Where(one => one.Wrong is not null).OrderBy(one => one.Text.Length).FirstOrDefault();
        Assert.True(smallest.Text is null, $"'{smallest.Text}' {smallest.Wrong}");
        Assert.True(read.Count > 5_000, $"Only {read.Count} of the questions could be read.");
    }

    private static string? WrongWith(Question question)
    {
        var written = QuestionWriter.Write(question.Root);
        if (written.Length > QuestionParser.MaxLength)
        {
            return null;
        }

        try
        {
            var again = QuestionParser.Parse(written, TypedQuestions.Context);
            var (before, after) = (Sketch.InFull(question.Root), Sketch.InFull(again.Root));
            return before.Equals(after, StringComparison.OrdinalIgnoreCase) && written == QuestionWriter.Write(again.Root) ? null
                : $"was written as '{written}'; {before} became {after}";
        }
        catch (QueryException refused)
        {
            return $"was written as '{written}': {refused.Sentence}";
        }
    }

    private static Question? Read(string text)
    {
        try
        {
            return QuestionParser.Parse(text, TypedQuestions.Context);
        }
        catch (QueryException)
        {
            return null;
        }
    }

    private static string Write(string text) => QuestionWriter.Write(QuestionParser.Parse(text, QuestionContext.Plain).Root);
}
