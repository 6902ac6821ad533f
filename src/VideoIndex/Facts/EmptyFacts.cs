using VideoIndex.Shots;
using VideoIndex.Tags;

namespace VideoIndex.Facts;

/// <summary>Finds where there is nothing on the screen but black, or white: exact to the frame.</summary>
/// <remarks>Black is no part of the picture above a few levels, not even a corner: a title on black, or a station's mark, is a picture.</remarks>
internal static class EmptyFacts
{
    private const int BlackestMean = 14, BlackestPart = 20, WhitestMean = 240, WhitestPart = 234, MostDeviation = 6;
    private const double ShortestBlack = 0.1, ShortestWhite = 0.3; // a flash is white for a few frames

    public static IEnumerable<Tag> Of(FactSource source)
    {
        var evidence = source.Evidence;
        foreach (var black in Stretch.Where(0, evidence.Count, frame => IsBlack(evidence, frame)))
        {
            if (source.Seconds(black) >= ShortestBlack)
            {
                yield return Say(source, black, "black");
            }
        }

        foreach (var white in Stretch.Where(0, evidence.Count, frame => IsWhite(evidence, frame)))
        {
            if (source.Seconds(white) >= ShortestWhite)
            {
                yield return Say(source, white, "white");
            }
        }
    }

    public static bool IsBlack(FrameEvidence evidence, int frame)
    {
        var score = evidence.Scores[frame];
        return score.Mean <= BlackestMean && score.Deviation <= MostDeviation
            && (frame >= evidence.Sketches.Count || !evidence.Sketches.Luma(frame).ContainsAnyInRange((byte)(BlackestPart + 1), byte.MaxValue));
    }

    private static bool IsWhite(FrameEvidence evidence, int frame)
    {
        var score = evidence.Scores[frame];
        return score.Mean >= WhitestMean && score.Deviation <= MostDeviation
            && (frame >= evidence.Sketches.Count || !evidence.Sketches.Luma(frame).ContainsAnyInRange((byte)0, (byte)(WhitestPart - 1)));
    }

    private static Tag Say(FactSource source, Stretch stretch, string label)
    {
        var (mean, deviation) = (0, 0);
        for (var frame = stretch.First; frame < stretch.Until; frame++)
        {
            (mean, deviation) = (mean + source.Evidence.Scores[frame].Mean, Math.Max(deviation, source.Evidence.Scores[frame].Deviation));
        }

        return source.Tag(stretch, TagKinds.Picture, label, 0.99, FormattableString.Invariant($"{stretch.Frames} frames of a mean of {(double)mean / stretch.Frames:0.0} of 255, in which no frame deviates from its mean by more than {deviation}."));
    }
}
