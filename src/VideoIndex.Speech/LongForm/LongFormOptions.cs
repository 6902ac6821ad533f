using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Timing;

namespace VideoIndex.Speech.LongForm;

/// <summary>How a long sound is walked through; the defaults are those of the official program.</summary>
public sealed record LongFormOptions
{
    /// <summary>Gets the language that is spoken; null, the default, where the first window is to tell.</summary>
    public string? Language { get; init; }

    /// <summary>Gets what makes a window silent: its no-speech probability and its average log-probability.</summary>
    public FallbackOptions Thresholds { get; init; } = new();

    /// <summary>Gets whether what was said before is told to the next window; true by default.</summary>
    public bool ConditionOnPrevious { get; init; } = true;

    /// <summary>Gets what is told to the first window as if said before, as tokens; empty by default.</summary>
    public IReadOnlyList<int> InitialPrompt { get; init; } = [];

    /// <summary>Gets whether <see cref="InitialPrompt"/> is told to every window; false by default.</summary>
    public bool CarryInitialPrompt { get; init; }

    /// <summary>Gets the most tokens that a prompt is made of where one is carried: 223, half of what a network can hold, less one.</summary>
    public int PromptLength { get; init; } = 223;

    /// <summary>Gets whether words get their own times; false by default.</summary>
    public bool WordTimes { get; init; }

    /// <summary>Gets which marks cling to words.</summary>
    public Punctuation Punctuation { get; init; } = Punctuation.Usual;

    /// <summary>
    /// Gets where to listen: starts and ends in turn, in seconds; a last start without an end goes on to the end of the sound, and so does an end behind
    /// it. By default all of it.
    /// </summary>
    public IReadOnlyList<double> Clips { get; init; } = [];

    /// <summary>
    /// Gets above how many seconds of silence around words that look made up these are passed over and listened to again; null, the default, for never.
    /// It needs <see cref="WordTimes"/>.
    /// </summary>
    public double? HallucinationSilence { get; init; }
}
