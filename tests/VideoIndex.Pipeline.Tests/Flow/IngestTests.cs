using VideoIndex.Media;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests.Flow;

public sealed class IngestTests : IDisposable
{
    private readonly Studio _studio = new();

    private Film Film => _studio.Film;

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task The_same_bytes_under_two_names_are_one_video()
    {
        var first = await _studio.IngestAsync(_studio.FileOf("a.mp4"));
        var second = await _studio.OfferAsync(_studio.FileOf("b.mp4"));

        Assert.Equal((true, first.Id, first.Path), (second.AlreadyKnown, second.Video.Id, second.EarlierPath));
        Assert.Equal(first.Path, Assert.Single(await _studio.Catalog.ListAsync(default)).Path);
        Assert.Single(Film.Decodes);
    }

    [Fact]
    public async Task A_file_that_moved_is_found_at_its_new_place_without_being_read_again()
    {
        var before = await _studio.IngestAsync(_studio.FileOf("a.mp4"));
        var moved = _studio.FileOf("b.mp4");
        File.Delete(before.Path);

        var after = await _studio.OfferAsync(moved);

        Assert.Equal((true, before.Path, moved), (after.AlreadyKnown, after.EarlierPath, after.Video.Path));
        Assert.Equal(moved, (await _studio.Catalog.FindAsync(before.Id, default))!.Path);
        Assert.Single(Film.Decodes);
    }

    [Fact]
    public async Task What_is_offered_twice_while_it_is_on_its_way_is_done_once()
    {
        var path = _studio.FileOf("a.mp4");
        var first = await _studio.OfferAsync(path);
        var second = await _studio.OfferAsync(path);
        await _studio.DrainAsync();

        Assert.Equal((1, 1, false), (first.Video.Run, second.Video.Run, second.AlreadyKnown));
        Assert.Single(Film.Decodes);
        Assert.Equal(VideoState.Ok, (await _studio.Catalog.FindAsync(first.Video.Id, default))!.State);
    }

    [Fact]
    public async Task Indexing_again_is_a_new_run_and_what_was_found_stays_until_it_is_done()
    {
        var path = _studio.FileOf("a.mp4");
        var before = await _studio.IngestAsync(path);
        await _studio.OfferAsync(path, force: true);
        var between = await _studio.ContentsAsync(before);
        await _studio.DrainAsync();

        Assert.Equal((VideoState.Ok, 2), (between.Video.State, between.Video.Run));
        Assert.NotEmpty(between.Shots);
        Assert.Equal(before.Added, (await _studio.ContentsAsync(before)).Video.Added);
    }

    [Theory]
    [InlineData(false, VideoState.Rejected)]
    [InlineData(true, VideoState.Quarantined)]
    public async Task What_is_refused_is_kept_with_its_code(bool dangerous, VideoState state)
    {
        Film.Refusal = new MediaRefusedException("unreadable", "It is noise.", dangerous);

        var refused = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal((state, "unreadable", "It is noise."), (refused.State, refused.Code, refused.Sentence));
        Assert.Equal(state, (await _studio.Catalog.FindAsync(refused.Id, default))!.State);
    }

    [Fact]
    public async Task What_was_refused_is_not_tried_again_unless_forced()
    {
        Film.Refusal = new MediaRefusedException("unreadable", "It is noise.");
        var path = _studio.FileOf("a.mp4");
        await _studio.IngestAsync(path);
        Film.Refusal = null;

        Assert.Equal(VideoState.Rejected, (await _studio.IngestAsync(path)).State);
        Assert.Equal(VideoState.Ok, (await _studio.IngestAsync(path, force: true)).State);
    }

    [Fact]
    public async Task Times_beyond_anything_real_are_quarantined()
    {
        Film.Timestamps = [0, long.MaxValue];

        var refused = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal((VideoState.Quarantined, "impossible-times"), (refused.State, refused.Code));
    }

    [Fact]
    public async Task A_file_beyond_50_GB_is_refused_before_a_byte_of_it_is_read()
    {
        var path = _studio.FileOf("endless.mp4");
        using (var file = File.OpenWrite(path))
        {
            file.SetLength((50L << 30) + 1); // a hole: it takes no room on the disk
        }

        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(() => _studio.OfferAsync(path));

        Assert.Equal("file-too-large", refusal.Code);
        Assert.Empty(await _studio.Catalog.ListAsync(default));
    }

    [Fact]
    public async Task Captions_the_decode_saw_are_known_though_the_probe_missed_them()
    {
        Film.ClosedCaptions = true;

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.True(video.Probe!.Pictures[0].HasClosedCaptions);
    }

    [Fact]
    public async Task Captions_that_cannot_be_read_leave_a_note_and_no_failure()
    {
        Film.CaptionComplaints = ["Text track 1 is broken."];

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal((VideoState.Ok, "Text track 1 is broken."), (video.State, Assert.Single(video.Notes)));
    }

    [Fact]
    public async Task Sound_alone_is_a_video_too_and_says_so()
    {
        Film.Probe = new MediaProbe { Format = "wav", Audio = [Film.Sound(0)], DeclaredDuration = A.Time("5") - default(Timing.MediaTime) };

        var video = await _studio.IngestAsync(_studio.FileOf("a.wav"));

        Assert.Equal((VideoState.Ok, A.Span("0-5"), 0), (video.State, video.Extent, Film.Decodes.Count));
        Assert.Contains("no pictures", Assert.Single(video.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shot_s_picture_comes_from_the_one_decode()
    {
        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        var shot = Assert.Single((await _studio.ContentsAsync(video)).Shots);
        Assert.Equal("from the decode", await File.ReadAllTextAsync(_studio.Library.PathOf(shot.Keyframe!)));
        Assert.Empty(Film.Grabbed);
    }

    [Fact]
    public async Task A_shot_without_a_candidate_has_its_middle_frame_fetched()
    {
        Film.PictureEvery = 0;

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        var shot = Assert.Single((await _studio.ContentsAsync(video)).Shots);
        Assert.Equal([50], Film.Grabbed);
        Assert.Equal((A.Time("2"), "grabbed"), (shot.KeyframeTime, await File.ReadAllTextAsync(_studio.Library.PathOf(shot.Keyframe!))));
    }

    [Fact]
    public async Task Chapters_move_to_a_player_s_zero()
    {
        Film.Timestamps = [.. Enumerable.Range(250, 100).Select(frame => (long)frame)];
        Film.Probe = Film.Of(Film.Pictures(start: 250)) with
        {
            Chapters = [new(1, A.Span("9-11"), "Before the start"), new(2, A.Span("11-13"), "Goal"), new(3, A.Span("13-14"), "")],
        };

        var contents = await _studio.ContentsAsync(await _studio.IngestAsync(_studio.FileOf("a.mp4")));

        Assert.Equal([(A.Span("0-1"), "Before the start"), (A.Span("1-3"), "Goal")], contents.Tags.Where(tag => tag.Kind == "chapter").Select(tag => (tag.Span, tag.Label)));
    }
}
