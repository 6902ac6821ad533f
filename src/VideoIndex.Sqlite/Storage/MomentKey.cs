using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Storage;

/// <summary>Gives out moment keys: 21 bits of video, 30 bits of milliseconds, 12 bits to tell apart what starts together.</summary>
/// <remarks>
/// Keys of one video rise in the order of start. Where more than 4096 things start in one millisecond, or a start lies
/// past six days, keys simply go on rising: the order stays right, only the milliseconds in the key no longer are.
/// The exact times beside the key are the truth.
/// </remarks>
internal sealed class MomentKey(long ordinal)
{
    /// <summary>How many of the low bits are not the video's ordinal.</summary>
    public const int BelowVideo = TimeBits + TieBits;

    /// <summary>How many of the low bits are not the milliseconds.</summary>
    public const int TieBits = 12;

    private const int TimeBits = 30;
    private const long LatestMillisecond = 1L << (TimeBits - 1); // the other half is room to go on rising

    private long _last = Whole(ordinal);

    /// <summary>Returns the key of the video itself, the first of its range.</summary>
    public static long Whole(long ordinal) => ordinal << BelowVideo;

    /// <summary>Returns the last key of a video's range.</summary>
    public static long Last(long ordinal) => Whole(ordinal + 1) - 1;

    /// <summary>Returns which video a key is of.</summary>
    public static long Ordinal(long key) => key >> BelowVideo;

    /// <summary>Returns the milliseconds in a key.</summary>
    public static long Millisecond(long key) => (key >> TieBits) & ((1L << TimeBits) - 1);

    /// <summary>Returns whether a key is a video's own.</summary>
    public static bool IsWhole(long key) => key == Whole(Ordinal(key));

    /// <summary>Returns the next key; starts must be given in rising order.</summary>
    public long Next(MediaTime start)
    {
        var slot = Math.Clamp(start.Milliseconds(), 0, LatestMillisecond);
        _last = Math.Max(_last + 1, Whole(ordinal) | slot << TieBits);
        return _last;
    }
}
