using VideoIndex.Hearing;

namespace VideoIndex.Speech.Voice;

/// <summary>
/// Cuts speech that is longer than a window in the last third of each: in the middle of the longest pause that was too short to end it, the last of
/// equals; where nobody pauses, at the quietest tenth of a second.
/// </summary>
internal sealed class LongSpeech(ISound sound, SpeechActivity activity, float ending, long window)
{
    private const int Hop = ISound.Rate / 50;
    private const int Hops = 5;

    public IEnumerable<SpeechStretch> Cut(SpeechStretch speech)
    {
        while (speech.Length > window)
        {
            var from = speech.First + (2 * window / 3);
            var at = Pause(from, speech.First + window) ?? Quietest(from, speech.First + window);
            yield return speech with { End = at };
            speech = speech with { First = at };
        }

        yield return speech;
    }

    private long? Pause(long from, long to)
    {
        var (best, bestLength, length) = (0L, 0L, 0L);
        for (var step = (from + SpeechActivity.Step - 1) / SpeechActivity.Step; (step + 1) * SpeechActivity.Step <= to; step++)
        {
            length = activity.Chances[(int)step] < ending ? length + 1 : 0;
            if (length > 0 && length >= bestLength)
            {
                (best, bestLength) = ((step + 1) * SpeechActivity.Step, length);
            }
        }

        return bestLength == 0 ? null : best - (bestLength * SpeechActivity.Step / 2);
    }

    private long Quietest(long from, long to)
    {
        var samples = new float[to - from];
        sound.Read(from, samples);
        var powers = samples.Chunk(Hop).Where(x => x.Length == Hop).Select(hop => hop.Sum(x => (double)x * x)).ToArray();
        var (best, least) = (to, double.PositiveInfinity);
        for (var hop = 0; hop + Hops <= powers.Length; hop++)
        {
            var power = powers.AsSpan(hop, Hops).ToArray().Sum();
            if (power <= least)
            {
                (best, least) = (from + (hop * Hop) + (Hops * Hop / 2), power);
            }
        }

        return best;
    }
}
