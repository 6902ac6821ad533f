using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Keeping;

/// <summary>Whatever people do to videos, in whatever order, and however often those are analysed in between, a store agrees with the plainest model, and no history grows shorter.</summary>
public abstract class KeepingContract
{
    private static readonly string[] Videos = ["a.mp4", "b.mp4", "c.mp4"];
    private static readonly string[] Labels = ["Intro", "Match", "Credits"];

    protected abstract ICatalog Catalog { get; }

    protected abstract IVideoFactStore Facts { get; }

    protected abstract IReviewStore Reviews { get; }

    /// <summary>Returns what search finds of a video by its claims, each <c>chapter 0-9 Intro rejected</c>.</summary>
    protected abstract Task<IReadOnlyList<string>> FindableAsync(VideoId video);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_course_of_events_comes_to_what_a_plain_model_says(int seed)
    {
        var (random, model) = (new Random(seed), new KeepingModel());
        var lengths = new Dictionary<string, (int Facts, int Reviews)>();
        var (done, fieldHistory) = (new List<string>(), 0);
        foreach (var video in Videos)
        {
            await AnalyseAsync(random, model, video);
        }

        for (var step = 0; step < 150; step++)
        {
            var video = Videos[random.Next(Videos.Length)];
            done.Add(await StepAsync(random, model, video));

            Assert.True(model.Say(video) == await SayAsync(video), $"Seed {seed}, after {string.Join(" | ", done)}:\nexpected {model.Say(video)}\nactual   {await SayAsync(video)}");
            var (now, fields) = (await LengthsAsync(video), (await Facts.ReadHistoryAsync(null, default)).Count);
            var (facts, reviews) = done[^1].StartsWith("remove", StringComparison.Ordinal) ? (0, 0) : lengths.GetValueOrDefault(video);
            Assert.True(now.Facts >= facts && now.Reviews >= reviews && fields >= fieldHistory, $"Seed {seed}: a history grew shorter by {done[^1]}.");
            (lengths[video], fieldHistory) = (now, fields);
        }

        foreach (var video in Videos) // what was done to one says nothing of another
        {
            Assert.Equal(model.Say(video), await SayAsync(video));
        }
    }

    private async Task<string> StepAsync(Random random, KeepingModel model, string video)
    {
        switch (random.Next(16))
        {
            case 0:
                await AnalyseAsync(random, model, video);
                return $"analyse {video}";
            case 1 when random.Next(3) == 0:
                await Catalog.RemoveAsync(A.Id(video), default);
                model.Remove(video);
                await AnalyseAsync(random, model, video);
                return $"remove {video}";
            case < 10:
                var change = NextFact(random, A.Id(video));
                var code = model.Make(change, NameOf);
                var refused = await Record.ExceptionAsync(() => Facts.ChangeAsync([change], "ada", default)) as FactException;
                Assert.True(code == refused?.Code, $"{change}: expected {code}, was {refused?.Code}");
                return $"{change}";
            default:
                return await ReviewAsync(random, model, video);
        }
    }

    private async Task AnalyseAsync(Random random, KeepingModel model, string video)
    {
        var chapters = Enumerable.Range(0, random.Next(1, 5)).Select(_ => NextChapter(random)).ToList();
        model.Chapters[video] = chapters;
        await Catalog.SaveAsync(A.Video(video).Tagged("chapter", [.. chapters.Select(one => $"{one.Start}-{one.End} {one.Label}")]), default);
    }

