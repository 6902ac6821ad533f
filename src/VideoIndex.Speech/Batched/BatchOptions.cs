using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Honesty;
using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Batched;

/// <summary>How windows are heard side by side.</summary>
public sealed record BatchOptions
{
    private const long BytesPerValue = 4;

    /// <summary>Gets the most windows that are heard side by side; 8 by default.</summary>
    public int Windows { get; init; } = 8;

    /// <summary>
    /// Gets how many bytes the keys and values of the decoder may take, those of windows and those of sequences each; 1 GiB by default. Large networks
    /// hear fewer windows side by side so as to keep to it, though one at least.
    /// </summary>
    public long Memory { get; init; } = 1L << 30;

    /// <summary>Gets when an answer is not good enough, and what is tried then.</summary>
    public FallbackOptions Fallback { get; init; } = new();

    /// <summary>Gets what is not believed.</summary>
    public HonestyRules Honesty { get; init; } = new();

    /// <summary>Returns how many windows a network hears side by side.</summary>
    /// <param name="shape">Its sizes.</param>
    /// <param name="beam">How many sequences are followed of each window.</param>
    internal int WindowsOf(NetworkShape shape, int beam)
    {
        var position = 2 * BytesPerValue * shape.Width * shape.DecoderLayers; // a key and a value in every layer
        var byWindows = Memory / (position * shape.Positions);
        var bySequences = Memory / (position * shape.TextLength * beam);
        return (int)Math.Clamp(Math.Min(byWindows, bySequences), 1, Math.Max(1, Windows));
    }
}
