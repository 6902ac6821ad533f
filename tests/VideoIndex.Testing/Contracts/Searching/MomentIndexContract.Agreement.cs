using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Testing.Contracts.Searching.Cases;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Searching;

/// <content>Every question is answered as by going through everything.</content>
public abstract partial class MomentIndexContract
{
    private const int Everything = 100_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_question_is_answered_as_by_going_through_everything(int seed)
    {
        var random = new Random(seed);
        var library = new RandomLibrary(random);
        List<IndexedVideo> videos = [.. Enumerable.Range(0, 8).Select(at => library.Next($"{seed} {at}"))];
        foreach (var video in videos)
        {
            await Catalog.SaveAsync(video, default);
        }

        List<KnownVideo> known = [.. videos.Select(RandomLibrary.Stored)];
        var questions = new RandomClauses(random, library, asksPeople: false);
        for (var round = 0; round < 150; round++)
        {
            var clause = questions.Next(known);
            if (await DiffersAsync(clause, known) is not null)
            {
                var smallest = await SmallestCase.OfAsync(clause, async smaller => await DiffersAsync(smaller, known) is not null);
                Assert.Fail($"Seed {seed}, question {round}; the smallest that fails:\n{new SearchCase([], smallest)}\n{await DiffersAsync(smallest, known)}");
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
