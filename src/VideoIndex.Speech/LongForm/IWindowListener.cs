using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Timing;

namespace VideoIndex.Speech.LongForm;

/// <summary>Listens to a sound window by window. One is used by one thread at a time.</summary>
public interface IWindowListener
{
    /// <summary>Gets how many frames the sound has, 10 ms each.</summary>
    int Frames { get; }

    /// <summary>Gets the most frames of a window: 3,000.</summary>
    int WindowFrames { get; }

    /// <summary>Gets the meaning of tokens.</summary>
    TokenMarks Marks { get; }

    /// <summary>Finds out which language is spoken in the first window.</summary>
    /// <returns>The language as the vocabulary names it, mostly ISO 639-1.</returns>
    string Language(CancellationToken cancellationToken);

    /// <summary>Writes down a window, trying again where the answer is no good.</summary>
    /// <param name="first">Its first frame.</param>
    /// <param name="frames">How many frames of sound it has, 1 or more; the rest of it is empty.</param>
    /// <param name="language">The language that is spoken.</param>
    /// <param name="prompt">What was said before, as tokens; the last of them are used.</param>
    /// <param name="cancellationToken">Stops it.</param>
    DecodedWindow Listen(int first, int frames, string language, IReadOnlyList<int> prompt, CancellationToken cancellationToken);

    /// <summary>Times the words of the window that was written down last.</summary>
    /// <param name="text">The tokens of its text alone.</param>
    /// <param name="frames">How many frames of sound it has.</param>
    /// <param name="language">The language that is spoken.</param>
    /// <returns>Its words, with times that count from the beginning of the window.</returns>
    IReadOnlyList<TimedWord> Words(IReadOnlyList<int> text, int frames, string language);

    /// <summary>Writes tokens as text, those of time marks left out.</summary>
    string Text(IReadOnlyList<int> tokens);
}

/// <summary>Where the kinds of tokens begin.</summary>
/// <param name="EndOfText">The end mark: tokens below it are text.</param>
/// <param name="TimestampBegin">The first time mark, for 0.00 s; each further one is 0.02 s later.</param>
public readonly record struct TokenMarks(int EndOfText, int TimestampBegin);
