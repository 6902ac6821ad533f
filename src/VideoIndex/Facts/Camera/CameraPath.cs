using VideoIndex.Looks;
using VideoIndex.Shots;

namespace VideoIndex.Facts.Camera;

/// <summary>The way of the picture through one shot.</summary>
/// <remarks>A frame that is the one before again is left out: film shown at a higher rate moves in steps and does not wobble for that.</remarks>
internal sealed class CameraPath
{
    private const int LeastFit = 110;
    private const double WobbleReach = 0.25;

    private readonly List<CameraSample> _samples = [];
    private readonly double[] _wobbleRight, _wobbleDown;

    public CameraPath(FrameEvidence evidence, Stretch shot)
    {
        var (right, down, growth) = (0.0, 0.0, 0.0);
        for (var frame = shot.First; frame < shot.Until; frame++)
        {
            var motion = frame == shot.First ? new FrameMotion(0, 0, 0, 255) : evidence.Sketches.Motion(frame);
            if (frame > shot.First && motion == new FrameMotion(0, 0, 0, 255))
            {
                continue;
            }

            var fits = motion.Fit >= LeastFit;
            (right, down, growth) = fits ? (right + Part(motion.Right), down + Part(motion.Down), growth + Part(motion.Growth)) : (right, down, growth);
            var seconds = (evidence.Timestamps[frame] - evidence.Timestamps[shot.First]) * evidence.TimeBase.ToDouble();
            _samples.Add(new CameraSample(frame, seconds, right, down, growth, fits));
        }

        _wobbleRight = Wobble(sample => sample.Right);
        _wobbleDown = Wobble(sample => sample.Down * 9 / 16);
    }

    public IReadOnlyList<CameraSample> Samples => _samples;

    /// <summary>Returns the pace over the samples that are no further from one than so many seconds.</summary>
    public CameraPace Around(int sample, double reach)
    {
        var (first, last) = Window(sample, reach);
        var (pathRight, pathDown, pathGrowth, known) = (0.0, 0.0, 0.0, 0);
        for (var at = first + 1; at <= last; at++)
        {
            pathRight += Math.Abs(_samples[at].Right - _samples[at - 1].Right);
            pathDown += Math.Abs(_samples[at].Down - _samples[at - 1].Down);
            pathGrowth += Math.Abs(_samples[at].Growth - _samples[at - 1].Growth);
            known += _samples[at].Fits ? 1 : 0;
        }

        var seconds = Math.Max(1e-6, _samples[last].Seconds - _samples[first].Seconds);
        var (wobble, turns) = WobbleIn(first, last);
        return new CameraPace(
            (_samples[last].Right - _samples[first].Right) / seconds,
            (_samples[last].Down - _samples[first].Down) / seconds,
            (_samples[last].Growth - _samples[first].Growth) / seconds,
            pathRight / seconds, pathDown / seconds, pathGrowth / seconds,
            wobble, turns / seconds, last == first ? 1 : (double)known / (last - first));
    }

    private static double Part(short motion) => 100.0 * motion / FrameMotion.Whole;

    private (int First, int Last) Window(int sample, double reach)
    {
        var (first, last) = (sample, sample);
        while (first > 0 && _samples[sample].Seconds - _samples[first - 1].Seconds <= reach)
        {
            first--;
        }

        while (last + 1 < _samples.Count && _samples[last + 1].Seconds - _samples[sample].Seconds <= reach)
        {
            last++;
        }

        return (first, last);
    }

    // How far each sample is from the mean of those around it, as many before as after: nothing where the picture moves evenly.
    private double[] Wobble(Func<CameraSample, double> along)
    {
        var wobble = new double[_samples.Count];
        for (var sample = 0; sample < wobble.Length; sample++)
        {
            var (first, last) = Window(sample, WobbleReach);
            var reach = Math.Min(sample - first, last - sample);
            var sum = 0.0;
            for (var at = sample - reach; at <= sample + reach; at++)
            {
                sum += along(_samples[at]);
            }

            wobble[sample] = along(_samples[sample]) - sum / (2 * reach + 1);
        }

        return wobble;
    }

    // The middle one of the distances, which one sudden stop does not change, and how often it changes sides.
    private (double Size, double Turns) WobbleIn(int first, int last)
    {
        var (squares, turnsRight, turnsDown) = (new double[last - first + 1], 0, 0);
        for (var at = first; at <= last; at++)
        {
            squares[at - first] = _wobbleRight[at] * _wobbleRight[at] + _wobbleDown[at] * _wobbleDown[at];
            turnsRight += at > first && _wobbleRight[at] * _wobbleRight[at - 1] < 0 ? 1 : 0;
            turnsDown += at > first && _wobbleDown[at] * _wobbleDown[at - 1] < 0 ? 1 : 0;
        }

        Array.Sort(squares);
        return (Math.Sqrt(squares[squares.Length / 2]), Math.Max(turnsRight, turnsDown));
    }
}
