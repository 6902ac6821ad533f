using VideoIndex.Alerts;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Sidecars;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests.Sidecars;

public sealed class SidecarStoreTests : IDisposable
{
    private readonly LibraryFolder _one = new(), _other = new();

    [Fact]
    public async Task Videos_are_found_in_the_order_they_came_with_the_places_they_had()
    {
        using var from = _one.Open();
        using var to = _other.Open();
        foreach (var name in (string[])["b.mp4", "gone.mp4", "a.mp4", "c.mp4"])
        {
            await from.Catalog.SaveAsync(A.Video(name).Saying("0-4 goal"), default);
        }

        await from.Catalog.RemoveAsync(A.Id("gone.mp4"), default);
        await CarryAsync(from, to, "b.mp4", "a.mp4", "c.mp4");

        Assert.Equal((1L, 3L, 4L), ((await to.Sidecars.ReadAsync(A.Id("b.mp4"), default))!.Arrival, (await to.Sidecars.ReadAsync(A.Id("a.mp4"), default))!.Arrival, (await to.Sidecars.ReadAsync(A.Id("c.mp4"), default))!.Arrival));
        Assert.Equal((await FoundAsync(from)).AsEnumerable(), await FoundAsync(to));
    }

    [Fact]
    public async Task A_place_somebody_had_is_not_given_again()
    {
        using var from = _one.Open();
        using var to = _other.Open();
        await from.Catalog.SaveAsync(A.Video("a.mp4"), default);
        await to.Catalog.SaveAsync(A.Video("there.mp4"), default);
        await CarryAsync(from, to, "a.mp4");
        Assert.Equal(2, (await to.Sidecars.ReadAsync(A.Id("a.mp4"), default))!.Arrival);
    }

    [Fact]
    public async Task What_people_said_here_stays_and_what_they_said_there_is_added()
    {
        using var from = _one.Open();
        using var to = _other.Open();
        foreach (var library in (SqliteLibrary[])[from, to])
        {
            await library.Catalog.SaveAsync(A.Video("a.mp4").Tagged("object", "0-4 car", "5-9 dog"), default);
        }

        await JudgeAsync(to, "dog", "Ben");
        await AddAsync(to, "here", "Ben");
        await JudgeAsync(from, "car", "Ada");
        await AddAsync(from, "there", "Ada");
        var there = await from.Reviews.ReadAsync(A.Id("a.mp4"), default);
        await from.Reviews.ChangeAsync(A.Id("a.mp4"), [new ReviewChange.Withdraw(there.Tags[0].Number)], "Ada", default);

        await CarryAsync(from, to, "a.mp4");
        await CarryAsync(from, to, "a.mp4"); // again changes nothing

        var history = await to.Reviews.ReadHistoryAsync(A.Id("a.mp4"), default);
        Assert.Equal(["verified dog Ben", "added here Ben", "verified car Ada", "added there Ada", "withdrawn there Ada"], history.Select(line => $"{line.What} {line.Claim.Label} {line.Made.By}".ToLowerInvariant().Replace("ben", "Ben").Replace("ada", "Ada")));
        Assert.Equal("here", Assert.Single((await to.Reviews.ReadAsync(A.Id("a.mp4"), default)).Tags).Tag.Label);
    }

    [Fact]
    public async Task A_field_of_another_type_is_refused_and_nothing_is_taken()
    {
        using var from = _one.Open();
        using var to = _other.Open();
        await from.Catalog.SaveAsync(A.Video("a.mp4"), default);
        await from.Facts.ChangeAsync([new FactChange.Define(new FieldDefinition("takes", FieldType.Number, [])), new FactChange.Give(A.Id("a.mp4"), "takes", "3")], "Ada", default);
        await to.Facts.ChangeAsync([new FactChange.Define(new FieldDefinition("takes", FieldType.Text, []))], "Ben", default);

        Assert.Equal("field-exists", (await Assert.ThrowsAsync<SidecarException>(() => CarryAsync(from, to, "a.mp4"))).Code);
        Assert.Null(await to.Catalog.FindAsync(A.Id("a.mp4"), default));
    }

