using VideoIndex.Facts.Bars;
using VideoIndex.Tags;

namespace VideoIndex.Facts.Camera;

/// <summary>Finds rolling credits: light words on black that move up at one speed for three seconds or more.</summary>
/// <remarks>
/// No hand and few heads move as evenly as a machine that rolls words. Where the words on the screen are known, there must be some. Credits
/// that are shown card by card are not found.
/// </remarks>
internal static class RollFacts
{
    private const double Shortest = 3, Gap = 0.25, Uneven = 0.15, SteadyShare = 0.8, Piece = 0.4;
    private const double Slowest = 1.5, Fastest = 40; // in hundredths of the picture's height a second
    private const int Lightest = 80, Blackest = 32, LeastDeviation = 6, LeastFit = 90;

    public static IEnumerable<Tag> Of(FactSource source, IReadOnlyList<Stretch> shots, IReadOnlyList<PictureFrame> frames, IReadOnlyList<Tag>? text)
    {
        foreach (var (shot, frame) in shots.Zip(frames).Where(pair => source.Evidence.Sketches.Count >= pair.First.Until))
        {
            foreach (var run in Runs(source, shot, frame).Where(run => source.Seconds(run) >= Shortest))
            {
                var pieces = Pieces(source, run);
                var speed = pieces[pieces.Count / 2];
                var steady = (double)pieces.Count(piece => Math.Abs(piece - speed) <= Uneven * speed) / pieces.Count;
                var words = (text ?? []).Count(tag => tag.Kind == TagKinds.Text && tag.Span.Start < source.Span(run).End && source.Span(run).Start < tag.Span.End);
                if (speed is >= Slowest and <= Fastest && steady >= SteadyShare && (text is null || words > 0))
                {
                    yield return source.Tag(run, TagKinds.Picture, "credits", text is null ? 0.7 : 0.9, FormattableString.Invariant($"What stands on black moves up by {speed:0.0} % of its height a second, {100 * steady:0} % of the time at that very speed{(text is null ? "" : $"; {words} lines of words were read in it")}."));
                }
            }
        }
    }

    private static List<Stretch> Runs(FactSource source, Stretch shot, PictureFrame bars)
    {
        var runs = new List<Stretch>();
        foreach (var run in Stretch.Where(shot.First + 1, shot.Until, frame => Rolls(source, frame, bars)))
        {
            if (runs.Count > 0 && source.Seconds(new Stretch(runs[^1].Until, run.First)) <= Gap)
            {
                runs[^1] = runs[^1] with { Until = run.Until };
            }
            else
            {
                runs.Add(run);
            }
        }

        return runs;
    }

    private static bool Rolls(FactSource source, int frame, PictureFrame bars)
    {
        var (motion, score) = (source.Evidence.Sketches.Motion(frame), source.Evidence.Scores[frame]);
        return score.Mean <= Lightest && IsOnBlack(source.Evidence.Sketches.Luma(frame), bars) && score.Deviation >= LeastDeviation && motion.Down < 0 && motion.Fit >= LeastFit
            && 4 * Math.Abs(motion.Right) <= Math.Abs(motion.Down) && 4 * Math.Abs(motion.Growth) <= Math.Abs(motion.Down);
    }

    // Nothing stands at the left and right edges: words keep away from them, what a camera films does not.
    private static bool IsOnBlack(ReadOnlySpan<byte> luma, PictureFrame bars)
    {
        var (left, right) = (PictureFrame.Parts(bars.Left, Looks.FrameSketches.Width), Looks.FrameSketches.Width - 1 - PictureFrame.Parts(bars.Right, Looks.FrameSketches.Width));
        for (var row = 0; row < Looks.FrameSketches.Height; row++)
        {
            var parts = luma.Slice(row * Looks.FrameSketches.Width, Looks.FrameSketches.Width);
            if (parts[left] > Blackest || parts[right] > Blackest)
            {
                return false;
            }
        }

        return true;
    }

    // How fast it rises in each piece of the run, in order of speed.
    private static List<double> Pieces(FactSource source, Stretch run)
    {
        var speeds = new List<double>();
        for (var (first, frame, risen) = (run.First, run.First, 0.0); frame < run.Until; frame++)
        {
            risen -= 100.0 * source.Evidence.Sketches.Motion(frame).Down / Looks.FrameMotion.Whole;
            var piece = new Stretch(first, frame + 1);
            if (source.Seconds(piece) >= Piece)
            {
                speeds.Add(risen / source.Seconds(piece));
                (first, risen) = (frame + 1, 0);
            }
        }

        speeds.Sort();
        return speeds;
    }
}
