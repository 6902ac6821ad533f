using VideoIndex.Inference;
using VideoIndex.Tags;

namespace VideoIndex.Vision.ScreenText.Reading;

/// <summary>The models a reader reads with.</summary>
/// <param name="Origin">Who says what the words are.</param>
/// <param name="Lines">Reads lines.</param>
/// <param name="Letters">What it calls its letters, in its own order; the first is none.</param>
/// <param name="Direction">Says whether a line stands on its head; null for nothing that does.</param>
internal sealed record TextModels(Origin Origin, IModelSession Lines, IReadOnlyList<string> Letters, IModelSession? Direction) : IDisposable
{
    /// <summary>Gets what says where words stand; null for nothing that does.</summary>
    public IModelSession? Places { get; init; }

    /// <summary>Gets the language the letters are of, as ISO 639-2; null where the model's card does not say.</summary>
    public string? Language { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Lines.Dispose();
        Direction?.Dispose();
        Places?.Dispose();
    }
}
