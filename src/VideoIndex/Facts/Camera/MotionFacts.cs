using VideoIndex.Tags;

namespace VideoIndex.Facts.Camera;

/// <summary>Says what the camera does in a shot, and in which part of it.</summary>
/// <remarks>
/// Directions are the camera's: where the picture moves to the left, the camera pans to the right. A camera that is carried forward looks as one
/// that zooms in, and one that is carried along as one that pans; they are called so.
/// </remarks>
internal static class MotionFacts
{
    private const double Reach = 0.5, LocalReach = 0.12, Shortest = 1, Gap = 0.4, LeastShot = 0.4;

    private static readonly CameraMove[] Moves = [.. Enum.GetValues<CameraMove>().Where(move => move != CameraMove.None)];

    public static IEnumerable<Tag> Of(FactSource source, IReadOnlyList<Stretch> shots, IReadOnlyList<Tag> rolls)
    {
        foreach (var shot in shots.Where(shot => source.Evidence.Sketches.Count >= shot.Until && source.Seconds(shot) >= LeastShot))
        {
            var path = new CameraPath(source.Evidence, shot);
            var paces = Enumerable.Range(0, path.Samples.Count).Select(sample => path.Around(sample, Reach)).ToList();
            var moves = OfFrames(source, shot, path, paces);
            foreach (var move in Moves)
            {
                foreach (var run in Runs(source, shot, moves, move).Select(run => Trimmed(path, run, move)))
                {
                    var span = source.Span(run);
                    if (run.Frames > 0 && !rolls.Any(roll => roll.Span.Start < span.End && span.Start < roll.Span.End))
                    {
                        yield return Say(source, run, move, path);
                    }
                }
            }
        }
    }

    // A frame that was left out of the path does what the last before it does. Black is no picture that could move.
    private static CameraMove[] OfFrames(FactSource source, Stretch shot, CameraPath path, List<CameraPace> paces)
    {
        var moves = new CameraMove[shot.Frames];
        for (var (frame, sample) = (shot.First, 0); frame < shot.Until; frame++)
        {
            sample += sample + 1 < path.Samples.Count && path.Samples[sample + 1].Frame <= frame ? 1 : 0;
            moves[frame - shot.First] = source.Evidence.Scores[frame].Texture < 4 ? CameraMove.None : MoveRules.Of(paces[sample]);
        }

        return moves;
    }

    private static IEnumerable<Stretch> Runs(FactSource source, Stretch shot, CameraMove[] moves, CameraMove move)
    {
        var shortest = Math.Min(Shortest, 0.8 * source.Seconds(shot));
        var runs = new List<Stretch>();
        foreach (var run in Stretch.Where(shot.First, shot.Until, frame => moves[frame - shot.First].HasFlag(move)))
        {
            if (runs.Count > 0 && source.Seconds(new Stretch(runs[^1].Until, run.First)) < Gap)
            {
                runs[^1] = runs[^1] with { Until = run.Until };
            }
            else
            {
                runs.Add(run);
            }
        }

        return runs.Where(run => source.Seconds(run) >= shortest);
    }

    // A pace is that of a second, so a move seems to begin before it does: its ends are where it is slower than a third of its own speed.
    private static Stretch Trimmed(CameraPath path, Stretch run, CameraMove move)
    {
        var inside = Enumerable.Range(0, path.Samples.Count).Where(sample => path.Samples[sample].Frame >= run.First && path.Samples[sample].Frame < run.Until).ToList();
        if (move is CameraMove.Static or CameraMove.Handheld || inside.Count == 0)
        {
            return run;
        }

        var speeds = inside.Select(sample => MoveRules.SpeedOf(move, path.Around(sample, LocalReach))).ToList();
        var least = speeds.Average() / 3;
        var (first, last) = (speeds.FindIndex(speed => speed >= least), speeds.FindLastIndex(speed => speed >= least));
        return new Stretch(
            first <= 0 ? run.First : path.Samples[inside[first]].Frame,
            last == speeds.Count - 1 ? run.Until : path.Samples[inside[last]].Frame + 1);
    }

    private static Tag Say(FactSource source, Stretch run, CameraMove move, CameraPath path)
    {
        var (first, last) = (path.Samples.LastOrDefault(sample => sample.Frame <= run.First), path.Samples.Last(sample => sample.Frame < run.Until));
        var middle = Enumerable.Range(0, path.Samples.Count).MinBy(sample => Math.Abs(path.Samples[sample].Frame - (run.First + run.Until) / 2));
        var pace = path.Around(middle, source.Seconds(run) / 2);
        var fit = Enumerable.Range(run.First, run.Frames).Select(frame => (int)source.Evidence.Sketches.Motion(frame).Fit).Skip(run.First == path.Samples[0].Frame ? 1 : 0).DefaultIfEmpty().Average() / 255;
        var (right, down, growth) = (last.Right - first.Right, last.Down - first.Down, last.Growth - first.Growth);
        var how = move switch
        {
            CameraMove.PanLeft or CameraMove.PanRight => FormattableString.Invariant($"What is seen moves {Math.Abs(right):0} % of the picture's width to the {(right > 0 ? "right" : "left")}"),
            CameraMove.TiltUp or CameraMove.TiltDown => FormattableString.Invariant($"What is seen moves {Math.Abs(down):0} % of the picture's height {(down > 0 ? "down" : "up")}"),
            CameraMove.ZoomIn or CameraMove.ZoomOut => FormattableString.Invariant($"What is seen {(growth > 0 ? "grows" : "shrinks")} by {Math.Abs(growth):0} %"),
            CameraMove.Handheld => FormattableString.Invariant($"What is seen wobbles by {pace.Wobble:0.00} % of the picture's width, {pace.Turns:0.0} times a second"),
            _ => FormattableString.Invariant($"What is seen moves {Math.Abs(right):0.0} % to the side, {Math.Abs(down):0.0} % up or down, grows {growth:0.0} % and wobbles by {pace.Wobble:0.00} %"),
        };
        return source.Tag(run, TagKinds.Motion, LabelOf(move), fit * Margin(move, pace), FormattableString.Invariant($"{how} in {source.Seconds(run):0.0} s; {100 * fit:0} % of its detail goes along."));
    }

    private static double Margin(CameraMove move, CameraPace pace) => move switch
    {
        CameraMove.Static => 0.5 + 0.5 * (1 - pace.Wobble / MoveRules.Stand),
        CameraMove.Handheld => FactSource.Sure(pace.Wobble, MoveRules.Hand),
        CameraMove.ZoomIn or CameraMove.ZoomOut => FactSource.Sure(Math.Abs(pace.Growth), MoveRules.Zoom),
        _ => FactSource.Sure(Math.Abs(MoveRules.SpeedOf(move, pace)), MoveRules.Pan),
    };

    private static string LabelOf(CameraMove move) => move switch
    {
        CameraMove.PanLeft => "pan left",
        CameraMove.PanRight => "pan right",
        CameraMove.TiltUp => "tilt up",
        CameraMove.TiltDown => "tilt down",
        CameraMove.ZoomIn => "zoom in",
        CameraMove.ZoomOut => "zoom out",
        CameraMove.Handheld => "handheld",
        _ => "static",
    };
}
