using VideoIndex.Media;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Pipeline.Tests.Frames;

public sealed class SegmentStagesTests : IDisposable
{
    private readonly string _library = Directory.CreateTempSubdirectory("segment-stages-").FullName;

    [Fact]
    public async Task A_segment_that_is_refused_is_an_answer_and_leaves_no_folder()
    {
        var film = Refusing("no-frames");

        var seen = await AnalyzeAsync(film, new Segment(150, null, null, 200));

        Assert.Equal((null, new SegmentRefusal("no-frames", "No.")), (seen.Frames, seen.Refusal));
        Assert.Empty(Directory.GetFiles(_library, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("no-frames", null)] // a video decoded whole is refused for good
    [InlineData("not-found", 150L)] // and a file that is gone says nothing of its content
    public async Task What_is_the_videos_own_refusal_is_thrown_and_leaves_no_folder(string code, long? from)
    {
        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(() => AnalyzeAsync(Refusing(code), Segment.Whole with { From = from }));

        Assert.Equal(code, refusal.Code);
        Assert.Empty(Directory.GetFiles(_library, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Progress_rises_and_knows_the_whole()
    {
        var told = new List<StageProgress>();
        await new PlayedFilm(1, 300, 50).Stage(_library).RunAsync(new AnalyzeFrames(default, 1, Segment.Whole), new Listener(told), default);

        Assert.True(told.Count > 10 && told.Zip(told.Skip(1)).All(pair => pair.First.Done < pair.Second.Done));
        Assert.All(told, one => Assert.Equal(300, one.Whole));
    }

    [Theory]
    [InlineData(15_000, 50, 8, true)]
    [InlineData(15_000, 1, 8, false)] // every frame a sync frame: a quick look would be no quicker
    [InlineData(200, 50, 1, false)]
    public async Task A_long_video_is_cut_and_surveyed_and_a_short_one_is_neither(int frames, int betweenSync, int segments, bool surveyed)
    {
        var film = new PlayedFilm(1, frames, betweenSync);

        var planned = await new PlanSegmentsStage(film, film, cores: 2).RunAsync(new PlanSegments(default, 1), new Listener([]), default);

        Assert.Equal((segments, frames, surveyed), (planned.Segments.Count, planned.Frames, planned.Survey));
    }

    [Fact]
    public async Task A_survey_keeps_one_picture_of_each_shot_it_sees_and_a_failed_one_is_no_matter()
    {
        var film = new PlayedFilm(1, 300, 50) { Liveliness = int.MaxValue };
        Assert.Equal(300, (await SurveyAsync(film)).Frames!.Owned);
        Assert.Single((await SurveyAsync(film)).Frames!.Pictures);
        Assert.Null((await SurveyAsync(Refusing("no-frames"))).Frames);
    }

    public void Dispose() => Directory.Delete(_library, recursive: true);

    private static PlayedFilm Refusing(string code) => new(1, 300, 50) { Fault = (_, _) => throw new MediaRefusedException(code, "No.") };

    private Task<FramesAnalyzed> AnalyzeAsync(PlayedFilm film, Segment segment) =>
        film.Stage(_library).RunAsync(new AnalyzeFrames(film.Video.Id, 1, segment), new Listener([]), default);

    private Task<VideoSurveyed> SurveyAsync(PlayedFilm film) =>
        new SurveyVideoStage(film, (_, _) => Taps.With(new FrameScorer()), film, new LibraryFolder(_library)).RunAsync(new SurveyVideo(film.Video.Id, 1, Segment.Whole), new Listener([]), default);

    private sealed class Listener(List<StageProgress> told) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => told.Add(value);
    }
}