    private async Task<string> ReviewAsync(Random random, KeepingModel model, string video)
    {
        var id = A.Id(video);
        var chapter = model.Chapters[video][random.Next(model.Chapters[video].Count)];
        var claim = new VideoClaim(id, A.Span($"{chapter.Start}-{chapter.End}"), "chapter", chapter.Label, new Origin("container", "chapters"));
        var mine = model.Tags.Where(one => one.Video == video).ToList();
        var typed = NextChapter(random);
        var tag = new TypedTag(A.Span($"{typed.Start}-{typed.End}"), "tag", typed.Label, null, "");
        ReviewChange change = random.Next(6) switch
        {
            0 => new ReviewChange.Unjudge(claim),
            1 when !mine.Exists(one => one.Tag == typed) => new ReviewChange.Add(tag),
            2 when mine.Count > 0 && !mine.Exists(one => one.Tag == typed) => new ReviewChange.Correct(mine[random.Next(mine.Count)].Number, tag),
            3 when mine.Count > 0 => new ReviewChange.Withdraw(mine[random.Next(mine.Count)].Number),
            _ => new ReviewChange.Judge(claim, random.Next(2) == 0 ? "verified" : "rejected", ""),
        };
        var reviews = await Reviews.ChangeAsync(id, [change], "ada", default);
        switch (change)
        {
            case ReviewChange.Judge { Status: var status }:
                model.Verdicts.RemoveAll(one => one.Video == video && one.Chapter == chapter && one.Status != status);
                model.Verdicts.AddRange(model.Verdicts.Exists(one => one.Video == video && one.Chapter == chapter) ? [] : [(video, chapter, status)]);
                break;
            case ReviewChange.Unjudge:
                model.Verdicts.RemoveAll(one => one.Video == video && one.Chapter == chapter);
                break;
            case ReviewChange.Add:
                model.Tags.Add((video, reviews.Tags[^1].Number, typed));
                break;
            case ReviewChange.Correct { Number: var number }:
                model.Tags[model.Tags.FindIndex(one => one.Number == number)] = (video, number, typed);
                break;
            case ReviewChange.Withdraw { Number: var number }:
                model.Tags.RemoveAll(one => one.Number == number);
                break;
        }

        return $"{change}";
    }

    private static FactChange NextFact(Random random, VideoId id)
    {
        var type = (FieldType)random.Next(5);
        var field = $"f{random.Next(5)}";
        var choices = Enumerable.Range(0, 4).Where(_ => random.Next(2) == 0).Select(at => $"c{at}").DefaultIfEmpty("c0").ToList();
        string[] values = ["", "", "1", "-20", "2026-01-02", "c0", "c1", "c2", "c0;c2", "words"];
        return random.Next(12) switch
        {
            < 3 => new FactChange.Define(new FieldDefinition(field, type, type is FieldType.SingleChoice or FieldType.MultiChoice ? choices : [])),
            3 => new FactChange.RemoveChoice(field, choices[0], random.Next(2) == 0),
            4 => new FactChange.RemoveField(field, random.Next(2) == 0),
            5 or 6 => new FactChange.Collect(id, $"collection {random.Next(3)}"),
            7 => new FactChange.Release(id, $"collection {random.Next(3)}"),
            _ => new FactChange.Give(id, field, values[random.Next(values.Length)]),
        };
    }

    private static (int Start, int End, string Label) NextChapter(Random random)
    {
        var start = random.Next(12);
        return (start, start + random.Next(1, 12), Labels[random.Next(Labels.Length)]);
    }

    private static string NameOf(VideoId id) => Videos.Single(video => A.Id(video) == id);

    private async Task<string> SayAsync(string video)
    {
        var facts = (await Facts.ReadAsync(A.Id(video), default))!;
        var all = (await Facts.ReadAllAsync(default)).Single(one => one.Video.Id == A.Id(video));
        Assert.Equal(Said(facts), Said(all));
        return $"{Said(facts)} {string.Join("; ", (await FindableAsync(A.Id(video))).Order(StringComparer.Ordinal))}";
    }

    private static string Said(VideoFacts facts) =>
        $"{string.Join("; ", facts.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={FieldValues.WriteAll(field.Value)}"))} [{string.Join(", ", facts.Collections)}]";

    private async Task<(int Facts, int Reviews)> LengthsAsync(string video) =>
        ((await Facts.ReadHistoryAsync(A.Id(video), default)).Count, (await Reviews.ReadHistoryAsync(A.Id(video), default)).Count);
}
