using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Transcripts;

/// <summary>What is said in a video, by one author in one language.</summary>
/// <param name="Language">A language code as its source wrote it (<c>en</c>, <c>eng</c>, <c>ja</c>); null when unknown.</param>
/// <param name="Origin">Where the text comes from: a caption track, a side-car file, a speech model.</param>
/// <param name="Utterances">The utterances in order of their start.</param>
public sealed record Transcript(string? Language, Origin Origin, IReadOnlyList<Utterance> Utterances)
{
    /// <summary>Gets the number of the audio track that was heard, from 1; null for captions.</summary>
    public int? Track { get; init; }

    /// <summary>Gets the channel of that track, <c>left</c>, <c>right</c> or a number from 1; null where all were heard as one.</summary>
    public string? Channel { get; init; }

    /// <summary>Gets what else a person should know of how it was heard, a sentence each: that nobody speaks, what could not be heard.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets the id of the import it came in with; null for what was found here.</summary>
    public string? Import { get; init; }

    /// <summary>Returns whether another is the same author's word on the same sound, and gives way to this one.</summary>
    /// <remarks>
    /// A track heard as one and the same track heard channel by channel are two hearings of one sound. A model in another version is the same author;
    /// a service, or a program, that ran another model is another one.
    /// </remarks>
    public bool Replaces(Transcript other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Track is not null && other.Track == Track && AuthorOf(other.Origin) == AuthorOf(Origin)
            && (other.Channel == Channel || other.Channel is null || Channel is null);
    }

    private static (string Kind, string Name, string Model) AuthorOf(Origin origin) => (origin.Kind, origin.Name, origin.Kind == "model" ? "" : origin.Version);
}

/// <summary>Words said, or captioned, together.</summary>
/// <param name="Span">When they are said or shown.</param>
/// <param name="Text">The words as plain text: no markup, no control characters, lines joined by a newline.</param>
public sealed record Utterance(MediaSpan Span, string Text)
{
    /// <summary>Gets how sure the model is of it as a whole; null where nobody says, as with captions.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>Gets its words with their own times, in order; empty where there are none. Their texts joined are <see cref="Text"/>, spaces included.</summary>
    public IReadOnlyList<SpokenWord> Words { get; init; } = [];

    /// <summary>Gets who speaks, by a name that holds within one transcript (<c>left</c>, <c>speaker 2</c>); null where nobody knows.</summary>
    public string? Speaker { get; init; }

    /// <summary>Gets its language where it is not the transcript's own; null otherwise.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// Gets why it is not believed, one of <see cref="DropReasons"/>; null where it is. What is not believed is kept, and neither found nor shown
    /// unless asked for.
    /// </summary>
    public string? Dropped { get; init; }
}

/// <summary>A word with its time.</summary>
/// <param name="Span">When it is said.</param>
/// <param name="Text">The word, with the space before it where there is one, and the punctuation that clings to it.</param>
/// <param name="Confidence">How sure the model is of it.</param>
public readonly record struct SpokenWord(MediaSpan Span, string Text, Confidence Confidence)
{
    /// <summary>How sure a model has to be of a word, below which the word is marked as unsure wherever it is shown.</summary>
    /// <remarks>Even odds: below it, the model itself thinks another word likelier than not. It is not fitted to anything.</remarks>
    public static readonly Confidence Sure = new(0.5);

    /// <summary>Gets whether the model was not sure of it.</summary>
    public bool IsUnsure => Confidence < Sure;
}

/// <summary>Why what a model wrote is not believed.</summary>
public static class DropReasons
{
    /// <summary>The model itself says that nobody speaks.</summary>
    public const string NoSpeech = "no-speech";

    /// <summary>The same words over and over.</summary>
    public const string Loop = "loop";

    /// <summary>A phrase that models are known to make up where nobody speaks.</summary>
    public const string KnownPhrase = "known-phrase";

    /// <summary>It lies where the voice detector hears nobody.</summary>
    public const string Silence = "silence";

    /// <summary>Its words are too unlikely, or too short or long for what they say.</summary>
    public const string Unlikely = "unlikely";
}
