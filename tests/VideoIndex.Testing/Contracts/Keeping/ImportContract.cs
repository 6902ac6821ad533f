using VideoIndex.Events;
using VideoIndex.Importing;
using VideoIndex.Looks;
using VideoIndex.Reviews;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Keeping;

/// <summary>What every store of imports must do. A store's tests derive from it and supply the store.</summary>
public abstract class ImportContract
{
    private static readonly VideoId Id = A.Id("a.mp4");

    protected abstract ICatalog Catalog { get; }

    protected abstract IImportStore Store { get; }

    protected abstract IReviewStore Reviews { get; }

    protected abstract IOutbox Outbox { get; }

    /// <summary>Returns what search finds of a video by its claims, each <c>chapter 0-9 Intro rejected</c>.</summary>
    protected abstract Task<IReadOnlyList<string>> FindableAsync(VideoId video);

    [Fact]
    public async Task What_is_taken_in_is_kept_as_it_came()
    {
        await Catalog.SaveAsync(A.Video("a.mp4"), default);
        var import = Rich();

        Assert.True(await Store.KeepAsync(import, default));

        Assert.Equal(Spelled.Out(import), Spelled.Out(Assert.Single(await Store.ListAsync(Id, default))));
    }

    [Fact]
    public async Task It_stands_beside_what_was_found_and_says_which_import_it_is_of()
    {
        await Catalog.SaveAsync(A.Video("a.mp4").Saying("0-1 found").Tagged("chapter", "0-9 Intro"), default);
        await Store.KeepAsync(Plain("one", "5-6 taken"), default);

        var contents = (await Catalog.ReadAsync(Id, default))!;
        Assert.Equal([("Intro", null), ("taken", "one")], contents.Tags.Select(tag => (tag.Label, tag.Import)));
        Assert.Equal([("found", null), ("taken", "one")], contents.Transcripts.Select(one => (one.Utterances[0].Text, one.Import)));
        Assert.Equal(
            ["say 0-1 found unreviewed", "chapter 0-9 Intro unreviewed", "say 5-6 taken unreviewed", "marker 5-6 taken unreviewed"], await FindableAsync(Id));
    }

