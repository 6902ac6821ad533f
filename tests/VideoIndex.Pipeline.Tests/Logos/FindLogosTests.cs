using VideoIndex.Brands;
using VideoIndex.Jobs;
using VideoIndex.Logos;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Logos.Finding;
using VideoIndex.Pipeline.Running;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests.Logos;

public sealed class FindLogosTests : IDisposable
{
    private readonly Studio _studio = new(), _other = new();

    [Fact]
    public async Task A_logo_added_later_is_found_as_one_that_was_there_and_nothing_is_decoded()
    {
        await AddAsync(_studio, "Acme", 1);
        var known = await IngestAsync(_studio, "match.mp4");
        var added = await IngestAsync(_other, "match.mp4");
        File.Delete(added.Path);
        await AddAsync(_other, "Acme", 1);
        var decodes = _other.Film.Decodes.Count;

        Assert.Equal(1, await OrderAsync(_other));
        await _other.DrainAsync();

        Assert.Equal(decodes, _other.Film.Decodes.Count);
        var (before, after) = (await FoundAsync(_studio, known), await FoundAsync(_other, added));
        Assert.Equal([2, 3, 4], before.Sightings.Where(one => one.Score > 10).Select(one => one.Look));
        Assert.Equal(before.Basis, after.Basis);
        Assert.Equal(SightingPacking.Pack(before.Sightings), SightingPacking.Pack(after.Sightings));
    }

    [Fact]
    public async Task Only_what_is_missing_is_ordered_and_only_once()
    {
        await IngestAsync(_studio, "a.mp4");
        await IngestAsync(_studio, "b.mp4");
        Assert.Equal(0, await OrderAsync(_studio));

        var brand = await AddAsync(_studio, "Acme", 1);
        Assert.Equal((2, 2), (await OrderAsync(_studio), await OrderAsync(_studio)));
        Assert.Equal(2, (await _studio.Store.ListAsync(new JobFilter(), default)).Count);
        await _studio.DrainAsync();
        await _studio.Brands.ChangeAsync(brand.Id, [new BrandChange.Rename("Acme Corp"), new BrandChange.JoinGroup("Cup"), new BrandChange.Retire()], "me", default);

        Assert.Equal(0, await OrderAsync(_studio));
        Assert.Equal(2, _studio.Found.Saved.Count);
    }

    [Fact]
    public async Task What_is_added_while_a_search_is_at_work_is_another_search()
    {
        await IngestAsync(_studio, "a.mp4");
        await AddAsync(_studio, "Acme", 1);
        await OrderAsync(_studio);
        var atWork = await _studio.Store.ClaimAsync(new Claim("somebody", TimeSpan.FromMinutes(1)), default);
        await AddAsync(_studio, "Other", 2);

        await OrderAsync(_studio);

        var waiting = Assert.Single(await _studio.Store.ListAsync(new JobFilter { States = [JobState.Ready] }, default));
        Assert.NotEqual(atWork.Single().Order.Key, waiting.Order.Key);
        Assert.Equal(StageNames.Logos, waiting.Order.Key.Stage);
    }

    [Fact]
    public async Task Files_that_come_in_are_not_kept_waiting()
    {
        await IngestAsync(_studio, "a.mp4");
        await AddAsync(_studio, "Acme", 1);
        await OrderAsync(_studio);
        await _studio.OfferAsync(_studio.FileOf("b.mp4", "another film"));
        _studio.Done.Clear();

        await _studio.DrainAsync();

        Assert.StartsWith("find-logos ", _studio.Done[^1], StringComparison.Ordinal); // the one of the library, behind all of the new file
        Assert.Contains("find-logos", _studio.Done); // its own
    }

