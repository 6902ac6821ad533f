using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Timing;

namespace VideoIndex.Logos.Ends;

/// <summary>Says where the ends of appearances in a video are to be looked for. Pure.</summary>
/// <param name="looks">The looks of the video.</param>
/// <param name="frames">Its frames.</param>
/// <param name="shots">Its shots, which cover it.</param>
/// <param name="transitions">What lies between them.</param>
/// <param name="rule">How far an end is looked for.</param>
public sealed class EndPlan(
    IReadOnlyList<LookPose> looks, FrameEvidence frames, IReadOnlyList<MediaSpan> shots, IReadOnlyList<Transition> transitions, EndRule rule)
{
    /// <summary>Returns the start and the end that are to be looked for.</summary>
    public (OpenEnd Start, OpenEnd End) Of(LogoAppearance appearance)
    {
        ArgumentNullException.ThrowIfNull(appearance);
        var seen = appearance.Sightings;
        var shot = shots.LastOrDefault(shot => shot.Start <= seen[0].Time, new MediaSpan(frames.TimeOf(0), frames.End));
        var (first, last) = (frames.FrameAt(shot.Start), LastBefore(shot.End));
        var dissolves = transitions.Where(transition => transition.Kind == TransitionKind.Dissolve).ToList();
        var from = dissolves.Where(one => one.At == shot.Start).Select(one => frames.FrameAt(one.Span.End)).Append(first).Max();
        var until = dissolves.Where(one => one.At == shot.End).Select(one => LastBefore(one.Span.Start)).Append(last).Min();
        return (Towards(seen, isStart: true, first, from), Towards(seen, isStart: false, last, until));
    }

    private int LastBefore(MediaTime end)
    {
        var at = frames.FrameAt(end);
        return frames.TimeOf(at) < end ? at : Math.Max(0, at - 1);
    }

    private int FrameOf(int look) => frames.FrameAt(frames.OnTimeline(looks[look].Timestamp));

    private OpenEnd Towards(IReadOnlyList<TimedSighting> seen, bool isStart, int edge, int clean)
    {
        var (sure, way) = (isStart ? seen[0] : seen[^1], isStart ? -1 : 1);
        var (look, frame) = (sure.Sighting.Look, frames.FrameAt(sure.Time));
        var reach = look + (way * rule.Reach);
        var isFar = reach >= 0 && reach < looks.Count && (FrameOf(reach) - clean) * way < 0;
        var bound = isFar ? FrameOf(reach) : (clean - frame) * way > 0 ? clean : frame;
        var next = look + way;
        var isNear = next >= 0 && next < looks.Count && (FrameOf(next) - edge) * way <= 0;
        var stride = Math.Max(2, Math.Abs((isNear ? FrameOf(next) : edge) - frame));
        var middle = sure.Sighting.Corners.Middle;
        var moved = isNear ? looks[look].To(looks[next]).At(middle) : middle;
        var best = seen.Where(one => Math.Abs(one.Sighting.Look - look) <= rule.Reach).MaxBy(one => one.Sighting.Score);
        return new OpenEnd(
            isStart, sure.Sighting, frame, best.Sighting, frames.FrameAt(best.Time), bound, isFar ? bound : edge, stride,
            new Point((moved.X - middle.X) / stride, (moved.Y - middle.Y) / stride));
    }
}