    [Fact]
    public async Task Taken_in_twice_it_is_kept_once()
    {
        await Catalog.SaveAsync(A.Video("a.mp4"), default);
        await Store.KeepAsync(Plain("one", "5-6 first"), default);
        await Store.KeepAsync(Plain("two", "7-8 other"), default);
        await Store.KeepAsync(Plain("one", "5-6 second"), default);

        Assert.Equal(["one", "two"], (await Store.ListAsync(Id, default)).Select(import => import.Id));
        Assert.Equal(["marker 5-6 second unreviewed", "marker 7-8 other unreviewed"], (await FindableAsync(Id)).Where(line => line.StartsWith("marker", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_outlives_whatever_analyses_replace()
    {
        var video = A.Video("a.mp4").Saying("0-1 found").Shots("0");
        await Catalog.SaveAsync(video, default);
        await Store.KeepAsync(Plain("one", "5-6 taken", TagKinds.Logo), default);
        var before = await FindableAsync(Id);

        await Catalog.SaveAsync(video, default); // indexed again
        Assert.Equal(before, await FindableAsync(Id));
        await Catalog.ReplaceStructureAsync(Id, A.Structure(video.Contents.Shots), default); // retuned
        await Catalog.ReplaceLogosAsync(Id, [], default);
        Assert.Equal(before, await FindableAsync(Id));
        await Catalog.ReplaceTranscriptAsync(Id, A.Heard("tiny", track: 1, "20 heard"), default);
        await Reviews.ChangeAsync(Id, [new ReviewChange.Add(new TypedTag(A.Span("30-31"), "tag", "pit", null, ""))], "ada", default);
        Assert.Equal([.. before, "say 20-21 heard unreviewed", "tag 30-31 pit verified"], await FindableAsync(Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // by one who does not keep which import it is of
    public async Task What_was_read_with_it_and_is_written_again_does_not_make_two(bool isNamed)
    {
        await Catalog.SaveAsync(A.Video("a.mp4"), default);
        await Store.KeepAsync(Plain("one", "5-6 taken"), default);
        var contents = (await Catalog.ReadAsync(Id, default))!;
        var before = await FindableAsync(Id);
        contents = isNamed ? contents : contents with
        {
            Tags = [.. contents.Tags.Select(tag => tag with { Import = null })],
            Transcripts = [.. contents.Transcripts.Select(one => one with { Import = null })],
        };

        await Catalog.SaveAsync(new IndexedVideo(contents, Evidence: null), default);
        Assert.Equal(before, await FindableAsync(Id));

        await Store.RemoveAsync(Id, "one", default);
        Assert.Empty(await FindableAsync(Id));
    }

    [Fact]
    public async Task Logos_that_were_taken_in_are_no_answer_to_whether_others_were_found()
    {
        await Catalog.SaveAsync(A.Video("a.mp4"), default);
        await Store.KeepAsync(Plain("one", "5-6 Acme", TagKinds.Logo), default);

        await Catalog.ReplaceLogosAsync(Id, [], default); // none before, none now

        Assert.Equal([EventTypes.Indexed, EventTypes.Imported], (await Outbox.ReadAsync(0, 10, default)).Select(happened => happened.Type));
    }

    [Fact]
    public async Task People_judge_it_like_anything_else()
    {
        await Catalog.SaveAsync(A.Video("a.mp4"), default);
        var import = Plain("one", "5-6 taken");
        await Store.KeepAsync(import, default);

        await Reviews.ChangeAsync(Id, [new ReviewChange.Judge(VideoClaim.Of(import.Tags[0]), ReviewStatus.Rejected, "")], "ada", default);

        Assert.Equal(["say 5-6 taken unreviewed", "marker 5-6 taken rejected"], await FindableAsync(Id));
    }

    [Fact]
    public async Task It_goes_when_it_is_taken_out_and_with_its_video()
    {
        await Catalog.SaveAsync(A.Video("a.mp4"), default);
        await Store.KeepAsync(Plain("one", "5-6 first"), default);
        await Store.KeepAsync(Plain("two", "7-8 second"), default);

        Assert.True(await Store.RemoveAsync(Id, "one", default));
        Assert.False(await Store.RemoveAsync(Id, "one", default));
        Assert.False(await Store.RemoveAsync(A.Id("b.mp4"), "two", default));
        Assert.Equal(["say 7-8 second unreviewed", "marker 7-8 second unreviewed"], await FindableAsync(Id));

        await Catalog.RemoveAsync(Id, default);
        await Catalog.SaveAsync(A.Video("a.mp4"), default);
        Assert.Empty(await Store.ListAsync(Id, default));
        Assert.Empty(await FindableAsync(Id));
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_video_that_is_not_there()
    {
        Assert.False(await Store.KeepAsync(Plain("one", "5-6 taken"), default));
        Assert.Empty(await Store.ListAsync(Id, default));
        Assert.Empty(await Outbox.ReadAsync(0, 10, default));
    }

    [Fact]
    public async Task Tags_of_another_video_are_refused()
    {
        await Catalog.SaveAsync(A.Video("a.mp4"), default);
        var import = Plain("one", "5-6 taken");

        await Assert.ThrowsAsync<ArgumentException>(() => Store.KeepAsync(import with { Tags = [import.Tags[0] with { Video = A.Id("b.mp4") }] }, default));
    }

    /// <summary>One tag and one utterance that say the same: <c>5-6 taken</c>.</summary>
    protected static Import Plain(string id, string line, string kind = "marker")
    {
        var (span, words) = (A.Span(line.Split(' ')[0]), line.Split(' ')[1]);
        var origin = new Origin("import", id + ".csv");
        return new Import(
            id, Id, id + ".csv", "csv", A.Day(3), [new Tag(Id, span, kind, words, new Confidence(1), origin)], [new Transcript("en", origin, [new Utterance(span, words)])]);
    }

    private static Import Rich()
    {
        var (origin, box) = (new Origin("service", "elsewhere", "2"), new PictureBox(1, 2, 3, 4));
        var heard = A.Heard("tiny", 1, "10 what a? goal", "loop! 20 so so");
        return new Import("rich", Id, "a \"b\"\n=c.json", "azure-insights", A.Day(4), [
            new Tag(Id, A.Span("1/3-1001/30"), "text", "two\nlines \u202E\t\"", new Confidence(0.1), origin) { Box = box, Angle = -15, Language = "deu", How = "read" },
            new Tag(Id, A.Span("0-0"), "object", "car", default, origin) { Path = new TagPath([new PathPoint(A.Time("1/3"), box, 900), new PathPoint(A.Time("1/2"), box, 0)]) },
        ], [
            new Transcript("en", origin, [.. heard.Utterances.Select(said => said with { Speaker = "Ada", Language = "de" })]) { Channel = "left", Notes = ["A note."] },
            new Transcript(null, origin, [new Utterance(A.Span("0-1"), "plain")]),
        ])
        {
            Complaints = ["Two spans were left out.", "One more."],
            Verbatim = """{"logos":[{"name":"Acme"}]}""",
        };
    }
}
