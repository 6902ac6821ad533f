using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Testing.Contracts.Searching.Cases;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Searching;

/// <content>Every question is answered as by going through everything.</content>
public abstract partial class MomentIndexContract
{
    private const int Everything = 100_000, QuestionsOfALibrary = 100;

    [Fact]
    public async Task Every_question_is_answered_as_by_going_through_everything()
    {
        for (var seed = 0; seed < Asked.Cases / QuestionsOfALibrary; seed++)
        {
            var random = new Random(seed);
            var library = new RandomLibrary(random);
            List<IndexedVideo> videos = [.. Enumerable.Range(0, 3).Select(at => library.Next($"{seed} {at}"))];
            foreach (var video in videos)
            {
                await Catalog.SaveAsync(video, default);
            }

            await AskAsync(seed, [.. videos.Select(RandomLibrary.Stored)], new RandomClauses(random, library, asksPeople: false));
            foreach (var video in videos)
            {
                await Catalog.RemoveAsync(video.Contents.Video.Id, default);
            }
        }
    }

    private async Task AskAsync(int seed, List<KnownVideo> videos, RandomClauses questions)
    {
        for (var question = 0; question < QuestionsOfALibrary; question++)
        {
            var clause = questions.Next(videos);
            if (await DiffersAsync(clause, videos) is not null)
            {
                var smallest = await SmallestCase.OfAsync(clause, async smaller => await DiffersAsync(smaller, videos) is not null);
                Assert.Fail($"Seed {seed}, question {question}; the smallest that fails:\n{await DiffersAsync(smallest, videos)}");
            }
        }
    }

    private async Task<string?> DiffersAsync(Clause clause, IReadOnlyList<KnownVideo> videos)
    {
        var question = new Question("", clause);
        var answer = await Moments.SearchAsync(new SearchRequest(question) { Limit = Everything }, default);
        foreach (var video in videos)
        {
            var meant = Spelled(Merging.Of(Oracle.Of(clause, video).Select(match => MomentOf.Match(question, match, video.Facts.Video, null))));
            var answered = Spelled(answer.Moments.Where(moment => moment.Video.Id == video.Facts.Video.Id));
            if (meant != answered)
            {
                return $"{new SearchCase([video], clause)}\nmeant:\n{meant}\nanswered:\n{answered}";
            }
        }

        return null;
    }

    private static string Spelled(IEnumerable<Moment> moments) => string.Join('\n', moments.Select(Spelled).Order(StringComparer.Ordinal));

    private static string Spelled(Moment moment) => string.Join(
        " | ",
        [
            $"{moment.Kind} {moment.Span} {moment.Text} {moment.Confidence.Value} {moment.Origin} {moment.Language} {moment.Box} {moment.Speaker} {moment.Track} {string.Concat(moment.Words.Select(word => word.Text))}",
            .. moment.Evidence.Select(one => $"{one.Term} {one.Field} {one.Span} {one.Marked}").Order(StringComparer.Ordinal),
        ]);
}
