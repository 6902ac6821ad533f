using VideoIndex.Hearing;
using VideoIndex.Pipeline.Hearing;

namespace VideoIndex.Cli.Commands.Hearing;

/// <summary>Who listens to what, and how, as it was typed.</summary>
/// <param name="Transcribers">Who listens.</param>
/// <param name="When">When.</param>
/// <param name="Options">How.</param>
internal sealed record Ears(ITranscribers Transcribers, ListenWhen When, TranscriptionOptions Options)
{
    /// <summary>Gets nobody.</summary>
    public static Ears Shut { get; } = new(new Nobody(), ListenWhen.Never, new TranscriptionOptions());

    /// <summary>Gets the words a person listed that may be said.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Gets whether the names of the library's brands may be said; true by default.</summary>
    public bool KnowBrands { get; init; } = true;
}
