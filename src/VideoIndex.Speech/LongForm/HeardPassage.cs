using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Timing;

namespace VideoIndex.Speech.LongForm;

/// <summary>A passage, and the window it was heard in.</summary>
/// <param name="Passage">What is said.</param>
/// <param name="Window">What was written down of the whole window.</param>
/// <param name="First">The window's first frame, from 0, 10 ms each.</param>
public sealed record HeardPassage(Passage Passage, DecodedWindow Window, int First)
{
    /// <summary>Gets whether its window was passed over as silent: the official program forgets such text.</summary>
    public bool Skipped { get; init; }
}
