using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Copies;

/// <summary>A film of 16 x 9 cells, drawn by formula from a seed: a backdrop a shot, and things that wander over it.</summary>
internal sealed class SmallFilm(int seed, double seconds)
{
    private const double ShotSeconds = 4;

    /// <summary>Gets how long it is, in seconds.</summary>
    public double Seconds => seconds;

    /// <summary>Gets whether the camera stays where it is: one backdrop throughout.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Gets which wanderers there are; another take of the same place has others.</summary>
    public int Take { get; init; }

    /// <summary>Gets whether nothing moves.</summary>
    public bool IsStill { get; init; }

    /// <summary>Returns how bright a place is at a time, 0 to 255; places from 0 to 1.</summary>
    public double At(double time, double across, double down)
    {
        var shot = IsFixed ? 0 : (int)Math.Floor(time / ShotSeconds);
        var light = 120 + 50 * Math.Sin(Turn(shot, 1) + across * 7 * Part(shot, 2)) + 40 * Math.Cos(Turn(shot, 3) + down * 5 * Part(shot, 4) + across * 3);
        for (var one = 0; one < 3 && !IsStill; one++)
        {
            var key = shot * 16 + one + Take * 1000;
            var (x, y) = (0.5 + 0.45 * Math.Sin(Turn(key, 5) + time * (0.7 + Part(key, 6))), 0.5 + 0.4 * Math.Cos(Turn(key, 7) + time * (0.5 + Part(key, 8))));
            light += (one == 1 ? -90 : 90) * Math.Exp(-((across - x) * (across - x) + (down - y) * (down - y)) * 40);
        }

        return Math.Clamp(light, 0, 255);
    }

    /// <summary>Films it.</summary>
    /// <param name="rate">How many frames a second.</param>
    /// <param name="from">Where the film begins, in its own seconds.</param>
    /// <param name="until">Where it ends.</param>
    /// <param name="speed">How much faster it plays.</param>
    /// <param name="edit">What becomes of a place's light: across, down, a number of the frame, the light around.</param>
    public FrameEvidence Film(int rate = 25, double from = 0, double? until = null, double speed = 1, Func<double, double, int, Func<double, double, double>, double>? edit = null)
    {
        var count = (int)(((until ?? seconds) - from) / speed * rate);
        var bytes = new byte[count * FrameSketches.Size];
        for (var frame = 0; frame < count; frame++)
        {
            var time = from + frame * speed / rate;
            for (var cell = 0; cell < FrameSketches.Means; cell++)
            {
                var (across, down) = ((cell % 16 + 0.5) / 16, (cell / 16 + 0.5) / 9);
                var light = edit is null ? At(time, across, down) : edit(across, down, frame, (x, y) => At(time, x, y));
                bytes[frame * FrameSketches.Size + cell] = (byte)Math.Clamp(Math.Round(light), 0, 255);
            }
        }

        return Evidence(bytes, rate);
    }

    /// <summary>Makes evidence of sketches at a constant rate.</summary>
    public static FrameEvidence Evidence(byte[] sketches, int rate)
    {
        var count = sketches.Length / FrameSketches.Size;
        return new FrameEvidence(
            new Rational(1, rate), default, [.. Enumerable.Range(0, count).Select(frame => (long)frame)], new FrameScore[count], new MediaTime(new Rational(count, rate)))
        {
            Sketches = new FrameSketches(sketches),
        };
    }

    /// <summary>Puts films of one rate one after the other.</summary>
    public static FrameEvidence Join(int rate, params FrameEvidence[] parts) =>
        Evidence([.. parts.SelectMany(part => part.Sketches.Bytes.ToArray())], rate);

    private double Part(int key, int what)
    {
        var hash = unchecked((uint)((seed * 73_856_093) ^ (key * 19_349_663) ^ (what * 83_492_791)));
        hash = unchecked((hash ^ (hash >> 15)) * 2_246_822_519u);
        hash = unchecked((hash ^ (hash >> 13)) * 3_266_489_917u);
        return ((hash ^ (hash >> 16)) & 0xFFFF) / 65_536.0;
    }

    private double Turn(int key, int what) => Part(key, what) * 2 * Math.PI;
}
