using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Testing.Contracts.Searching;
using VideoIndex.Testing.Contracts.Searching.Cases;
using Xunit.Abstractions;

namespace VideoIndex.Tests.Search.Evaluation;

public sealed class AgreementTests(ITestOutputHelper output)
{
    private const int QuestionsOfALibrary = 20;

    [Fact]
    public void The_evaluator_agrees_with_going_through_everything()
    {
        var answered = 0;
        for (var seed = 0; seed < Asked.Cases / QuestionsOfALibrary; seed++)
        {
            var random = new Random(seed);
            var library = new RandomLibrary(random);
            List<KnownVideo> videos = [.. Enumerable.Range(0, 2).Select(at => library.Known(library.Next($"{seed} {at}")))];
            var questions = new RandomClauses(random, library, asksPeople: true);
            for (var question = 0; question < QuestionsOfALibrary; question++)
            {
                var asked = new SearchCase(videos, questions.Next(videos));
                answered += videos.Exists(video => Oracle.Of(asked.Clause, video).Count > 0) ? 1 : 0;
                if (Fails(asked))
                {
                    Assert.Fail(Report(seed, question, SmallestCase.Of(asked, Fails)));
                }
            }
        }

        output.WriteLine($"{Asked.Cases} questions, seeds 0 to {(Asked.Cases / QuestionsOfALibrary) - 1}, of which {answered} found something.");
        Assert.InRange(answered, Asked.Cases / 2, Asked.Cases);
    }

    private static bool Fails(SearchCase asked) => asked.Videos.Any(video => Evaluated(asked.Clause, video) != Meant(asked.Clause, video));

    private static string Evaluated(Clause clause, KnownVideo video)
    {
        try
        {
            return SearchCase.Describe(Evaluator.Of(new Question("", clause), video));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.ToString();
        }
    }

    private static string Meant(Clause clause, KnownVideo video) => SearchCase.Describe(Oracle.Of(clause, video));

    private static string Report(int seed, int question, SearchCase smallest) => string.Join(
        '\n',
        [
            $"Seed {seed}, question {question}; the smallest that fails:", smallest.ToString(),
            .. smallest.Videos.SelectMany(video => new[] { "meant:", Meant(smallest.Clause, video), "evaluated:", Evaluated(smallest.Clause, video) }),
        ]);
}
