using VideoIndex.Alerts;
using VideoIndex.Events;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Keeping;

/// <summary>What every store of alerts must do. A store's tests derive from it and supply the store.</summary>
public abstract class AlertStoreContract
{
    private const string Details = """{"alert":"goals"}""";

    protected abstract ICatalog Catalog { get; }

    protected abstract IOutbox Outbox { get; }

    protected abstract IAlertStore Alerts { get; }

    [Fact]
    public async Task An_alert_is_kept_as_it_was_added()
    {
        var hook = new Alert("hook", "logo:acme", new AlertReceiver(null, "https://example.org/x?key=1", "/etc/secret"), 3, A.Day(1), "ann");
        await Alerts.AddAsync(hook, [], default);
        await AddAsync("goals");

        var kept = await Alerts.ListAsync(default);
        Assert.Equal(["goals", "hook"], kept.Select(alert => alert.Name));
        Assert.Equal(hook with { Added = kept[1].Added }, kept[1]);
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        await AddAsync("goals");
        Assert.Equal("alert-exists", (await Assert.ThrowsAsync<AlertException>(() => AddAsync("goals"))).Code);
        Assert.Single(await Alerts.ListAsync(default));
    }

    [Theory]
    [InlineData("10-12", "10-12", false)] // the very same
    [InlineData("10-12", "11-14", false)] // its ends were found more exactly
    [InlineData("10-10", "10-10", false)] // an instant
    [InlineData("10-12", "10-10", false)]
    [InlineData("10-12", "12-14", true)] // they touch, and share no time
    [InlineData("10-12", "8-10", true)]
    [InlineData("10-12", "20-21", true)]
    public async Task A_moment_is_told_of_once(string first, string then, bool isNew)
    {
        await PublishAsync("match.mp4");
        await AddAsync("goals");
        Assert.Equal(1, await FireAsync("goals", Said("goal", first)));
        Assert.Equal(isNew ? 1 : 0, await FireAsync("goals", Said("goal", then)));
        Assert.Equal(isNew ? 2 : 1, (await Alerts.ListAsync(default))[0].Fired);
        Assert.Equal(isNew ? 2 : 1, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task Other_words_another_kind_another_video_and_another_alert_are_other_moments()
    {
        await PublishAsync("match.mp4");
        await PublishAsync("other.mp4");
        await AddAsync("goals");
        await AddAsync("more");
        await FireAsync("goals", Said("goal", "1-2"));

        Assert.Equal(1, await FireAsync("goals", Said("goals", "1-2")));
        Assert.Equal(1, await FireAsync("goals", Said("goal", "1-2") with { Kind = "text" }));
        Assert.Equal(1, await Alerts.FireAsync("goals", A.Id("other.mp4"), [Said("goal", "1-2")], default));
        Assert.Equal(1, await FireAsync("more", Said("goal", "1-2")));
    }

    [Fact]
    public async Task Several_at_once_are_told_of_in_order_and_each_once()
    {
        await PublishAsync("match.mp4");
        await AddAsync("goals");
        Assert.Equal(2, await FireAsync("goals", Said("goal", "1-2"), Said("goal", "3-4"), Said("goal", "1-2")));
        Assert.Equal(["1-2", "3-4"], (await ToldAsync()).Select(happened => happened.Details.Split('"')[^2]));
    }

    [Fact]
    public async Task What_was_known_is_not_told_of()
    {
        await PublishAsync("match.mp4");
        await AddAsync("goals", Said("goal", "1-2"));
        Assert.Equal(0, await FireAsync("goals", Said("goal", "1-2")));
        Assert.Equal(1, await FireAsync("goals", Said("goal", "5-6")));
        Assert.Equal(1, (await Alerts.ListAsync(default))[0].Fired);
    }

    [Fact]
    public async Task Nothing_is_told_while_it_rests_nor_when_it_is_gone()
    {
        await PublishAsync("match.mp4");
        await AddAsync("goals");
        await Alerts.RestAsync("goals", "It wants no more.", default);
        Assert.Equal("It wants no more.", (await Alerts.ListAsync(default))[0].Rests);
        Assert.Equal(0, await FireAsync("goals", Said("goal", "1-2")));
        await Alerts.RestAsync("goals", null, default);
        Assert.Equal(1, await FireAsync("goals", Said("goal", "1-2")));
        Assert.True(await Alerts.RemoveAsync("goals", default));
        Assert.False(await Alerts.RemoveAsync("goals", default));
        Assert.Equal(0, await FireAsync("goals", Said("goal", "3-4")));
    }

    [Fact]
    public async Task What_was_told_of_a_video_goes_with_it()
    {
        await PublishAsync("match.mp4");
        await AddAsync("goals");
        await FireAsync("goals", Said("goal", "1-2"));
        await Catalog.RemoveAsync(A.Id("match.mp4"), default);
        Assert.Equal(0, (await Alerts.ListAsync(default))[0].Fired);
        Assert.Equal(0, await FireAsync("goals", Said("goal", "1-2")));
        Assert.Empty(await ToldAsync());
        await PublishAsync("match.mp4");
        Assert.Equal(1, await FireAsync("goals", Said("goal", "1-2")));
    }

    [Fact]
    public async Task An_analysis_made_anew_tells_of_nothing_twice()
    {
        await PublishAsync("match.mp4");
        await AddAsync("goals");
        await FireAsync("goals", Said("goal", "1-2"));
        await PublishAsync("match.mp4");
        Assert.Equal(0, await FireAsync("goals", Said("goal", "1-2")));
    }

    private static AlertMoment Said(string text, string span) =>
        new("say", text, A.Span(span), Details.Replace("}", $",\"span\":\"{span}\"}}", StringComparison.Ordinal));

    private Task PublishAsync(string name) => Catalog.SaveAsync(A.Video(name), default);

    private Task AddAsync(string name, params AlertMoment[] known) => Alerts.AddAsync(
        new Alert(name, "say:goal", new AlertReceiver("true", null, null), 0, A.Day(1), "ann"), [.. known.Select(moment => (A.Id("match.mp4"), moment))], default);

    private Task<int> FireAsync(string name, params AlertMoment[] moments) => Alerts.FireAsync(name, A.Id("match.mp4"), moments, default);

    private async Task<List<CloudEvent>> ToldAsync() =>
        [.. (await Outbox.ReadAsync(0, 1000, default)).Where(happened => happened.Type == EventTypes.AlertFired)];
}
