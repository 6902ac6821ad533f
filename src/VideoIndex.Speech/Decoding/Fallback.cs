using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Decoding;

/// <summary>When an answer is not good enough, and what is tried then.</summary>
public sealed record FallbackOptions
{
    /// <summary>Gets the temperatures that are tried, in this order; 0, 0.2, 0.4, 0.6, 0.8 and 1 by default, and at least one.</summary>
    public IReadOnlyList<double> Temperatures { get; init; } = [0, 0.2, 0.4, 0.6, 0.8, 1];

    /// <summary>Gets the compression ratio above which an answer is a loop; 2.4 by default, null for no such test.</summary>
    public double? CompressionRatio { get; init; } = 2.4;

    /// <summary>Gets the average log-probability below which an answer is too unlikely; -1 by default, null for no such test.</summary>
    public double? AverageLogProbability { get; init; } = -1;

    /// <summary>Gets the no-speech probability above which an unlikely answer is silence, which need not be tried again; 0.6 by default, null for never.</summary>
    public double? NoSpeech { get; init; } = 0.6;

    /// <summary>Returns whether an answer is so bad that another temperature is to be tried.</summary>
    public bool Fails(DecodedWindow answer)
    {
        var unlikely = answer.AverageLogProbability < AverageLogProbability;
        var silent = unlikely && answer.NoSpeechProbability > NoSpeech;
        return (unlikely || answer.CompressionRatio > CompressionRatio) && !silent;
    }
}

/// <summary>
/// Writes down windows, and again at a higher temperature those whose answer is a loop or too unlikely. The last answer stands when all fail. After
/// <c>decode_with_fallback</c> of OpenAI's <c>transcribe.py</c>; here the windows that fail are decoded again side by side.
/// </summary>
/// <param name="decoder">Writes down a window once.</param>
/// <param name="options">When an answer fails.</param>
public sealed class Fallback(IWindowDecoder decoder, FallbackOptions options)
{
    /// <summary>Writes down windows.</summary>
    /// <param name="speech">What was encoded.</param>
    /// <param name="windows">Which of its windows.</param>
    /// <param name="decoding">How; its temperature is not used. Beam and patience hold at temperature 0 only, best-of above it only.</param>
    /// <param name="cancellationToken">Stops it between two tokens.</param>
    /// <returns>What is said in each, in the order of <paramref name="windows"/>.</returns>
    public IReadOnlyList<DecodedWindow> Decode(
        IEncodedSpeech speech, IReadOnlyList<WindowToDecode> windows, DecodingOptions decoding, CancellationToken cancellationToken)
    {
        var answers = new DecodedWindow[windows.Count];
        var open = Enumerable.Range(0, windows.Count).ToList();
        foreach (var temperature in options.Temperatures)
        {
            if (open.Count == 0)
            {
                break;
            }

            var found = decoder.Decode(speech, [.. open.Select(at => windows[at])], At(temperature, decoding), cancellationToken);
            for (var at = 0; at < open.Count; at++)
            {
                answers[open[at]] = found[at];
            }

            open.RemoveAll(at => !options.Fails(answers[at]));
        }

        return answers;
    }

    private static DecodingOptions At(double temperature, DecodingOptions decoding) => temperature > 0
        ? decoding with { Temperature = temperature, Beam = null, Patience = null }
        : decoding with { Temperature = temperature, BestOf = null };
}
