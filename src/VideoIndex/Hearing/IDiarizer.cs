using VideoIndex.Timing;

namespace VideoIndex.Hearing;

/// <summary>Tells who speaks when in a sound, or at least where another may begin to.</summary>
public interface IDiarizer
{
    /// <summary>Divides a sound into stretches of one speaker each.</summary>
    /// <param name="sound">The sound.</param>
    /// <param name="speech">Where somebody speaks, in order, counted from the sound's beginning.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The stretches in order of their start; those of different speakers may overlap.</returns>
    /// <exception cref="Inference.ModelException">The model failed.</exception>
    Task<IReadOnlyList<SpeakerStretch>> DivideAsync(ISound sound, IReadOnlyList<MediaSpan> speech, CancellationToken cancellationToken);
}

/// <summary>A stretch in which one speaks, with the short pauses in between.</summary>
/// <param name="Span">When.</param>
/// <param name="Speaker">Who, by a name that holds within the sound (<c>speaker 2</c>); null where nobody claims to know.</param>
public readonly record struct SpeakerStretch(MediaSpan Span, string? Speaker);
