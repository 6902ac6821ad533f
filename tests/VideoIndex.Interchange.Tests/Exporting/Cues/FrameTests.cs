using VideoIndex.Exporting;
using VideoIndex.Interchange.Captions;
using VideoIndex.Interchange.Captions.Ttml;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exporting.Cues;

/// <summary>Ten thousand moments a rate: what is written leads back to the frames they were.</summary>
public sealed class FrameTests
{
    private const int Moments = 10_000;

    // The first of a broadcast that goes past midnight, and of ones that do not.
    public static TheoryData<string, string?> Videos => new()
    {
        { "24000/1001", "23:59:00:00" }, { "24", null }, { "25", "10:00:00:00" }, { "30000/1001", "23:58:00;02" }, { "30000/1001", "01:00:00:00" }, { "50", null }, { "60000/1001", "23:59:59;59" },
    };

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(Videos))]
    public void Captions_lead_back_to_the_frame(string rate, string? start)
    {
        var (sheet, frames) = Random(rate, start);
        foreach (var (format, read) in (IEnumerable<(string, Func<string, CaptionFile>)>)[("vtt", WebVtt.Read), ("imsc", TimedText.Read)])
        {
            var labels = sheet.Videos[0].Video.Timecodes!;
            Assert.Equal(frames, read(sheet.Text(format)).Utterances.Select(cue => labels.FramesOf(cue.Span)));
        }
    }

    /// <summary>Makes moments at frames drawn from a seed, in order.</summary>
    public static (ExportSheet Sheet, List<FrameRange> Frames) Random(string rate, string? start)
    {
        Assert.True(FrameRate.TryParse(rate, out var each));
        var random = new Random(27);
        var frames = Enumerable.Range(0, Moments).Select(_ => random.Next(1_000_000)).Select(first => new FrameRange(first, first + 1 + random.Next(500)))
            .OrderBy(range => range.First).ThenBy(range => range.Until).Distinct().ToList();
        var video = Leaving.Video(each, 2_000_000, start);
        return (Leaving.Sheet(video, [.. frames.Select((range, at) => Leaving.Moment(each, (int)range.First, (int)range.Until, $"moment {at}"))]), frames);
    }
}
