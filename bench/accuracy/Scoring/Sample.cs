using System.Globalization;
using VideoIndex.Accuracy.Footage;
using VideoIndex.Accuracy.Scenes;
using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Accuracy.Scoring;

/// <summary>One clip, encoded and read again: the truth, our evidence, and what the peers say.</summary>
internal sealed record Sample(Clip Clip, Truth Truth, FrameEvidence Evidence, IReadOnlyDictionary<string, IReadOnlyList<int>> Peers)
{
    public const string Scdet = "ffmpeg scdet=threshold=10", Select = "ffmpeg select='gt(scene,0.3)'";

    /// <summary>Draws, encodes and reads a clip. A clip that is already in the folder is not encoded again.</summary>
    public static Sample Make(Family family, int seed, string folder, bool peers)
    {
        var clip = new Planner(family, seed).Plan();
        var file = Path.Combine(folder, clip.Name + ".mkv");
        var truth = File.Exists(file) ? new Composer(clip, seed).Draw(_ => { }) : Encode(clip, seed, file);
        foreach (var source in clip.Shots.Select(shot => shot.Scene).OfType<SourceScene>())
        {
            source.Dispose();
        }

        var others = new Dictionary<string, IReadOnlyList<int>>();
        if (peers)
        {
            others[Scdet] = ReadPeer(file, "scdet=threshold=10", "lavfi.scd.time=");
            others[Select] = ReadPeer(file, "select=gt(scene\\,0.3)", "lavfi.scene_score=");
        }

        return new Sample(clip, truth, ReadEvidence(file, clip.Rate), others);
    }

    /// <summary>Scores the frames of a file as the product does.</summary>
    public static FrameEvidence ReadEvidence(string file, FrameRate rate)
    {
        using var ffmpeg = Ffmpeg.Start(
            ["-i", file, "-map", "0:v:0", "-vf", "scale=320:180:flags=fast_bilinear,format=gray", "-fps_mode", "passthrough", "-f", "rawvideo", "-"],
            input: false);
        var (gray, scorer, scores) = (new byte[GrayFrame.Size], new FrameScorer(), new List<FrameScore>());
        while (ffmpeg.StandardOutput.BaseStream.ReadAtLeast(gray, gray.Length, throwOnEndOfStream: false) == gray.Length)
        {
            scores.Add(scorer.Score(gray));
        }

        Ffmpeg.Finish(ffmpeg);
        return new FrameEvidence(
            rate.FrameDuration.Seconds, default, [.. Enumerable.Range(0, scores.Count).Select(frame => (long)frame)], scores, rate.StartOf(scores.Count));
    }

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

    // The frame number on the line before is counted after select has dropped frames, so time is read instead.
    private static List<int> ReadPeer(string file, string filter, string mark)
    {
        using var ffmpeg = Ffmpeg.Start(
            ["-i", file, "-map", "0:v:0", "-vf", $"setpts=N/TB,{filter},metadata=mode=print:file=-", "-fps_mode", "passthrough", "-f", "null", "-"],
            input: false);
        var (cuts, time) = (new List<int>(), 0);
        while (ffmpeg.StandardOutput.ReadLine() is { } line)
        {
            if (line.IndexOf("pts_time:", StringComparison.Ordinal) is >= 0 and var at)
            {
                time = (int)Math.Round(double.Parse(line.AsSpan(at + 9), CultureInfo.InvariantCulture));
            }
            else if (line.StartsWith(mark, StringComparison.Ordinal))
            {
                cuts.Add(time);
            }
        }

        Ffmpeg.Finish(ffmpeg);
        return cuts;
    }
}
