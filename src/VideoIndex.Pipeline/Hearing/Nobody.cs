using VideoIndex.Hearing;

namespace VideoIndex.Pipeline.Hearing;

/// <summary>Nobody who listens: for programs that were told so, and for those that only read.</summary>
public sealed class Nobody : ITranscribers
{
    /// <inheritdoc/>
    public string Missing => "What is said was not written down: nobody was asked to listen. Run: videoindex listen";

    /// <inheritdoc/>
    public ITranscriber Open() => throw new InvalidOperationException(Missing);
}
