using System.Globalization;
using VideoIndex.Accuracy.Scenes;
using VideoIndex.Facts;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Accuracy.Facts;

/// <summary>A clip that was drawn, encoded and read again, and what is said of it.</summary>
internal sealed record FactSample(FactClip Clip, FrameEvidence Evidence, IReadOnlyList<Tag> Tags, string File)
{
    public static FactSample Make(Family family, int seed, string folder)
    {
        var clip = new FactPlanner(family, seed).Plan();
        var file = Path.Combine(folder, clip.Name + ".mkv");
        if (!System.IO.File.Exists(file))
        {
            Encode(clip, file);
        }

        var evidence = EvidenceReader.Read(file, new FrameRate(clip.FramesPerSecond), Picture.Width, Picture.Height);
        return new FactSample(clip, evidence, ShotFacts.Of(default, evidence, clip.Spans), file);
    }

    /// <summary>Returns a tag's frames.</summary>
    public (int First, int Until) FramesOf(Tag tag) => (Frame(tag.Span.Start), Frame(tag.Span.End));

    private int Frame(MediaTime time) => (int)(time.Seconds * new Rational(Clip.FramesPerSecond, 1)).Round();

    private static void Encode(FactClip clip, string file)
    {
        using var ffmpeg = Ffmpeg.Start(
            [
                "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{Picture.Width}x{Picture.Height}",
                "-r", clip.FramesPerSecond.ToString(CultureInfo.InvariantCulture), "-i", "-", .. clip.Encoding, "-threads", "1", file + ".part.mkv",
            ],
            input: true);
        var to = ffmpeg.StandardInput.BaseStream;
        new FactPainter(clip).Draw((luma, u, v) =>
        {
            to.Write(luma);
            to.Write(u);
            to.Write(v);
        });
        to.Close();
        Ffmpeg.Finish(ffmpeg);
        System.IO.File.Move(file + ".part.mkv", file);
    }
}
