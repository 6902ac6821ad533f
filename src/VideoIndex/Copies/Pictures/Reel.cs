using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Copies.Pictures;

/// <summary>The sketches of a video on an even clock, without the bars around the picture. Not for use by two threads at once.</summary>
/// <remarks>
/// The clock ticks <see cref="TicksPerSecond"/> times a second from the video's own zero, whatever its frame rate; what is on
/// screen at a tick counts. A window is the mean of <see cref="WindowTicks"/> ticks, half a second: neighbouring frames blur
/// into it, so a copy cut off anywhere, or of another frame rate, has much the same windows.
/// </remarks>
internal sealed class Reel
{
    /// <summary>How many ticks there are in a second.</summary>
    public const int TicksPerSecond = 16;

    /// <summary>How many ticks a window is long.</summary>
    public const int WindowTicks = 8;

    /// <summary>How many ticks lie between one print and the next.</summary>
    public const int HopTicks = 4;

    // In seconds, on average: where frames last longer, nothing moves.
    private const int LongestFrame = 2;

    private readonly FrameSketches _sketches;
    private readonly int[] _frames;
    private readonly PictureArea _area;

    private Reel(FrameSketches sketches, int firstTick, int[] frames, PictureArea area) =>
        (_sketches, FirstTick, _frames, _area) = (sketches, firstTick, frames, area);

    /// <summary>Gets the first tick at which there is a picture.</summary>
    public int FirstTick { get; }

    /// <summary>Gets the first tick at which there is none any more.</summary>
    public int EndTick => FirstTick + _frames.Length;

    /// <summary>Lays the sketches of a video on the clock; null where it has none, or where its frames last longer than two seconds on average.</summary>
    public static Reel? Of(FrameEvidence evidence)
    {
        if (evidence.Sketches.Count < evidence.Count || evidence.Count == 0)
        {
            return null;
        }

        // Days of gaps would be as many ticks of one picture.
        var first = Ceiling(evidence.TimeOf(0));
        var ticks = Math.Max(0, (long)Ceiling(evidence.End) - first);
        if (ticks > (long)evidence.Count * LongestFrame * TicksPerSecond)
        {
            return null;
        }

        var frames = new int[ticks];
        var (frame, next) = (0, Next(evidence, 0));
        for (var tick = 0; tick < frames.Length; tick++)
        {
            while (first + tick >= next)
            {
                next = Next(evidence, ++frame);
            }

            frames[tick] = frame;
        }

        return new Reel(evidence.Sketches, first, frames, PictureArea.Of(evidence.Sketches));
    }

    /// <summary>Returns whether there is a whole window at a tick.</summary>
    public bool Has(int tick) => tick >= FirstTick && tick <= EndTick - WindowTicks;

    /// <summary>Draws the window that begins at a tick: 144 sums, of the picture alone, stretched to the whole.</summary>
    public void Window(int tick, Span<int> sums)
    {
        Span<int> whole = stackalloc int[FrameSketches.Means];
        whole.Clear();
        for (var at = tick - FirstTick; at < tick - FirstTick + WindowTicks;)
        {
            var until = at + 1;
            while (until < tick - FirstTick + WindowTicks && _frames[until] == _frames[at])
            {
                until++;
            }

            var luma = _sketches.Luma(_frames[at]);
            for (var cell = 0; cell < whole.Length; cell++)
            {
                whole[cell] += luma[cell] * (until - at);
            }

            at = until;
        }

        _area.Stretch(whole, sums);
    }

    // The tick at which the frame after this one is on screen; of the last frame, the end of all.
    private static int Next(FrameEvidence evidence, int frame) =>
        frame + 1 < evidence.Count ? Ceiling(evidence.TimeOf(frame + 1)) : int.MaxValue;

    private static int Ceiling(MediaTime time) => (int)-(-time.Seconds * new Rational(TicksPerSecond, 1)).Floor();
}
