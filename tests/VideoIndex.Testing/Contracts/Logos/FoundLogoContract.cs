using VideoIndex.Brands;
using VideoIndex.Logos;
using VideoIndex.Logos.Ends;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Logos;

/// <summary>What every store of found logos, and of the ends of their appearances, must do.</summary>
public abstract class FoundLogoContract
{
    private static readonly VideoId Match = A.Id("match.mp4"), Final = A.Id("final.mp4"), Gone = A.Id("gone.mp4");

    protected abstract ICatalog Catalog { get; }

    protected abstract IBrandStore Brands { get; }

    protected abstract IFoundLogoStore Found { get; }

    protected abstract IFoundEndStore Ends { get; }

    [Fact]
    public async Task What_was_found_comes_back_and_what_was_not_looked_for_is_none()
    {
        var (acme, other) = await LibraryAsync();

        await Found.SaveAsync([Of(Match, acme, "first", 3, 70_000), Of(Match, other, "first")], default);

        Assert.Equal("first: 3 70000", Said(await Found.ReadAsync(Match, acme, default)));
        Assert.Equal("first: ", Said(await Found.ReadAsync(Match, other, default))); // looked for, and not there
        Assert.Null(await Found.ReadAsync(Final, acme, default));
        Assert.Null(await Found.ReadAsync(Gone, acme, default));
    }

    [Fact]
    public async Task The_bases_are_those_of_the_logos_looked_for_in_that_video_alone()
    {
        var (acme, other) = await LibraryAsync();

        await Found.SaveAsync([Of(Match, acme, "one"), Of(Match, other, "two"), Of(Final, acme, "three")], default);

        Assert.Equal([(acme, "one"), (other, "two")], (await Found.ReadBasesAsync(Match, default)).OrderBy(basis => basis.Key).Select(basis => (basis.Key, basis.Value)));
        Assert.Empty(await Found.ReadBasesAsync(Gone, default));
    }

    [Fact]
    public async Task What_is_found_later_takes_the_place_of_the_same_logo_in_the_same_video_alone()
    {
        var (acme, other) = await LibraryAsync();
        await Found.SaveAsync([Of(Match, acme, "old", 1, 2), Of(Match, other, "old", 3), Of(Final, acme, "old", 4)], default);

        await Found.SaveAsync([Of(Match, acme, "new", 5)], default);

        Assert.Equal("new: 5", Said(await Found.ReadAsync(Match, acme, default)));
        Assert.Equal("old: 3", Said(await Found.ReadAsync(Match, other, default)));
        Assert.Equal("old: 4", Said(await Found.ReadAsync(Final, acme, default)));
    }

    [Fact]
    public async Task Of_a_video_that_is_gone_nothing_is_kept_and_the_rest_is()
    {
        var (acme, _) = await LibraryAsync();

        await Found.SaveAsync([Of(Gone, acme, "late", 1), Of(Match, acme, "late", 2)], default);
        await Ends.SaveAsync(EndsOf(Gone, acme, "late", 7), default);

        Assert.Null(await Found.ReadAsync(Gone, acme, default));
        Assert.Equal("late: 2", Said(await Found.ReadAsync(Match, acme, default)));
        Assert.Null(await Ends.ReadAsync(Gone, acme, default));
    }

    [Fact]
    public async Task Ends_come_back_and_the_later_take_the_place_of_those_of_the_same_logo_in_the_same_video_alone()
    {
        var (acme, other) = await LibraryAsync();
        await Ends.SaveAsync(EndsOf(Match, acme, "old", 10, null), default);
        await Ends.SaveAsync(EndsOf(Match, other, "old", 20), default);

        await Ends.SaveAsync(EndsOf(Match, acme, "new", null, 30), default);

        Assert.Equal("new: - 30", Said(await Ends.ReadAsync(Match, acme, default)));
        Assert.Equal("old: 20", Said(await Ends.ReadAsync(Match, other, default)));
        Assert.Null(await Ends.ReadAsync(Final, acme, default));
    }

    [Fact]
    public async Task With_a_video_goes_what_was_found_in_it()
    {
        var (acme, _) = await LibraryAsync();
        await Found.SaveAsync([Of(Match, acme, "gone", 1), Of(Final, acme, "kept", 2)], default);
        await Ends.SaveAsync(EndsOf(Match, acme, "gone", 3), default);

        Assert.True(await Catalog.RemoveAsync(Match, default));
        await Catalog.SaveAsync(A.Video("match.mp4"), default);

        Assert.Null(await Found.ReadAsync(Match, acme, default));
        Assert.Null(await Ends.ReadAsync(Match, acme, default));
        Assert.Equal("kept: 2", Said(await Found.ReadAsync(Final, acme, default)));
    }

    private async Task<(long Acme, long Other)> LibraryAsync()
    {
        await Catalog.SaveAsync(A.Video("match.mp4"), default);
        await Catalog.SaveAsync(A.Video("final.mp4"), default);
        return (await LogoAsync("Acme", "a"), await LogoAsync("other", "b"));
    }

    private async Task<long> LogoAsync(string name, string digit)
    {
        var sha = string.Concat(Enumerable.Repeat(digit, 64));
        var picture = new ExamplePicture($"brands/{digit}.png", sha, 300, 200, new PixelBox(10, 20, 100, 50), new ExampleSource.PictureFile($"{digit}.png"));
        return (await Brands.AddAsync(name, [new BrandChange.AddExample("main", picture)], "ada", default)).Logos[0].Id.Number;
    }

    private static FoundLogo Of(VideoId video, long logo, string basis, params int[] looks) =>
        new(video, logo, basis, [.. looks.Select(look => new LogoSighting(look, Place, 12.5, 9, 0.4, true))]);

    private static KnownEnds EndsOf(VideoId video, long logo, string basis, params int?[] frames) =>
        new(video, logo, basis, frames.Index().ToDictionary(end => (UInt128)end.Index, end => end.Item is { } frame ? new FoundEnd(frame, Place) : null));

    private static Quad Place => Quad.Of(new Affine(0.5, 0.1, 100.25, -0.1, 0.5, -20.5), 200, 100);

    private static string? Said(FoundLogo? found) => found is null ? null : $"{found.Basis}: {string.Join(' ', found.Sightings.Select(one => one.Look))}";

    private static string? Said(KnownEnds? known) =>
        known is null ? null : $"{known.Basis}: {string.Join(' ', known.Ends.OrderBy(end => end.Key).Select(end => end.Value is { } found ? $"{found.Frame}" : "-"))}";
}
