using VideoIndex.Tags;
using VideoIndex.Transcripts;

namespace VideoIndex.Hearing;

/// <summary>Writes down what is said in a sound, one sound at a time.</summary>
public interface ITranscriber : IDisposable
{
    /// <summary>Gets who does: the model with its version, or the service.</summary>
    Origin Origin { get; }

    /// <summary>Writes down one sound, from end to end.</summary>
    /// <param name="sound">The sound.</param>
    /// <param name="options">How it is to be heard.</param>
    /// <param name="progress">Is told now and then how many samples are done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What is said, with spans that count from the sound's own beginning.</returns>
    /// <exception cref="Inference.ModelException">The model failed.</exception>
    Task<SpokenText> TranscribeAsync(ISound sound, TranscriptionOptions options, IProgress<long> progress, CancellationToken cancellationToken);
}

/// <summary>Opens a transcriber.</summary>
public interface ITranscribers
{
    /// <summary>Gets why there is none here, as a sentence that says what to run; null when there is one.</summary>
    string? Missing { get; }

    /// <summary>Opens one; to be asked only when none is missing.</summary>
    /// <exception cref="Inference.ModelException">The model cannot be run after all.</exception>
    ITranscriber Open();
}

/// <summary>How a sound is to be heard.</summary>
public sealed record TranscriptionOptions
{
    /// <summary>Gets the language that is spoken, as ISO 639-1 (<c>de</c>); null where it is to be found out.</summary>
    public string? Language { get; init; }

    /// <summary>Gets whether the language is found out anew for every stretch of speech, and not once for the sound; false by default.</summary>
    public bool LanguageByStretch { get; init; }

    /// <summary>Gets whether what is said is written down in English; false by default.</summary>
    public bool Translate { get; init; }

    /// <summary>Gets names and words that may be said and are to be spelled so: brands, people; empty by default.</summary>
    public IReadOnlyList<string> Glossary { get; init; } = [];

    /// <summary>Gets words that are taken as said before the sound begins, for style and context; empty by default.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>Gets whether what was said before helps to understand what comes next; false by default, for a mistake then spreads.</summary>
    public bool ConditionOnPrevious { get; init; }

    /// <summary>Gets how many readings are followed side by side, from 1 (greedy) to 8; 1 by default.</summary>
    public int Beam { get; init; } = 1;

    /// <summary>Gets whether every word gets its own time; true by default.</summary>
    public bool WordTimes { get; init; } = true;
}

/// <summary>What is said in a sound.</summary>
/// <param name="Language">The language that is spoken most, as ISO 639-1; null where nothing is said.</param>
/// <param name="Utterances">What is said, in order of its start, what was dropped among it (<see cref="Utterance.Dropped"/>).</param>
public sealed record SpokenText(string? Language, IReadOnlyList<Utterance> Utterances)
{
    /// <summary>Gets how long somebody speaks, in samples.</summary>
    public long Speech { get; init; }

    /// <summary>Gets what could not be heard, a sentence each.</summary>
    public IReadOnlyList<string> Complaints { get; init; } = [];

    /// <summary>Gets what a person ought to know of how it was heard, a sentence each: that sound left this machine, and what it cost.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets what a service was given to hear it; null where no sound left this machine.</summary>
    public ServiceUse? Use { get; init; }
}