    [Fact]
    public async Task Alerts_come_along_resting_and_know_what_they_told_of()
    {
        using var from = _one.Open();
        using var to = _other.Open();
        await from.Catalog.SaveAsync(A.Video("a.mp4").Saying("0-4 goal"), default);
        await from.Alerts.AddAsync(new Alert("goals", "goal", new AlertReceiver("rm -rf /", null, null), 0, A.Day(1), "Ada"), [(A.Id("a.mp4"), new AlertMoment("say", "goal", A.Span("0-4"), "{}"))], default);

        await to.Sidecars.RestoreLibraryAsync(await from.Sidecars.ReadLibraryAsync(default), default);
        await CarryAsync(from, to, "a.mp4");

        Assert.NotNull(Assert.Single(await to.Alerts.ListAsync(default)).Rests);
        await to.Alerts.RestAsync("goals", null, default);
        Assert.Equal(0, await to.Alerts.FireAsync("goals", A.Id("a.mp4"), [new AlertMoment("say", "goal", A.Span("0-4"), "{}")], default));
    }

    [Fact]
    public async Task A_run_that_was_over_is_over_here_too()
    {
        using var from = _one.Open();
        using var to = _other.Open();
        await from.Catalog.SaveAsync(A.Video("a.mp4"), default);
        await CarryAsync(from, to, "a.mp4");
        var video = (await to.Catalog.FindAsync(A.Id("a.mp4"), default))!;
        await to.Catalog.ApplyAsync(new CatalogChange.Accept(video), default); // offered for the run it had
        Assert.Equal(VideoState.Ok, (await to.Catalog.FindAsync(video.Id, default))!.State);
        Assert.Equal("videoindex.video.indexed", Assert.Single(await to.Outbox.ReadAsync(0, 10, default)).Type);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_a_video_is_it_is_carried_whole(int seed)
    {
        using var from = _one.Open();
        using var to = _other.Open();
        var videos = new RandomVideos(seed);
        for (var at = 0; at < 8; at++)
        {
            var video = videos.Next();
            var id = video.Contents.Video.Id;
            await from.Catalog.SaveAsync(video, default);
            await to.Sidecars.RestoreAsync((await from.Sidecars.ReadAsync(id, default))!, default);
            var (had, has) = ((await from.Catalog.ReadAsync(id, default))!, (await to.Catalog.ReadAsync(id, default))!);
            Assert.Equal(Spelled.Out(had), Spelled.Out(has));
            Assert.Equal(Spelled.Out(await from.Catalog.ReadEvidenceAsync(id, default)), Spelled.Out(await to.Catalog.ReadEvidenceAsync(id, default)));
        }
    }

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    private static async Task CarryAsync(SqliteLibrary from, SqliteLibrary to, params string[] names)
    {
        foreach (var name in names)
        {
            await to.Sidecars.RestoreAsync((await from.Sidecars.ReadAsync(A.Id(name), default))!, default);
        }
    }

    private static async Task<List<string>> FoundAsync(SqliteLibrary library) =>
        [.. (await library.Moments.SearchAsync(A.Asked("goal"), default)).Moments.Select(moment => moment.Video.Path)];

    private static async Task JudgeAsync(SqliteLibrary library, string label, string by)
    {
        var tag = (await library.Catalog.ReadAsync(A.Id("a.mp4"), default))!.Tags.Single(tag => tag.Label == label);
        await library.Reviews.ChangeAsync(A.Id("a.mp4"), [new ReviewChange.Judge(VideoClaim.Of(tag), "verified", "")], by, default);
    }

    private static async Task AddAsync(SqliteLibrary library, string label, string by) =>
        await library.Reviews.ChangeAsync(A.Id("a.mp4"), [new ReviewChange.Add(new TypedTag(A.Span("1-2"), "tag", label, null, ""))], by, default);
}
