namespace VideoIndex.Copies.Pictures;

/// <summary>A stretch of one video that another shows too.</summary>
/// <param name="Path">Which tick of the other shows the same, at every print of the stretch.</param>
/// <param name="Mirrored">Whether the other is mirrored.</param>
/// <param name="Agreement">How well they agree.</param>
/// <param name="Lead">How much better the changes agree so than a second or more earlier or later, from -2000 to 2000.</param>
/// <param name="Percent">How much of the one's width the other shows; below 100, one was cropped.</param>
internal sealed record PictureMatch(IReadOnlyList<(int Here, int There)> Path, bool Mirrored, Agreement Agreement, int Lead, int Percent)
{
    /// <summary>Gets the first tick, here and there.</summary>
    public (int Here, int There) First => Path[0];

    /// <summary>Gets the first tick after it, here and there.</summary>
    public (int Here, int There) End => (Path[^1].Here + Reel.WindowTicks, Path[^1].There + Reel.WindowTicks);

    /// <summary>Returns whether that is enough to call it the same pictures.</summary>
    public bool Suffices(CopyOptions options) =>
        Agreement.Look >= options.LeastLook && Agreement.Change >= LeastChange(options) && Lead >= options.LeastLead
        && Agreement.Changes >= CopyOptions.LeastChanges && Agreement.Liveliness >= CopyOptions.LeastLiveliness;

    // The less happens, the better it must agree: on a fixed camera one passer-by is much like another.
    private int LeastChange(CopyOptions options)
    {
        var quiet = Math.Clamp(CopyOptions.Busy - Agreement.Liveliness, 0, CopyOptions.Busy - CopyOptions.Quiet);
        return options.LeastChange + (int)((options.LeastChangeWhereQuiet - options.LeastChange) * quiet / (CopyOptions.Busy - CopyOptions.Quiet));
    }
}
