using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Tags;

namespace VideoIndex.Facts;

/// <summary>Finds where the picture stands still, exact to the frame: frozen in the midst of motion, or a picture that never moved.</summary>
/// <remarks>
/// Still is a picture from which no frame differs by more than coding leaves, for a second or more. It is a <c>freeze</c> where the same
/// shot moves just before or after, and a <c>still</c> where the shot never does: a slide, a card, a photograph. A camera that films something
/// that does not move is neither: grain and light never stand quite still.
/// </remarks>
internal static class StillFacts
{
    private const double Shortest = 1, Beside = 0.5;

    // Mean difference from one frame to the next in 1/256 of a gray level, and of a part of the sketch from the first frame on in gray levels.
    // A coder that begins anew changes a still picture a little, in one frame or two: of the four before and the four after it most do not change.
    private const int MostChange = 16, MostRefresh = 160, Around = 4, LeastAround = 6, MostDrift = 5, LeastMotion = 60;

    public static IEnumerable<Tag> Of(FactSource source, IReadOnlyList<Stretch> shots, IReadOnlyList<Tag> bars)
    {
        foreach (var shot in shots)
        {
            var stills = Stills(source.Evidence, shot).Where(still => source.Seconds(still) >= Shortest).ToList();
            foreach (var still in stills)
            {
                if (bars.Any(bar => bar.Span.Start < source.Span(still).End && source.Span(still).Start < bar.Span.End))
                {
                    continue; // colour bars are still by nature
                }

                var moves = Math.Max(Motion(source, shot, still, after: false), Motion(source, shot, still, after: true));
                if (moves >= LeastMotion || IsWhole(source, shot, stills))
                {
                    yield return Say(source, still, moves >= LeastMotion ? "freeze" : "still", moves);
                }
            }
        }
    }

    private static IEnumerable<Stretch> Stills(FrameEvidence evidence, Stretch shot)
    {
        if (evidence.Sketches.Count < shot.Until)
        {
            yield break;
        }

        for (var first = shot.First; first < shot.Until;)
        {
            var until = first + 1;
            while (until < shot.Until && IsStill(evidence, shot, until) && !HasDrifted(evidence, first, until))
            {
                until++;
            }

            if (until - first > 1 && !EmptyFacts.IsBlack(evidence, first))
            {
                yield return new Stretch(first, until);
            }

            first = until;
        }
    }

    private static bool IsStill(FrameEvidence evidence, Stretch shot, int frame)
    {
        if (evidence.Scores[frame].Difference <= MostChange)
        {
            return true;
        }

        var around = 0;
        for (var near = Math.Max(shot.First + 1, frame - Around); near <= Math.Min(shot.Until - 1, frame + Around); near++)
        {
            around += evidence.Scores[near].Difference <= MostChange / 2 ? 1 : 0;
        }

        return evidence.Scores[frame].Difference <= MostRefresh && around >= LeastAround;
    }

    private static bool HasDrifted(FrameEvidence evidence, int from, int to) =>
        SketchDifference.Largest(evidence.Sketches.Luma(from), evidence.Sketches.Luma(to)) > MostDrift
        || SketchDifference.Sum(evidence.Sketches.Luma(from), evidence.Sketches.Luma(to)) > FrameSketches.Means;

    // Nothing but stills, and the frames in which one gives way to the next, as when a slide builds up.
    private static bool IsWhole(FactSource source, Stretch shot, List<Stretch> stills) =>
        stills.Sum(source.Seconds) >= source.Seconds(shot) * 0.9;

    // The middle one of the differences in the half second before or after; 0 where the shot is not that long.
    private static int Motion(FactSource source, Stretch shot, Stretch still, bool after)
    {
        var evidence = source.Evidence;
        var differences = new List<int>();
        for (var frame = after ? still.Until : still.First; after ? frame < shot.Until : frame > shot.First; frame += after ? 1 : -1)
        {
            if (source.Seconds(after ? new Stretch(still.Until, frame) : new Stretch(frame, still.First)) >= Beside)
            {
                break;
            }

            differences.Add(evidence.Scores[frame].Difference - Light(evidence, frame));
        }

        differences.Sort();
        return differences.Count < 4 ? 0 : differences[differences.Count / 2];
    }

    // How much of a difference is that the whole picture became lighter or darker, in a fade: in 1/256 of a gray level.
    private static int Light(FrameEvidence evidence, int frame)
    {
        var before = evidence.Sketches.Luma(frame - 1);
        var after = evidence.Sketches.Luma(frame);
        var change = 0;
        for (var part = 0; part < before.Length; part++)
        {
            change += after[part] - before[part];
        }

        return Math.Abs(change) * 256 / before.Length;
    }

    private static Tag Say(FactSource source, Stretch still, string label, int moves)
    {
        var most = 0;
        for (var frame = still.First + 1; frame < still.Until; frame++)
        {
            most = Math.Max(most, source.Evidence.Scores[frame].Difference);
        }

        var beside = label == "freeze" ? FormattableString.Invariant($"beside it the picture changes by {moves / 256.0:0.00}") : "nor does the rest of its shot move";
        return source.Tag(still, TagKinds.Picture, label, 0.9, FormattableString.Invariant($"No frame of {still.Frames} differs from the one before by more than {most / 256.0:0.00} gray levels; {beside}."));
    }
}
