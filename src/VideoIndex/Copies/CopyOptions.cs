namespace VideoIndex.Copies;

/// <summary>How alike pictures and sounds must be to be called the same. docs/copies.md says how the defaults were chosen.</summary>
public sealed record CopyOptions
{
    /// <summary>How many of 64 waves two prints may differ in and still be compared.</summary>
    internal const int MostDifferent = 16;

    /// <summary>In how many windows something must move.</summary>
    internal const int LeastChanges = 6;

    /// <summary>How much must move: see <see cref="Pictures.Agreement.Liveliness"/>.</summary>
    internal const int LeastLiveliness = 40;

    /// <summary>Gets how alike the pictures must be on average, from 0 to 1000.</summary>
    /// <value>The default is 800.</value>
    public int LeastLook { get; init; } = 800;

    /// <summary>Gets how alike the changes of the pictures must be, from 0 to 1000.</summary>
    /// <value>The default is 550.</value>
    public int LeastChange { get; init; } = 550;

    /// <summary>Gets how much better the changes must agree here than a second or more away, from 0 to 1000.</summary>
    /// <value>The default is 200. What looks the same at every moment is no evidence of being the same moment.</value>
    public int LeastLead { get; init; } = 200;

    /// <summary>Gets how many of a sound's bits may differ, in thousandths; 500 is chance.</summary>
    /// <value>The default is 250.</value>
    public int MostWrongSound { get; init; } = 250;
}
