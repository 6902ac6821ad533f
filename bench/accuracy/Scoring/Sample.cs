using VideoIndex.Accuracy.Footage;
using VideoIndex.Accuracy.Scenes;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Vision.Looks;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Accuracy.Scoring;

/// <summary>One clip, encoded and read again: the truth, our evidence, and what the peers say.</summary>
internal sealed record Sample(About Clip, Truth Truth, FrameEvidence Evidence, Peers Peers)
{
    /// <summary>Draws, encodes and reads a clip with cuts. A clip that is already in the folder is not encoded again.</summary>
    public static Sample Make(Family family, int seed, string folder, bool peers) =>
        Make(new Planner(family, seed).Plan(), seed, folder, peers);

    /// <summary>Draws, encodes and reads a clip. A clip that is already in the folder is not encoded again.</summary>
    public static Sample Make(Clip clip, int seed, string folder, bool peers)
    {
        var file = Path.Combine(folder, clip.Name + ".mkv");
        var truth = File.Exists(file) ? new Composer(clip, seed).Draw(null) : Encode(clip, seed, file);
        foreach (var source in clip.Shots.Select(shot => shot.Scene).OfType<SourceScene>())
        {
            source.Dispose();
        }

        var about = new About(clip.Name, clip.Rate.ToString(), clip.Look, clip.Repeats, string.Join(' ', clip.Encoding));
        Kept.Write(file, about, truth);
        return Make(about, truth, file, peers);
    }

    /// <summary>Reads a clip that was drawn before, if it is in the folder.</summary>
    public static Sample? Read(string name, string folder, bool peers)
    {
        var file = Path.Combine(folder, name + ".mkv");
        return Kept.Truth(file) is var (about, truth) ? Make(about, truth, file, peers) : null;
    }

    private static Sample Make(About about, Truth truth, string file, bool peers)
    {
        var (scores, sketches) = Kept.Evidence(file, () => Read(file));
        _ = FrameRate.TryParse(about.Rate, out var rate);
        return new Sample(about, truth, Of(scores, sketches, rate), peers ? Kept.Peers(file) : Peers.None);
    }

    /// <summary>Scores and sketches the frames of a file as the product does.</summary>
    public static FrameEvidence ReadEvidence(string file, FrameRate rate)
    {
        var (scores, sketches) = Read(file);
        return Of(scores, sketches, rate);
    }

    private static (IReadOnlyList<FrameScore> Scores, FrameSketches Sketches) Read(string file)
    {
        using var ffmpeg = Ffmpeg.Start(
            ["-i", file, "-map", "0:v:0", "-vf", "scale=320:180:flags=fast_bilinear,format=gray", "-fps_mode", "passthrough", "-f", "rawvideo", "-"],
            input: false);
        var (gray, scorer, sketcher) = (new byte[GrayFrame.Size], new FrameScorer(), new FrameSketcher());
        var (scores, sketches, sketch) = (new List<FrameScore>(), new MemoryStream(), new byte[FrameSketches.Size]);
        while (ffmpeg.StandardOutput.BaseStream.ReadAtLeast(gray, gray.Length, throwOnEndOfStream: false) == gray.Length)
        {
            scores.Add(scorer.Score(gray));
            sketcher.Sketch(gray, sketch);
            sketches.Write(sketch);
        }

        Ffmpeg.Finish(ffmpeg);
        return (scores, new FrameSketches(sketches.ToArray()));
    }

    private static FrameEvidence Of(IReadOnlyList<FrameScore> scores, FrameSketches sketches, FrameRate rate) => new(
        rate.FrameDuration.Seconds, default, [.. Enumerable.Range(0, scores.Count).Select(frame => (long)frame)], scores, rate.StartOf(scores.Count))
    {
        Sketches = sketches,
    };

    private static Truth Encode(Clip clip, int seed, string file)
    {
        using var ffmpeg = Ffmpeg.Start(
            [
                "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{Picture.Width}x{Picture.Height}", "-r", clip.Rate.ToString(), "-i", "-",
                .. clip.Encoding, "-threads", "1", file + ".part.mkv",
            ],
            input: true);
        var to = ffmpeg.StandardInput.BaseStream;
        var tint = new byte[Picture.Width / 2 * (Picture.Height / 2)];
        var truth = new Composer(clip, seed).Draw(picture =>
        {
            to.Write(picture.Luma);
            tint.AsSpan().Fill(picture.TintU);
            to.Write(tint);
            tint.AsSpan().Fill(picture.TintV);
            to.Write(tint);
        });
        to.Close();
        Ffmpeg.Finish(ffmpeg);
        File.Move(file + ".part.mkv", file);
        return truth;
    }
}
