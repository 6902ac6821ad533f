namespace VideoIndex.Ffmpeg.Tests.Running;

/// <summary>Tests that measure the whole program, and so run beside no other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
