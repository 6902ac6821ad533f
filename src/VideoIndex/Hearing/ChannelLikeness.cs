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
/// Power and likeness of the channels are compared in windows of 100 ms. In stereo, whoever speaks is heard on both; where speakers are split, most windows in
/// which somebody is heard are either one channel's alone, by 10 dB, or unlike on the two, for people who speak at once say different
/// things. A third at least must be one channel's alone, and not always the same one's: wide music is unlike, too, but plays on both.
/// </remarks>
public sealed class ChannelLikeness
{
    // How many times as much power one channel has where it alone speaks: 10 dB, what a neighbour's microphone picks up at most.
    private const float Apart = 10;

    private const int Size = ISound.Rate / 10;
    private const double Silent = 1e-3, Audible = 1e-2, Loud = 0.9, Unlike = 0.3;
    private const double MostWindows = 0.7, AloneWindows = 1 / 3.0, EitherSide = 0.1;

    private readonly List<Window> _windows = [];
    private double _left, _right, _both;
    private int _count;

    /// <summary>Adds samples of both channels, those of each instant together, the left first.</summary>
    /// <param name="samples">An even number of them.</param>
    public void Add(ReadOnlySpan<short> samples)
    {
        for (var at = 0; at + 1 < samples.Length; at += 2)
        {
            double left = samples[at], right = samples[at + 1];
            _left += left * left;
            _right += right * right;
            _both += left * right;
            if (++_count == Size)
            {
                _windows.Add(new Window((float)_left, (float)_right, (float)_both));
                (_left, _right, _both, _count) = (0, 0, 0, 0);
            }
        }
    }

    /// <summary>Gets how much of the power of both the first has, in thousandths; 0 where all is silent.</summary>
    public int ShareOfFirst => (int)(1000 * Share);

    private double Share
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
        var share = Share;
        if (_windows.TrueForAll(window => window.Louder <= 0))
        {
            return ChannelPlan.Mixed;
        }

        return share < Silent ? ChannelPlan.RightAlone
            : share > 1 - Silent ? ChannelPlan.LeftAlone
            : AreSplit() ? ChannelPlan.Split
            : ChannelPlan.Mixed;
    }

    private bool AreSplit()
    {
        var loudness = _windows.Select(window => window.Louder).Order().ToList();
        var floor = loudness[(int)((loudness.Count - 1) * Loud)] * Audible;
        var heard = _windows.Where(window => window.Louder > floor).ToList();
        var (left, right) = (heard.Count(window => window.IsLeft), heard.Count(window => window.IsRight));
        return heard.Count(window => window.IsLeft || window.IsRight || window.IsUnlike) >= MostWindows * heard.Count
            && left + right >= AloneWindows * heard.Count
            && Math.Min(left, right) >= EitherSide * (left + right);
    }

    private readonly record struct Window(float Left, float Right, float Both)
    {
        public float Louder => Math.Max(Left, Right);

        public bool IsLeft => Left > Right * Apart;

        public bool IsRight => Right > Left * Apart;

        public bool IsUnlike => Math.Abs(Both) < Unlike * Math.Sqrt((double)Left * Right);
    }
}
