namespace VideoIndex.Ffmpeg.Tests.Hostile;

/// <summary>One kind of file that has hurt someone, or looks as if it could.</summary>
/// <param name="Kind">Its name in the table.</param>
/// <param name="MakeAsync">Makes it and returns its path.</param>
internal sealed record HostileFile(string Kind, Func<Workshop, Task<string>> MakeAsync)
{
    public HostileFile(string kind, Func<Workshop, string> make)
        : this(kind, shop => Task.FromResult(make(shop)))
    {
    }

    /// <summary>Gets what happens to the file after it was hashed and before anything else looks at it.</summary>
    public Action<string>? BeforeProbe { get; init; }
}
