using VideoIndex.Brands;
using VideoIndex.Events;
using VideoIndex.Metadata;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Keeping;

/// <summary>What every store of fields, their values and collections must do.</summary>
public abstract class VideoFactContract
{
    /// <summary>The clock the store must go by.</summary>
    protected FakeTimeProvider Clock { get; } = new();

    protected abstract ICatalog Catalog { get; }

    protected abstract IVideoFactStore Facts { get; }

    protected abstract IOutbox Outbox { get; }

    [Fact]
    public async Task What_is_set_comes_back_of_each_type()
    {
        var id = await SaveAsync("a.mp4");
        await DefineAsync();

        await SetAsync(id, "client=Acme & Söhne, Ltd.", "takes=-3.50", "shot-on=2026-02-28", "rating=good", "mood=HAPPY;calm");

        var facts = (await Facts.ReadAsync(id, default))!;
        Assert.Equal("client=Acme & Söhne, Ltd.; mood=calm, happy; rating=Good; shot-on=2026-02-28; takes=-3.5", Said(facts));
        Assert.Equal("/films/a.mp4", facts.Video.Path);
        Assert.Equal(["client 1", "takes 1", "shot-on 1", "rating 1", "mood 1"], (await Facts.FieldsAsync(default)).Select(use => $"{use.Definition.Name} {use.Videos}"));
    }

    [Fact]
    public async Task To_set_again_replaces_and_nothing_at_all_clears()
    {
        var id = await SaveAsync("a.mp4");
        await DefineAsync();
        await SetAsync(id, "mood=happy,calm", "client=Acme");

        await SetAsync(id, "mood=calm", "client= ");

        Assert.Equal("mood=calm", Said((await Facts.ReadAsync(id, default))!));
    }

    [Fact]
    public async Task All_videos_are_read_at_once_in_the_order_they_came()
    {
        var (b, a) = (await SaveAsync("b.mp4"), await SaveAsync("a.mp4"));
        await DefineAsync();
        await SetAsync(a, "takes=2");
        await ChangeAsync(new FactChange.Collect(b, "Finals"), new FactChange.Collect(a, "finals"), new FactChange.Collect(a, "Archive"));

        Assert.Equal(
            ["/films/b.mp4 [Finals] ", "/films/a.mp4 [Archive Finals] takes=2"],
            (await Facts.ReadAllAsync(default)).Select(facts => $"{facts.Video.Path} [{string.Join(' ', facts.Collections)}] {Said(facts)}"));
        Assert.Equal(["Archive 1", "Finals 2"], (await Facts.CollectionsAsync(default)).Select(one => $"{one.Name} {one.Videos}"));
    }

    [Fact]
    public async Task A_collection_is_there_from_its_first_video_to_its_last()
    {
        var (a, b) = (await SaveAsync("a.mp4"), await SaveAsync("b.mp4"));
        await ChangeAsync(new FactChange.Collect(a, "Finals"), new FactChange.Collect(b, "Finals"), new FactChange.Collect(b, "Archive"));

        await ChangeAsync(new FactChange.Release(a, "FINALS"), new FactChange.Release(a, "finals"));
        Assert.Equal(["Archive", "Finals"], (await Facts.CollectionsAsync(default)).Select(one => one.Name));
        await Catalog.RemoveAsync(b, default);

        Assert.Empty(await Facts.CollectionsAsync(default));
        Assert.Equal("no-such-collection", await RefusedAsync(new FactChange.Release(a, "Finals")));
    }

    [Fact]
    public async Task Of_changes_together_all_are_made_or_none()
    {
        var id = await SaveAsync("a.mp4");
        await DefineAsync();
        var events = (await Outbox.ReadAsync(0, 100, default)).Count;

        Assert.Equal("bad-value", await RefusedAsync(new FactChange.Give(id, "client", "Acme"), new FactChange.Collect(id, "Finals"), new FactChange.Give(id, "takes", "three")));

        Assert.Equal("", Said((await Facts.ReadAsync(id, default))!));
        Assert.Empty(await Facts.ReadHistoryAsync(id, default));
        Assert.Empty(await Facts.CollectionsAsync(default));
        Assert.Equal(events, (await Outbox.ReadAsync(0, 100, default)).Count);
    }

    [Fact]
    public async Task Every_change_is_remembered_with_who_made_it_and_when_and_no_change_is_not()
    {
        var id = await SaveAsync("a.mp4");
        await ChangeAsync(new FactChange.Define(new("takes", FieldType.Number, [])), new FactChange.Define(new("mood", FieldType.MultiChoice, ["calm", "happy"])));
        await ChangeAsync(new FactChange.Define(new("mood", FieldType.MultiChoice, ["Calm"])), new FactChange.Define(new("mood", FieldType.MultiChoice, ["sad"])));
        await SetAsync(id, "takes=2", "takes=2.0", "mood=sad", "mood=sad,happy");
        Clock.Advance(TimeSpan.FromDays(1));
        await ChangeAsync(new FactChange.RemoveChoice("mood", "SAD", WithValues: true), new FactChange.Give(id, "takes", ""), new FactChange.Collect(id, "Finals"), new FactChange.Release(id, "finals"));
        await ChangeAsync(new FactChange.RemoveField("takes", WithValues: false));

        Assert.Equal(
            ["set takes to 2", "set mood to sad", "set mood from sad to happy, sad", "set mood from happy, sad to happy", "cleared takes was 2", "collected Finals", "released Finals"],
            await ToldAsync(id));
        Assert.Equal(
            ["field-defined takes, number", "field-defined mood, multi of calm, happy", "choices-added to mood: sad", "choice-removed sad from mood", "field-removed takes, number"],
            await ToldAsync(null));
        Assert.Equal((new Stamp(Clock.GetUtcNow() - TimeSpan.FromDays(1), "ada"), new Stamp(Clock.GetUtcNow(), "ada")), ((await Facts.ReadHistoryAsync(id, default))[0].Made, (await Facts.ReadHistoryAsync(id, default))[^1].Made));
    }

