using System.Globalization;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Vision.Looks;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Accuracy.Facts;

/// <summary>Reads a file as the product does: every frame small and gray, and the first frame of each half second larger and in colour.</summary>
internal static class EvidenceReader
{
    public static FrameEvidence Read(string file, FrameRate rate, int width, int height)
    {
        var (scores, sketches) = ReadFrames(file);
        var (looks, facts) = ReadLooks(file, rate, width, height);
        return new FrameEvidence(
            rate.FrameDuration.Seconds, default, [.. Enumerable.Range(0, scores.Count).Select(frame => (long)frame)], scores, rate.StartOf(scores.Count))
        {
            Sketches = new FrameSketches(sketches),
            Looks = new FrameLooks([.. looks.Where(frame => frame < scores.Count)], facts),
        };
    }

    private static (List<FrameScore> Scores, byte[] Sketches) ReadFrames(string file)
    {
        using var ffmpeg = Ffmpeg.Start(
            ["-i", file, "-map", "0:v:0", "-vf", "scale=320:180:flags=fast_bilinear,format=gray", "-fps_mode", "passthrough", "-f", "rawvideo", "-"],
            input: false);
        var (gray, sketch, scores) = (new byte[GrayFrame.Size], new byte[FrameSketches.Size], new List<FrameScore>());
        var (scorer, sketcher, sketches) = (new FrameScorer(), new FrameSketcher(), new MemoryStream());
        while (ffmpeg.StandardOutput.BaseStream.ReadAtLeast(gray, gray.Length, throwOnEndOfStream: false) == gray.Length)
        {
            scores.Add(scorer.Score(gray));
            sketcher.Sketch(gray, sketch);
            sketches.Write(sketch);
        }

        Ffmpeg.Finish(ffmpeg);
        return (scores, sketches.ToArray());
    }

    private static (List<int> Frames, byte[] Facts) ReadLooks(string file, FrameRate rate, int width, int height)
    {
        var perFrame = (2 * rate.FrameDuration.Seconds.ToDouble()).ToString("R", CultureInfo.InvariantCulture);
        var first = $"select=eq(n\\,0)+gt(floor(n*{perFrame})\\,floor((n-1)*{perFrame}))";
        using var ffmpeg = Ffmpeg.Start(
            ["-i", file, "-map", "0:v:0", "-vf", $"{first},scale={width}:{height}:out_range=full,format=yuv420p", "-fps_mode", "passthrough", "-f", "rawvideo", "-"],
            input: false);
        var (planes, facts, analyst) = (new byte[LookPicture.Size(width, height)], new byte[LookFacts.Size], new LookAnalyst());
        var (frames, written) = (new List<int>(), new MemoryStream());
        for (var frame = 0; ffmpeg.StandardOutput.BaseStream.ReadAtLeast(planes, planes.Length, throwOnEndOfStream: false) == planes.Length; frame++)
        {
            while (frame > 0 && Half(frame) <= Half(frame - 1))
            {
                frame++;
            }

            frames.Add(frame);
            analyst.Look(new LookPicture(width, height, planes), facts);
            written.Write(facts);
        }

        Ffmpeg.Finish(ffmpeg);
        return (frames, written.ToArray());

        double Half(int frame) => Math.Floor(frame * double.Parse(perFrame, CultureInfo.InvariantCulture));
    }
}
