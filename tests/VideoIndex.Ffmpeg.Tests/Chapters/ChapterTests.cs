using VideoIndex.Ffmpeg.Chapters;
using VideoIndex.Ffmpeg.Tests.Frames;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Chapters;

public sealed class ChapterTests
{
    public static TheoryData<string> Names =>
    [
        "mp4, 24000/1001, one GOP of 300 with B-frames", "mov, 30000/1001, drop-frame track", "mp4, its start cut off by an edit list",
        "mp4, pictures 0.834 s after the sound", "TS from 43473 s, 30000/1001", "mkv, 24000/1001 in milliseconds", "mov stored a quarter turn to the left",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_copy_with_chapters_has_every_frame_at_its_time_and_each_chapter_begins_in_its_frame(string name)
    {
        using var clip = new TestClip();
        var source = await IndexedClip.ReadAsync(await clip.MakeAsync(CounterRecipes.All.Single(recipe => recipe.Name == name)), clip.PathOf("library"));
        var frames = new[] { 1, 17, 31 };
        var text = ChapterText.Of(frames.Select(frame => (source.Evidence.TimeOf(frame), source.Evidence.TimeOf(frame + 10), $"Frame {frame}; a=b#c\\")).Prepend((default, source.Evidence.TimeOf(1), "Start")));

        await new FfmpegChapterWriter(await IndexedClip.Tools).WriteAsync(source.Video.Path, source.Probe, text, clip.PathOf("chapters.mp4"), default);
        var made = await IndexedClip.ReadAsync(clip.PathOf("chapters.mp4"), clip.PathOf("library"));

        Assert.Equal(source.Numbers, made.Numbers);
        Assert.Equal(Enumerable.Range(0, source.Evidence.Count).Select(source.Evidence.TimeOf), Enumerable.Range(0, made.Evidence.Count).Select(made.Evidence.TimeOf));
        Assert.Equal(["Start", .. frames.Select(frame => $"Frame {frame}; a=b#c\\")], made.Probe.Chapters.Select(chapter => chapter.Title.Trim()));
        Assert.Equal(frames, made.Probe.Chapters.Skip(1).Select(chapter => made.Evidence.FrameAt(new MediaTime(chapter.Span.Start.Seconds - made.Evidence.Zero.Seconds))));
        Assert.Equal(source.Probe.StartTimecode, made.Probe.StartTimecode);
        Assert.Equal(source.Probe.Pictures[0].Rotation, made.Probe.Pictures[0].Rotation);
    }

    [Fact]
    public void A_title_is_one_line_in_which_nothing_means_anything() =>
        Assert.Equal(
            ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=34\nEND=1000\ntitle=a\\=b\\;c\\#d\\\\e f [CHAPTER]\n",
            ChapterText.Of([(new MediaTime(new Rational(1001, 30_000)), new MediaTime(new Rational(1, 1)), "a=b;c#d\\e\nf [CHAPTER]")]));
}
