using System.Diagnostics;
using VideoIndex.Search;
using VideoIndex.Search.Language;

namespace VideoIndex.Tests.Search.Language;

public sealed class HostileQuestionTests
{
    [Fact]
    public void Whatever_is_typed_is_read_or_refused_in_one_sentence_that_points_into_it()
    {
        var typed = new TypedQuestions(7);
        var (read, codes) = (0, new HashSet<string>());
        for (var round = 0; round < 20_000; round++)
        {
            var text = typed.NextHarm();
            try
            {
                var question = QuestionParser.Parse(text, TypedQuestions.Context);
                Assert.All(Sketch.Parts(question.Root), part => AssertInside(text, part.At, part.Length));
                Assert.All(Sketch.Terms(question.Root).SelectMany(term => term.Wordings), wording => AssertInside(text, wording.At, wording.Length));
                Assert.All(Sketch.Terms(question.Root).SelectMany(term => term.Wordings), wording => Assert.NotEmpty(wording.Words));
                read++;
            }
            catch (QueryException refused)
            {
                codes.Add(refused.Code);
                Assert.InRange(refused.At, 0, text.Length);
                Assert.True(refused.Sentence.Length < 1200 && refused.Sentence[^1] is '.' or '?', refused.Sentence);
                Assert.DoesNotContain(refused.Sentence, sign => char.IsControl(sign) || char.IsSurrogate(sign));
            }
        }

        Assert.InRange(read, 500, 19_500);
        Assert.True(codes.Count >= 15, string.Join(", ", codes.Order()));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("a(", "")]
    [InlineData("NOT ", "a")]
    [InlineData("FIRST ", "a")]
    [InlineData("-(", "")]
    [InlineData("say:(", ")")]
    [InlineData("()", "")]
    [InlineData("a()", "")]
    [InlineData("\"", "")]
    [InlineData("!? ", "")]
    [InlineData("a|", "a")]
    [InlineData("count(", "")]
    [InlineData("recorded:", "")]
    [InlineData("a WITHIN 5s OF ", "a")]
    public void The_longest_question_is_read_or_refused_in_a_blink(string again, string end)
    {
        var text = string.Concat(Enumerable.Repeat(again, (QuestionParser.MaxLength - end.Length) / again.Length)) + end;
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < 10; round++)
        {
            Assert.True(Record.Exception(() => QuestionParser.Parse(text, TypedQuestions.Context)) is null or QueryException);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"Ten readings took {watch.Elapsed}.");
    }

    private static void AssertInside(string text, int at, int length)
    {
        Assert.InRange(at, 0, text.Length - 1);
        Assert.InRange(length, 1, text.Length - at);
    }
}