    [Fact]
    public async Task A_search_that_is_stopped_keeps_what_it_found_and_goes_on_from_there()
    {
        var video = await IngestAsync(_studio, "a.mp4");
        KnownLogo[] logos = [.. KnownLogo.Of([await AddAsync(_studio, "Acme", 1), await AddAsync(_studio, "Other", 2)])];
        using var stop = new CancellationTokenSource();
        var stopping = new Told(progress => stop.CancelAsync(), once: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Finds(_studio).EnsureAsync(video.Id, logos, stopping, stop.Token));

        await Finds(_studio).EnsureAsync(video.Id, logos, new Told(_ => Task.CompletedTask), default);

        Assert.Equal(logos.Select(logo => (video.Id, logo.Number)), _studio.Found.Saved);
    }

    [Fact]
    public async Task First_hits_are_told_while_the_round_goes_on_however_many_are_searched_side_by_side()
    {
        var videos = await Task.WhenAll(IngestAsync(_studio, "a.mp4"));
        videos = [.. videos, await IngestAsync(_studio, "b.mp4"), await IngestAsync(_studio, "c.mp4")];
        var logos = KnownLogo.Of([await AddAsync(_studio, "Acme", 1), await AddAsync(_studio, "Other", 2)]);
        var saved = new List<int>();
        var round = new LogoRound(Finds(_studio)) { Concurrency = 1 };

        var searched = await round.RunAsync(videos, logos, new Told(_ => { saved.Add(_studio.Found.Saved.Count); return Task.CompletedTask; }), default);
        var reach = await round.ReachAsync(videos, logos, 10, default);
        var one = await FoundAsync(_studio, videos[2]);
        await new LogoRound(Finds(_other)) { Concurrency = 3 }.RunAsync(await CopiedAsync(videos), logos, new Told(_ => Task.CompletedTask), default);

        Assert.Equal(3, searched.Count);
        Assert.Equal([1, 3, 5], saved);
        Assert.Equal(new LogoReach(3, 3, 3), reach);
        Assert.Equal(SightingPacking.Pack(one.Sightings), SightingPacking.Pack((await FoundAsync(_other, videos[2])).Sightings));
    }

    public void Dispose()
    {
        _studio.Dispose();
        _other.Dispose();
    }

    private async Task<Video[]> CopiedAsync(Video[] videos)
    {
        await AddAsync(_other, "Acme", 1);
        await AddAsync(_other, "Other", 2);
        Array.ForEach(videos, video => new Placed(_other.Library).Keypoints(video.Id));
        return videos;
    }

    // The film has no keypoints of its own: they are put beside it before the video is searched.
    private static async Task<Video> IngestAsync(Studio studio, string name)
    {
        studio.AfterJob = key =>
        {
            if (key.Stage == StageNames.Track)
            {
                new Placed(studio.Library).Keypoints(key.Video);
            }

            return Task.CompletedTask;
        };
        return await studio.IngestAsync(studio.FileOf(name, name));
    }

    private static Task<Brand> AddAsync(Studio studio, string name, byte logo) => studio.Brands.AddAsync(name, [new Placed(studio.Library).Picture(logo)], "me", default);

    private static VideoIndex.Pipeline.Logos.LogoFinds Finds(Studio studio) => studio.Finds(new Placed(studio.Library));

    private static Task<int> OrderAsync(Studio studio) =>
        new LogoOrders(studio.Store, new LocalDoorbell(studio.Clock), studio.Catalog, studio.Brands, Finds(studio)).OrderAsync(default);

    private static async Task<FoundLogo> FoundAsync(Studio studio, Video video)
    {
        var acme = await studio.Brands.FindAsync("Acme", default);
        return (await studio.Found.ReadAsync(video.Id, acme!.Logos[0].Id.Number, default))!;
    }

    private sealed class Told(Func<LogoHit, Task> told, bool once = false) : IProgress<LogoProgress>
    {
        private bool _done;

        public void Report(LogoProgress value)
        {
            if (value.Hit is { } hit && !(once && _done))
            {
                _done = true;
                _ = told(hit);
            }
        }
    }
}
