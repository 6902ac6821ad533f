namespace VideoIndex.Speech.Decoding.Rules;

/// <summary>
/// Keeps times in order: they come in pairs, but before the end; they do not fall, and a segment is not empty; the first token is one. Where all times
/// together are likelier than any one word, a time it is. After <c>ApplyTimestampRules</c> of OpenAI's <c>decoding.py</c>, and to be applied last.
/// </summary>
/// <param name="first">The token of 0.00; every token from there on is a time.</param>
/// <param name="endOfText">The first token that is not text.</param>
/// <param name="noTimestamps">The mark that asks for no times, which is never written.</param>
/// <param name="maxInitial">The greatest time that may come first, in steps of 20 ms; null for any.</param>
internal sealed class TimestampRules(int first, int endOfText, int noTimestamps, int? maxInitial) : ILogitRule
{
    private const float Never = float.NegativeInfinity;

    /// <summary>Returns a greatest first time in steps of 20 ms, a half rounded to even; null, for any, where none or 0 is named.</summary>
    public static int? StepsOf(double? seconds) =>
        seconds is { } named and not 0 ? (int)Math.Round(named / 0.02, MidpointRounding.ToEven) : null;

    /// <inheritdoc/>
    public void Apply(Span<float> logits, ReadOnlySpan<int> written)
    {
        logits[noTimestamps] = Never;
        if (written.IsEmpty)
        {
            logits[..first].Fill(Never);
            logits[(int)Math.Min(logits.Length, (long)first + (maxInitial ?? logits.Length) + 1)..].Fill(Never);
        }
        else
        {
            KeepOrder(logits, written);
        }

        if (Logits.LogSumExp(logits[first..]) > Logits.Max(logits[..first]))
        {
            logits[..first].Fill(Never);
        }
    }

    private void KeepOrder(Span<float> logits, ReadOnlySpan<int> written)
    {
        var closes = written[^1] >= first;
        var opens = closes && (written.Length < 2 || written[^2] >= first);
        if (opens)
        {
            logits[first..].Fill(Never);
        }
        else if (closes)
        {
            logits[..endOfText].Fill(Never);
        }

        var last = written.Length - 1;
        while (last >= 0 && written[last] < first)
        {
            last--;
        }

        if (last >= 0)
        {
            var lowest = closes && !opens ? written[last] : written[last] + 1;
            logits[first..lowest].Fill(Never);
        }
    }
}
