using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Shots.Transitions;

/// <summary>A video drawn as sketches only, its scores made from them.</summary>
internal sealed class DrawnVideo
{
    private readonly List<double[]> _frames = [];

    /// <summary>Gets how many frames there are so far.</summary>
    public int Count => _frames.Count;

    /// <summary>Returns a picture: the same number, the same picture.</summary>
    public static double[] Picture(int number)
    {
        var random = new Random(number);
        return [.. Enumerable.Range(0, FrameSketches.Means).Select(_ => 30.0 + random.Next(190))];
    }

    /// <summary>Returns a picture of one light.</summary>
    public static double[] Plain(double light) => [.. Enumerable.Repeat(light, FrameSketches.Means)];

    public DrawnVideo Show(double[] picture, int frames)
    {
        _frames.AddRange(Enumerable.Repeat(picture, frames));
        return this;
    }

    /// <summary>Draws frames from a function of how far they are, in the middle of each: 0 to 1.</summary>
    public DrawnVideo Pass(int frames, Func<int, double, double> luma)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            var part = (frame + 0.5) / frames;
            _frames.Add([.. Enumerable.Range(0, FrameSketches.Means).Select(at => luma(at, part))]);
        }

        return this;
    }

    public DrawnVideo Dissolve(double[] from, double[] to, int frames) => Pass(frames, (at, part) => from[at] + (to[at] - from[at]) * part);

    public FrameEvidence Evidence()
    {
        var bytes = new byte[_frames.Count * FrameSketches.Size];
        for (var frame = 0; frame < _frames.Count; frame++)
        {
            for (var at = 0; at < FrameSketches.Means; at++)
            {
                bytes[frame * FrameSketches.Size + at] = (byte)Math.Clamp(Math.Round(_frames[frame][at]), 0, 255);
            }

            // Nothing moves as a whole in what is drawn here: a frame is the one before again, or it is not.
            var still = frame > 0 && _frames[frame].SequenceEqual(_frames[frame - 1]);
            new FrameMotion(0, 0, 0, still ? (byte)255 : (byte)0).Write(bytes.AsSpan(frame * FrameSketches.Size + FrameSketches.Means));
        }

        return new FrameEvidence(
            new Rational(1, 25), default, [.. Enumerable.Range(0, _frames.Count).Select(frame => (long)frame)],
            [.. Enumerable.Range(0, _frames.Count).Select(Score)], FrameRate.Pal.StartOf(_frames.Count))
        {
            Sketches = new FrameSketches(bytes),
        };
    }

    private FrameScore Score(int frame)
    {
        var (mean, step) = (_frames[frame].Average(), Since(frame, 1));
        var deviation = Math.Sqrt(_frames[frame].Average(luma => (luma - mean) * (luma - mean)));
        var spread = (byte)Math.Min(255, step.Structure / 128);
        return new FrameScore(
            step.Difference, step.Histogram, step.Structure, (byte)mean, (byte)Math.Min(127, deviation), (byte)(deviation / 2), (ulong)frame,
            Since(frame, 2), Since(frame, 3), Since(frame, 4), (byte)Math.Min(255, deviation * 2), spread, spread, step.Histogram);
    }

    private FrameChange Since(int frame, int apart)
    {
        if (frame < apart)
        {
            return default;
        }

        var (now, before) = (_frames[frame], _frames[frame - apart]);
        var (change, spread) = (0.0, 1.0);
        for (var at = 0; at < now.Length; at++)
        {
            change += Math.Abs(now[at] - before[at]) / now.Length;
            spread += Math.Abs(now[at] - now.Average()) / now.Length;
        }

        var bins = now.Zip(before).Count(pair => (int)pair.First / 16 != (int)pair.Second / 16);
        return new((ushort)(change * 256), (ushort)(65535 * bins / now.Length), (ushort)Math.Min(32000, 32000 * change / (spread + 10)));
    }
}
