namespace VideoIndex.Speech.Voice;

/// <summary>A stretch of a sound: from a sample up to another that is no longer in it, 16,000 a second.</summary>
/// <param name="First">The first sample, from 0.</param>
/// <param name="End">The sample behind the last.</param>
public readonly record struct SpeechStretch(long First, long End)
{
    /// <summary>Gets how many samples it has.</summary>
    public long Length => End - First;

    /// <summary>Returns whether both have a sample in common.</summary>
    public bool Overlaps(SpeechStretch other) => First < other.End && other.First < End;
}
