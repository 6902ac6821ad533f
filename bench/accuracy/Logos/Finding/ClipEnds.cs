using VideoIndex.Accuracy.Logos.Scoring;
using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Ends;
using VideoIndex.Looks;
using VideoIndex.Shots;

namespace VideoIndex.Accuracy.Logos.Finding;

/// <summary>Finds the exact ends of appearances in a clip, all frames of which it holds.</summary>
internal sealed class ClipEnds(string file, ClipHeader clip, FrameEvidence evidence, EndPlan plan)
{
    private readonly List<GrayPicture> _frames = [.. Frames(file, clip)];

    /// <summary>Gets how many frames were looked at.</summary>
    public int Looked { get; private set; }

    /// <summary>Returns appearances with exact ends.</summary>
    public IReadOnlyList<LogoAppearance> Exact(IReadOnlyList<LogoAppearance> appearances) =>
        [.. appearances.Select(Exact).OrderBy(one => one.Span.Start).ThenByDescending(one => one.Score)];

    private LogoAppearance Exact(LogoAppearance one)
    {
        var (start, end) = plan.Of(one);
        return ExactEnds.Of(one, Find(start), Find(end), evidence);
    }

    private FoundEnd? Find(OpenEnd end)
    {
        var search = new EndSearch(end, EndRule.Default);
        while (!search.IsDone)
        {
            foreach (var (first, last) in search.Wanted)
            {
                for (var frame = first; frame <= last; frame++)
                {
                    search.Take(frame, _frames[frame]);
                    Looked++;
                }
            }

            search.Look();
        }

        return search.Found;
    }

    private static IEnumerable<GrayPicture> Frames(string file, ClipHeader clip)
    {
        using var ffmpeg = Ffmpeg.Start(["-i", file, "-map", "0:v:0", "-vf", "format=gray", "-fps_mode", "passthrough", "-f", "rawvideo", "-"], input: false);
        while (true)
        {
            var pixels = new byte[clip.Width * clip.Height];
            if (ffmpeg.StandardOutput.BaseStream.ReadAtLeast(pixels, pixels.Length, throwOnEndOfStream: false) < pixels.Length)
            {
                break;
            }

            yield return new GrayPicture(clip.Width, clip.Height, pixels);
        }

        Ffmpeg.Finish(ffmpeg);
    }
}