    [Fact]
    public async Task What_is_used_goes_only_with_its_values()
    {
        var id = await SaveAsync("a.mp4");
        await DefineAsync();
        await SetAsync(id, "mood=happy,calm", "rating=bad");

        Assert.Equal("choice-in-use", await RefusedAsync(new FactChange.RemoveChoice("mood", "happy", WithValues: false)));
        Assert.Equal("field-in-use", await RefusedAsync(new FactChange.RemoveField("rating", WithValues: false)));
        await ChangeAsync(new FactChange.RemoveChoice("mood", "happy", WithValues: true), new FactChange.RemoveField("rating", WithValues: true));

        Assert.Equal("mood=calm", Said((await Facts.ReadAsync(id, default))!));
        Assert.Equal("no-such-field", await RefusedAsync(new FactChange.Give(id, "rating", "bad")));
        await ChangeAsync(new FactChange.Define(new("rating", FieldType.Number, []))); // the name is free again
    }

    [Fact]
    public async Task What_is_kept_of_a_video_stays_when_it_is_analysed_anew_and_goes_with_it()
    {
        var (id, other) = (await SaveAsync("a.mp4"), await SaveAsync("b.mp4"));
        await DefineAsync();
        await SetAsync(id, "takes=2");
        await ChangeAsync(new FactChange.Collect(id, "Finals"));

        await SaveAsync("a.mp4");
        Assert.Equal("takes=2", Said((await Facts.ReadAsync(id, default))!));
        await Catalog.RemoveAsync(id, default);

        Assert.Null(await Facts.ReadAsync(id, default));
        Assert.Empty(await Facts.ReadHistoryAsync(id, default));
        Assert.Equal("no-such-video", await RefusedAsync(new FactChange.Give(other, "takes", "1"), new FactChange.Give(id, "takes", "1")));
        await SaveAsync("a.mp4");
        Assert.Equal("", Said((await Facts.ReadAsync(id, default))!));
    }

    [Fact]
    public async Task One_event_tells_of_each_video_and_one_of_each_field()
    {
        var (a, b) = (await SaveAsync("a.mp4"), await SaveAsync("b.mp4"));
        var before = (await Outbox.ReadAsync(0, 100, default))[^1].Sequence;

        await ChangeAsync(new FactChange.Define(new("takes", FieldType.Number, [])), new FactChange.Give(a, "takes", "1"), new FactChange.Collect(a, "x"), new FactChange.Collect(b, "x"));
        await SetAsync(a, "takes=1");

        Assert.Equal(
            ["videoindex.field.changed field/takes", $"videoindex.video.facts {a}", $"videoindex.video.facts {b}"],
            (await Outbox.ReadAsync(before, 100, default)).Select(told => $"{told.Type} {told.Subject}"));
    }

    [Fact]
    public async Task A_question_may_name_the_fields_and_the_languages_that_are_spoken()
    {
        await Catalog.SaveAsync(A.Video("a.mp4").SayingIn("deu", "0-1 Tor").SayingIn(null, "0-1 hm").SayingIn("de-CH", "0-1 Goal").SayingIn("fr", "0-1 but"), default);
        await DefineAsync();

        var context = await Facts.ContextAsync(default);

        Assert.Equal(["de", "en", "fr"], context.Languages);
        Assert.Equal(["client", "takes", "shot-on", "rating", "mood"], context.Fields.Select(field => field.Name));
        Assert.Equal(["calm", "happy"], context.Fields[4].Choices);
    }

    /// <summary>Saves a video in which nothing was found.</summary>
    protected async Task<VideoId> SaveAsync(string name)
    {
        await Catalog.SaveAsync(A.Video(name), default);
        return A.Id(name);
    }

    /// <summary>Defines a field of each type.</summary>
    protected Task DefineAsync() => ChangeAsync(
        new FactChange.Define(new("client", FieldType.Text, [])),
        new FactChange.Define(new("takes", FieldType.Number, [])),
        new FactChange.Define(new("shot-on", FieldType.Date, [])),
        new FactChange.Define(new("rating", FieldType.SingleChoice, ["Good", "Bad"])),
        new FactChange.Define(new("mood", FieldType.MultiChoice, ["calm", "happy"])));

    /// <summary>Sets values, each <c>field=value</c>.</summary>
    protected Task SetAsync(VideoId id, params string[] values) =>
        ChangeAsync([.. values.Select(value => new FactChange.Give(id, value.Split('=')[0], value.Split('=')[1]))]);

    protected Task ChangeAsync(params FactChange[] changes) => Facts.ChangeAsync(changes, "ada", default);

    private async Task<string?> RefusedAsync(params FactChange[] changes) => (await Record.ExceptionAsync(() => ChangeAsync(changes)) as FactException)?.Code;

    private async Task<IEnumerable<string>> ToldAsync(VideoId? id) => (await Facts.ReadHistoryAsync(id, default)).Select(past => $"{past.What} {past.Detail}");

    private static string Said(VideoFacts facts) => string.Join("; ", facts.Fields.OrderBy(field => field.Key).Select(field => $"{field.Key}={FieldValues.WriteAll(field.Value)}"));
}
