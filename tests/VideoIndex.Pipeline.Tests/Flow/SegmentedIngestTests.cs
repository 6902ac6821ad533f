using VideoIndex.Media;
using VideoIndex.Testing.Contracts;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests.Flow;

public sealed class SegmentedIngestTests : IDisposable
{
    private readonly Studio _studio = new();

    public SegmentedIngestTests()
    {
        Film.Probe = Film.Of(Film.Pictures(seconds: "160") with { Width = 1920, Height = 1080 });
        Film.Timestamps = [.. Enumerable.Range(0, 4000).Select(frame => (long)frame)];
    }

    private Film Film => _studio.Film;

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task Every_frame_is_decoded_once_by_some_segment()
    {
        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        var segments = Film.Decodes.Where(order => !order.SyncFramesOnly).Select(order => order.Segment).ToList();
        Assert.True(segments.Count > 1);
        Assert.Equal((VideoState.Ok, 4000, 1), (video.State, video.Frames, video.Meter!.Decodes));
        Assert.Equal(4000, (await _studio.Catalog.ReadEvidenceAsync(video.Id, default))!.Count);
    }

    [Fact]
    public async Task First_moments_are_there_before_all_frames_are_and_none_is_missing_in_between()
    {
        Film.Utterances = [new Utterance(A.Span("1-2"), "what a goal")];
        var seen = new List<(VideoState State, int Shots, int Utterances)>();
        _studio.AfterJob = async key =>
        {
            var contents = (await _studio.Catalog.ReadAsync(key.Video, default))!;
            seen.Add((contents.Video.State, contents.Shots.Count, contents.Transcripts.Sum(transcript => transcript.Utterances.Count)));
        };

        await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        var first = _studio.Done.IndexOf("index 0");
        Assert.InRange(first, 0, _studio.Done.FindIndex(done => done.StartsWith("frames", StringComparison.Ordinal)));
        Assert.Equal((VideoState.Accepted, 2, 1), seen[first]); // a shot for each segment
        Assert.All(seen.Skip(first), moment => Assert.True(moment is { Shots: > 0, Utterances: 1 }));
        Assert.Equal(VideoState.Ok, seen[^1].State);
    }

    [Fact]
    public async Task A_segment_with_an_error_has_the_video_decoded_whole()
    {
        Film.ComplaintsIn = order => order.Segment is { IsWhole: false, From: not null } ? 1 : 0;

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal((VideoState.Ok, 4000, 2), (video.State, video.Frames, video.Meter!.Decodes));
        Assert.Equal(Segment.Whole, Film.Decodes[^1].Segment);
    }

    [Fact]
    public async Task What_the_whole_decode_says_is_final()
    {
        Film.RefusalOf = order => order.SyncFramesOnly ? null : new MediaRefusedException("stalled", "It hung.", quarantine: true);

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal((VideoState.Quarantined, "stalled"), (video.State, video.Code));
        Assert.Empty((await _studio.ContentsAsync(video)).Shots);
    }

    [Fact]
    public async Task A_segment_that_was_given_up_leaves_a_gap_and_the_video_says_so()
    {
        var first = true;
        _studio.Doomed = key => key.Stage == "frames" && key.Unit != "" && first && !(first = false);

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal((VideoState.Degraded, "parts-missing"), (video.State, video.Code));
        Assert.Matches(@"^Not analysed, because the work on it was given up: from 00:0\d:\d\d to (00:0\d:\d\d|the end)\.$", video.Sentence);
        Assert.InRange(video.Frames, 1, 3999);
        Assert.Single(await _studio.Store.ListAsync(new Jobs.JobFilter { States = [Jobs.JobState.Dead] }, default));
    }

    [Fact]
    public async Task A_video_of_which_every_decode_was_given_up_stays_accepted_and_waits_for_a_person()
    {
        _studio.Doomed = key => key.Stage == "frames";

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal(VideoState.Accepted, video.State);
        Assert.Contains(await _studio.Store.ListAsync(new Jobs.JobFilter { States = [Jobs.JobState.Dead] }, default), job => job.Order.Key is { Stage: "frames", Unit: "whole" });
    }

    [Fact]
    public async Task Captions_that_were_given_up_are_said_to_be_missing()
    {
        _studio.Doomed = key => key.Stage == "captions";

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal((VideoState.Degraded, "parts-missing", 4000), (video.State, video.Code, video.Frames));
    }

    [Fact]
    public async Task Captions_read_from_a_wrong_zero_are_read_again_from_the_right_one()
    {
        Film.Timestamps = [.. Enumerable.Range(5, 4000).Select(frame => (long)frame)]; // the container promised 0

        Film.Probe = Film.Of(Film.Probe.Pictures[0] with { StartTimestamp = 50 });
        await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal([A.Time("2"), A.Time("1/5")], Film.Zeros);
    }

    [Fact]
    public async Task A_container_without_times_is_decoded_whole()
    {
        Film.SyncEvery = 0;

        var video = await _studio.IngestAsync(_studio.FileOf("a.avi"));

        Assert.Equal((VideoState.Ok, 1), (video.State, video.Meter!.Decodes));
        Assert.Equal(Segment.Whole, Assert.Single(Film.Decodes).Segment);
    }
}
