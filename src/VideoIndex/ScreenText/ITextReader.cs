using VideoIndex.Looks;
using VideoIndex.Tags;

namespace VideoIndex.ScreenText;

/// <summary>Reads words in small pictures. One is used by one thread at a time.</summary>
public interface ITextReader : IDisposable
{
    /// <summary>Gets who says what the words are: the engine, with its version and the languages it reads.</summary>
    Origin Origin { get; }

    /// <summary>Reads a crop.</summary>
    /// <param name="crop">A picture of a line of words, as <see cref="SpottedText.Crops"/> describes it.</param>
    /// <returns>The words, in reading order; empty where there are none.</returns>
    IReadOnlyList<ReadWord> Read(GrayPicture crop);
}

/// <summary>Opens readers.</summary>
public interface ITextReaders
{
    /// <summary>Gets why there is no reader here, as a sentence that says what to install; null when there is one.</summary>
    string? Missing { get; }

    /// <summary>Gets sentences about languages that were asked for and are not installed.</summary>
    IReadOnlyList<string> Notes { get; }

    /// <summary>Opens a reader; to be asked only when none is missing.</summary>
    ITextReader Open();
}

/// <summary>A word as it was read.</summary>
/// <param name="Text">The word.</param>
/// <param name="Confidence">How sure the engine is.</param>
/// <param name="Left">Where it begins, in pixels of the crop.</param>
/// <param name="Top">Where it begins, in pixels of the crop.</param>
/// <param name="Width">How wide it is, in pixels of the crop.</param>
/// <param name="Height">How high it is, in pixels of the crop.</param>
/// <param name="Language">The language it was read in, as ISO 639-2; null when the engine does not say.</param>
public sealed record ReadWord(string Text, Confidence Confidence, int Left, int Top, int Width, int Height, string? Language = null);
