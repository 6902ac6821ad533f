using VideoIndex.Timing;

namespace VideoIndex.Copies.Pictures.Matching;

/// <summary>A stretch of one video that another shows too.</summary>
/// <param name="Path">Which tick of the other shows the same, at every print of the stretch.</param>
/// <param name="Mirrored">Whether the other is mirrored.</param>
/// <param name="Agreement">How well they agree.</param>
/// <param name="Lead">How much better the changes agree so than a second or more earlier or later, from -2000 to 2000.</param>
/// <param name="Percent">How much of the one's width the other shows; below 100, one was cropped.</param>
internal sealed record PictureMatch(IReadOnlyList<(int Here, int There)> Path, bool Mirrored, Agreement Agreement, int Lead, int Percent)
{
    // Fewer windows in which something moves say nothing of how steady that is.
    private const int FewLively = 4;

    // Each end of a path is right to two ticks, and over less than ten seconds that says little of the speed.
    private const int Unsure = 4, LeastTicks = 10 * Reel.TicksPerSecond;

    /// <summary>Gets the first tick, here and there.</summary>
    public (int Here, int There) First => Path[0];

    /// <summary>Gets the first tick after it, here and there.</summary>
    public (int Here, int There) End => (Path[^1].Here + Reel.WindowTicks, Path[^1].There + Reel.WindowTicks);

    /// <summary>Gets how fast the other passes while this one plays; 1 where the two differ by less than can be told.</summary>
    public Rational Speed
    {
        get
        {
            var (here, there) = (Path[^1].Here - Path[0].Here, Path[^1].There - Path[0].There);
            return here < LeastTicks || Math.Abs(here - there) <= Math.Max(Unsure, here / 100) ? new Rational(1, 1) : new Rational(there, here);
        }
    }

    /// <summary>Returns whether that is enough to call it the same pictures.</summary>
    public bool Suffices(CopyOptions options) =>
        Agreement.Look >= options.LeastLook && Accord >= LeastChange(options) && Lead >= options.LeastLead
        && Agreement.Changes >= CopyOptions.LeastChanges && Agreement.Liveliness >= CopyOptions.LeastLiveliness;

    // Of the same frames every change agrees; of two passers-by one does and another does not.
    private int Accord => Agreement.Lively < FewLively ? Agreement.Change : Math.Min(Agreement.Change, (Agreement.Change + Agreement.Steadiness) / 2);

    // The less happens, the better must it agree, for on a fixed camera one passer-by is much like another. But where next to
    // nothing moves, rounding to whole steps of brightness is part of the change: a liveliness of about 1.
    private int LeastChange(CopyOptions options)
    {
        var (busy, live) = (CopyOptions.Busy - CopyOptions.Quiet, Agreement.Liveliness);
        var quiet = Math.Clamp(CopyOptions.Busy - live, 0, busy);
        var least = options.LeastChange + (options.LeastChangeWhereQuiet - options.LeastChange) * quiet / busy;
        return (int)(least * live / (live + 1));
    }
}
