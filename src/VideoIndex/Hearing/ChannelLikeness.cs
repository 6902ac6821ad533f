namespace VideoIndex.Hearing;

/// <summary>How two channels of a track are to be heard.</summary>
public enum ChannelPlan
{
    /// <summary>As one: they carry the same people, in a room or from a desk.</summary>
    Mixed = 0,

    /// <summary>Each by itself: one person, or one side of a call, is on each.</summary>
    Split = 1,

    /// <summary>The left alone: the right is silent.</summary>
    LeftAlone = 2,

    /// <summary>The right alone: the left is silent.</summary>
    RightAlone = 3,
}

/// <summary>Tells channels that carry a speaker each from the left and right of one sound.</summary>
/// <remarks>
/// In windows of 100 ms the channels' power is compared. In stereo, whoever speaks is heard on both; where speakers are split, one channel is
/// <see cref="Apart"/> times as loud as the other in most windows in which somebody is heard, and not always the same one.
/// </remarks>
public sealed class ChannelLikeness
{
    /// <summary>How many times as much power one channel has where it alone speaks: 10 dB, what a neighbour's microphone picks up at most.</summary>
    public const float Apart = 10;

    private const int Window = ISound.Rate / 10;
    private const float Silent = 1e-3f, Audible = 1e-2f, Loud = 0.9f;
    private const double MostWindows = 0.7, EitherSide = 0.1;

    private readonly List<(float Left, float Right)> _windows = [];
    private double _left, _right;
    private int _count;

    /// <summary>Adds samples of both channels, those of each instant together, the left first.</summary>
    /// <param name="samples">An even number of them.</param>
    public void Add(ReadOnlySpan<short> samples)
    {
        for (var at = 0; at + 1 < samples.Length; at += 2)
        {
            _left += (double)samples[at] * samples[at];
            _right += (double)samples[at + 1] * samples[at + 1];
            if (++_count == Window)
            {
                _windows.Add(((float)_left, (float)_right));
                (_left, _right, _count) = (0, 0, 0);
            }
        }
    }

    /// <summary>Returns how much of the power of both the first has, from 0 to 1; 0 where all is silent.</summary>
    public double ShareOfFirst
    {
        get
        {
            var (first, second) = (_windows.Sum(window => (double)window.Left), _windows.Sum(window => (double)window.Right));
            return first + second > 0 ? first / (first + second) : 0;
        }
    }

    /// <summary>Decides.</summary>
    public ChannelPlan Decide()
    {
        var share = ShareOfFirst;
        if (_windows.Count == 0 || share is < Silent or > 1 - Silent)
        {
            return (share, _windows.Sum(window => (double)window.Left + window.Right)) switch
            {
                (_, 0) => ChannelPlan.Mixed,
                ( < Silent, _) => ChannelPlan.RightAlone,
                _ => ChannelPlan.LeftAlone,
            };
        }

        var loudness = _windows.Select(window => Math.Max(window.Left, window.Right)).Order().ToList();
        var floor = loudness[(int)((loudness.Count - 1) * Loud)] * Audible;
        var heard = _windows.Where(window => Math.Max(window.Left, window.Right) > floor).ToList();
        var (left, right) = (heard.Count(window => window.Left > window.Right * Apart), heard.Count(window => window.Right > window.Left * Apart));
        return left + right >= MostWindows * heard.Count && Math.Min(left, right) >= EitherSide * (left + right) && heard.Count > 0 ? ChannelPlan.Split : ChannelPlan.Mixed;
    }
}
