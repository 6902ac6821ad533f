namespace VideoIndex.Jobs;

/// <summary>The store could not do what was asked. Whether it did so all the same is not said: ask again, and the fence decides.</summary>
/// <param name="code">A stable machine-readable code: <c>library-full</c>, <c>library-busy</c>.</param>
/// <param name="sentence">One plain sentence for people.</param>
/// <param name="cause">What the technology said, if it did.</param>
public abstract class StoreException(string code, string sentence, Exception? cause) : Exception(sentence, cause)
{
    /// <summary>Gets the machine-readable code.</summary>
    public string Code { get; } = code;

    /// <summary>Gets whether trying again may help: it may where the disk was full or somebody else was writing.</summary>
    public abstract FailureKind Kind { get; }
}
