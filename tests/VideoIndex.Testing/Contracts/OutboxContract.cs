using System.Text.Json;
using VideoIndex.Events;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts;

/// <summary>What every outbox must do. A store's tests derive from it and supply the store.</summary>
public abstract class OutboxContract
{
    /// <summary>The clock the store is to be given.</summary>
    protected FakeTimeProvider Clock { get; } = new();

    protected abstract ICatalog Catalog { get; }

    protected abstract IOutbox Outbox { get; }

    [Fact]
    public async Task Every_step_of_a_video_is_told_once_and_in_order()
    {
        var video = A.Video("match.mp4").Shots("0");
        await Catalog.ApplyAsync(new CatalogChange.Accept(video.Contents.Video), default);
        await Catalog.ApplyAsync(new CatalogChange.Publish(video, Final: false), default);
        await Catalog.ApplyAsync(new CatalogChange.Publish(video, Final: true), default);
        await Catalog.ReplaceStructureAsync(A.Id("match.mp4"), A.Structure(video.Contents.Shots), default);
        await Catalog.ReplaceLogosAsync(A.Id("match.mp4"), [.. A.Video("match.mp4").Tagged("logo", "0-5 Acme").Contents.Tags], default);
        await Catalog.ReplaceTranscriptAsync(A.Id("match.mp4"), A.Heard("tiny", track: 1), default);
        await Catalog.MoveAsync(A.Id("match.mp4"), "/films/moved.mp4", default);
        await Catalog.ApplyAsync(new CatalogChange.Refuse(video.Contents.Video with { State = VideoState.Rejected }), default);
        await Catalog.ApplyAsync(new CatalogChange.Refuse(video.Contents.Video with { State = VideoState.Quarantined }), default);

        Assert.Equal(
            [
                EventTypes.Accepted, EventTypes.Searchable, EventTypes.Indexed, EventTypes.Retuned, EventTypes.LogosFound, EventTypes.Heard, EventTypes.Moved,
                EventTypes.Rejected, EventTypes.Quarantined,
            ],
            (await ReadAsync()).Select(happened => happened.Type));
    }

    [Fact]
    public async Task What_was_told_of_a_removed_video_goes_with_it_and_only_its_id_is_told()
    {
        await TellAsync(2);
        var before = await ReadAsync();

        await Catalog.RemoveAsync(A.Id("1.mp4"), default);

        var told = await ReadAsync();
        Assert.Equal([EventTypes.Indexed, EventTypes.Removed], told.Select(happened => happened.Type));
        Assert.True(told[1].Sequence > before[1].Sequence);
        Assert.Equal($$"""{"video":"{{A.Id("1.mp4")}}"}""", told[1].Details);
    }

    [Fact]
    public async Task What_changes_nothing_is_not_told()
    {
        await Catalog.MoveAsync(A.Id("x"), "/films/x.mp4", default);
        await Catalog.ReplaceStructureAsync(A.Id("x"), A.Structure([]), default);
        await Catalog.ReplaceLogosAsync(A.Id("x"), [.. A.Video("x").Tagged("logo", "0-5 Acme").Contents.Tags], default);
        await Catalog.ReplaceTranscriptAsync(A.Id("x"), A.Heard("tiny", track: 1), default);
        await Catalog.RemoveAsync(A.Id("x"), default);
        await Catalog.SaveAsync(A.Video("a.mp4").Tagged("logo", "0-5 Acme"), default);

        await Catalog.ReplaceLogosAsync(A.Id("a.mp4"), [.. A.Video("a.mp4").Tagged("logo", "0-5 Acme").Contents.Tags], default); // the same
        await Catalog.ApplyAsync(new CatalogChange.Publish(A.Video("a.mp4"), Final: false), default); // coarse, and too late

        Assert.Equal(EventTypes.Indexed, Assert.Single(await ReadAsync()).Type);
    }

    [Fact]
    public async Task Sequences_rise_and_reading_goes_on_after_the_last_one_seen()
    {
        await TellAsync(5);

        var all = await ReadAsync();
        var first = await Outbox.ReadAsync(0, 2, default);
        var rest = await Outbox.ReadAsync(first[^1].Sequence, 100, default);

        Assert.All(all.Zip(all.Skip(1)), pair => Assert.True(pair.First.Sequence < pair.Second.Sequence));
        Assert.True(all[0].Sequence >= 1);
        Assert.Equal(all, [.. first, .. rest]);
        Assert.Empty(await Outbox.ReadAsync(all[^1].Sequence, 100, default));
    }

    [Fact]
    public async Task Order_is_by_sequence_even_when_the_time_of_day_goes_back()
    {
        await TellAsync(1);
        Clock.Jump(TimeSpan.FromHours(-1));
        await Catalog.SaveAsync(A.Video("later.mp4"), default);

        var told = await ReadAsync();

        Assert.Equal(A.Id("later.mp4").ToString(), told[1].Subject);
        Assert.True(told[1].Time < told[0].Time);
    }

    [Fact]
    public async Task An_event_is_a_CloudEvent_about_its_video()
    {
        await TellAsync(1);

        var told = Assert.Single(await ReadAsync());
        using var json = JsonDocument.Parse(told.ToJson());

        Assert.Equal((A.Id("0.mp4").ToString(), Clock.GetUtcNow()), (told.Subject, told.Time));
        Assert.StartsWith("urn:videoindex:library:", told.Source, StringComparison.Ordinal);
        Assert.Equal("/films/0.mp4", json.RootElement.GetProperty("data").GetProperty("path").GetString());
    }

    [Fact]
    public async Task Each_consumer_has_its_own_place_which_never_goes_back()
    {
        Assert.Equal(0, await Outbox.PositionAsync("hook", default));

        await Outbox.AdvanceAsync("hook", 7, default);
        await Outbox.AdvanceAsync("hook", 5, default);
        await Outbox.AdvanceAsync("file", 3, default);

        Assert.Equal(7, await Outbox.PositionAsync("hook", default));
        Assert.Equal(3, await Outbox.PositionAsync("file", default));
    }

    private Task<IReadOnlyList<CloudEvent>> ReadAsync() => Outbox.ReadAsync(0, 1000, default);

    private async Task TellAsync(int events)
    {
        for (var at = 0; at < events; at++)
        {
            await Catalog.SaveAsync(A.Video($"{at}.mp4"), default);
        }
    }
}
