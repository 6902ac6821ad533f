namespace VideoIndex.Copies;

/// <summary>How alike pictures and sounds must be to be called the same. docs/copies.md says how the defaults were chosen.</summary>
public sealed record CopyOptions
{
    /// <summary>How many of 64 waves two prints may differ in and still be compared.</summary>
    internal const int MostDifferent = 16;

    /// <summary>In how many windows there must be a change to compare: with half a second before the first, two and a half seconds.</summary>
    internal const int LeastChanges = 5;

    /// <summary>How much must move: see <see cref="Pictures.Matching.Agreement.Liveliness"/>.</summary>
    internal const int LeastLiveliness = 2;

    /// <summary>How much moves on a fixed camera at most, and in pictures that are cut or carried about at least.</summary>
    internal const int Quiet = 300, Busy = 1000;

    /// <summary>Gets how alike the pictures must be on average, from 0 to 1000.</summary>
    /// <value>The default is 700.</value>
    public int LeastLook { get; init; } = 700;

    /// <summary>Gets how alike the changes of lively pictures must be, from 0 to 1000.</summary>
    /// <value>The default is 700.</value>
    public int LeastChange { get; init; } = 700;

    /// <summary>Gets how alike the changes must be where little moves, from 0 to 1000; in between, in between.</summary>
    /// <value>The default is 890.</value>
    public int LeastChangeWhereQuiet { get; init; } = 890;

    /// <summary>Gets how much better the changes must agree here than a second or more away, from 0 to 1000.</summary>
    /// <value>The default is 150. What looks the same at every moment is no evidence of being the same moment.</value>
    public int LeastLead { get; init; } = 150;

    /// <summary>Gets how many of a sound's bits may differ, in thousandths; 500 is chance.</summary>
    /// <value>The default is 250.</value>
    public int MostWrongSound { get; init; } = 250;
}
