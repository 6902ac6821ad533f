using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests.Keeping;

/// <summary>What people keep and say is found as soon as they did, by the questions that ask for it.</summary>
public sealed class AskedTests : IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public AskedTests() => _library = _folder.Open();

    [Fact]
    public async Task A_tag_is_found_when_it_is_added_and_no_longer_when_it_is_withdrawn()
    {
        var id = await SaveAsync("a.mp4", "0-9 Intro", "9-20 Match");
        var reviews = await ReviewAsync(id, new ReviewChange.Add(new TypedTag(A.Span("1-2"), "tag", "Giraffe", null, "")));

        Assert.Equal(["a 1-2"], await AskAsync("giraffe"));
        Assert.Equal(["a 1-2"], await AskAsync("tag:giraffe by:human status:verified confidence:=1"));
        Assert.Equal(["a 1-2"], await AskAsync("by:human"));
        Assert.Equal(["a 0-9"], await AskAsync("(tag:intro OR tag:giraffe) NOT by:human"));
        await ReviewAsync(id, new ReviewChange.Correct(reviews.Tags[0].Number, new TypedTag(A.Span("1-3"), "tag", "Zebra", null, "")));
        Assert.Empty(await AskAsync("giraffe"));
        Assert.Equal(["a 1-3"], await AskAsync("zebra"));
        await ReviewAsync(id, new ReviewChange.Withdraw(reviews.Tags[0].Number));
        Assert.Empty(await AskAsync("zebra"));
    }

    [Fact]
    public async Task What_is_rejected_is_found_when_it_is_asked_for_and_else_not()
    {
        var id = await SaveAsync("a.mp4", "0-9 Intro", "20-30 Intro", "40-50 Match");
        var claims = VideoClaim.In((await _library.Catalog.ReadAsync(id, default))!);
        await ReviewAsync(id, new ReviewChange.Judge(claims[0], ReviewStatus.Rejected, ""), new ReviewChange.Judge(claims[2], ReviewStatus.Verified, ""));

        Assert.Equal(["a 20-30"], await AskAsync("intro"));
        Assert.Equal(["a 0-9"], await AskAsync("intro status:rejected"));
        Assert.Equal(["a 40-50"], await AskAsync("status:verified"));
        await SaveAsync("a.mp4", "1-9 Intro", "19-30 Intro");
        Assert.Equal(["a 19-30"], await AskAsync("intro"));
        await ReviewAsync(id, new ReviewChange.Unjudge(claims[0]));
        Assert.Equal(["a 1-9", "a 19-30"], await AskAsync("intro"));
    }

    [Fact]
    public async Task Videos_are_chosen_by_what_is_kept_of_them()
    {
        var (a, b) = (await SaveAsync("a.mp4", "0-9 Intro"), await SaveAsync("b.mp4", "0-8 Intro"));
        await SaveAsync("c.mp4", "0-7 Intro");
        await _library.Facts.ChangeAsync(
            [
                new FactChange.Define(new("client", FieldType.Text, [])), new FactChange.Define(new("takes", FieldType.Number, [])), new FactChange.Define(new("shot-on", FieldType.Date, [])),
                new FactChange.Define(new("mood", FieldType.MultiChoice, ["calm", "very sad"])), new FactChange.Define(new("rating", FieldType.SingleChoice, ["good", "bad"])),
                new FactChange.Give(a, "client", "Acme & Söhne, Ltd."), new FactChange.Give(a, "takes", "3"), new FactChange.Give(a, "shot-on", "2026-11-21"), new FactChange.Give(a, "mood", "calm;very sad"),
                new FactChange.Give(b, "takes", "2.5"), new FactChange.Give(b, "rating", "Bad"), new FactChange.Collect(a, "Cup finals"), new FactChange.Collect(b, "Cup finals"), new FactChange.Collect(b, "Archive"),
            ],
            "ada",
            default);

        Assert.Equal(["a 0-9"], await AskAsync("intro client:\"acme sohne\""));
        Assert.Equal(["a 0-9"], await AskAsync("intro takes:>2.5"));
        Assert.Equal(["a 0-9", "b 0-8"], await AskAsync("intro takes:>=2.5"));
        Assert.Equal(["a 0-9"], await AskAsync("intro shot-on:>=2026-11-21"));
        Assert.Empty(await AskAsync("intro shot-on:>2026-11-21"));
        Assert.Equal(["a 0-9"], await AskAsync("intro mood:\"very sad\""));
        Assert.Equal(["b 0-8"], await AskAsync("intro rating:bad"));
        Assert.Equal(["a 0-9", "b 0-8"], await AskAsync("intro collection:\"cup FINALS\""));
        Assert.Equal(["b 0-8"], await AskAsync("intro collection:archive"));
        Assert.Equal(["c 0-7"], await AskAsync("intro NOT collection:\"cup finals\""));
    }

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }

    private async Task<VideoId> SaveAsync(string name, params string[] chapters)
    {
        await _library.Catalog.SaveAsync(A.Video(name).Tagged("chapter", chapters), default);
        return A.Id(name);
    }

    private Task<VideoReviews> ReviewAsync(VideoId id, params ReviewChange[] changes) => _library.Reviews.ChangeAsync(id, changes, "ada", default);

    private async Task<IEnumerable<string>> AskAsync(string question)
    {
        var asked = QuestionParser.Parse(question, await _library.Facts.ContextAsync(default));
        var answer = await _library.Moments.SearchAsync(new SearchRequest(asked) { Order = SearchOrder.Time }, default);
        return answer.Moments.Select(moment => $"{Path.GetFileNameWithoutExtension(moment.Video.Path)} {moment.Span.Start.Seconds}-{moment.Span.End.Seconds}");
    }
}
