using VideoIndex.Media;
using VideoIndex.Testing.Clips;

namespace VideoIndex.Ffmpeg.Tests.Segments;

/// <summary>However a video is cut into segments, the same comes out, to the last bit: times, scores, keyframes and their pictures.</summary>
public sealed class SegmentationTests
{
    public static TheoryData<string> QuickClips => [.. SegmentClips.All.Take(SegmentClips.Quick).Select(clip => clip.Name)];

    public static TheoryData<string> OtherClips => [.. SegmentClips.All.Skip(SegmentClips.Quick).Select(clip => clip.Name)];

    public static TheoryData<string> RealClips => [.. Fixtures.Present ? Films(Path.Combine(Fixtures.Folder, "video")) : []];

    [Theory]
    [MemberData(nameof(QuickClips))]
    public Task How_a_clip_is_cut_does_not_show(string name) => TryAsync(name, seeds: 1);

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(OtherClips))]
    public Task How_any_clip_is_cut_does_not_show(string name) => TryAsync(name, seeds: 3);

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(RealClips))]
    public async Task How_a_real_clip_is_cut_does_not_show(string name)
    {
        using var folder = new TestClip();
        if (await CutVideo.OpenAsync(Fixtures.Video(name), folder.PathOf("library")) is { } video)
        {
            await CompareAsync(video, cannotBeCut: false, seeds: 1);
        }
    }

    private static IEnumerable<string> Films(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".mp4" or ".mov" or ".mkv" or ".webm" or ".ts" or ".m4v")
            .Select(file => Path.GetRelativePath(folder, file))
            .Order(StringComparer.Ordinal);

    private static async Task TryAsync(string name, int seeds)
    {
        using var folder = new TestClip();
        var clip = SegmentClips.All.Single(clip => clip.Name == name);
        var video = await CutVideo.OpenAsync(await clip.MakeAsync(folder), folder.PathOf("library"));
        Assert.NotNull(video);
        await CompareAsync(video, clip.CannotBeCut, seeds);
    }

    private static async Task CompareAsync(CutVideo video, bool cannotBeCut, int seeds)
    {
        var whole = video.Describe((await video.AnalyzeAsync([Segment.Whole])).Frames!);
        IReadOnlyList<Segment>[] ways = [video.CutIn(2), video.CutIn(7), .. Enumerable.Range(0, seeds).Select(video.CutAnyhow)];
        foreach (var segments in ways.Where(segments => segments.Count > 1))
        {
            var stitch = await video.AnalyzeAsync(segments);
            Assert.True(cannotBeCut == stitch.Distrust is not null, $"{segments.Count} segments: {stitch.Distrust ?? "nothing was noticed"}");
            if (stitch.Frames is { } frames)
            {
                Assert.Equal(whole, video.Describe(frames));
            }
        }
    }
}
