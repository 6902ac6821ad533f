using VideoIndex.Hearing;
using VideoIndex.Timing;

namespace VideoIndex.SpeechServices.Sound;

/// <summary>A stretch of a sound that is heard by itself.</summary>
/// <param name="First">Its first sample.</param>
/// <param name="Length">How many samples it has.</param>
internal readonly record struct SoundPiece(long First, int Length)
{
    /// <summary>Gets the first sample after it.</summary>
    public long End => First + Length;

    /// <summary>Gets how long it is, exact.</summary>
    public MediaDuration Duration => new(new Rational(Length, ISound.Rate));

    /// <summary>Gets when it is heard, counted from the beginning of the whole sound.</summary>
    public MediaSpan Span => new(At(First), At(End));

    private static MediaTime At(long sample) => new(new Rational(sample, ISound.Rate));
}
