namespace VideoIndex.Speech.Voice;

/// <summary>How likely it is, over the whole of a sound, that somebody speaks.</summary>
/// <param name="Length">How many samples the sound has.</param>
/// <param name="Chances">For each 512 samples, 32 ms, from 0 to 1; the last may be of fewer, with silence behind them.</param>
public sealed record SpeechActivity(long Length, IReadOnlyList<float> Chances)
{
    /// <summary>The samples of a chance.</summary>
    public const int Step = 512;

    /// <summary>Lists where somebody speaks, in order and apart: as Silero's own <c>get_speech_timestamps</c>, version 6, without its longest speech.</summary>
    /// <param name="options">How long speech and silence must be.</param>
    public IReadOnlyList<SpeechStretch> Stretches(VoiceOptions options)
    {
        var found = new List<SpeechStretch>();
        long? first = null, silent = null;
        for (var i = 0; i < Chances.Count; i++)
        {
            var (chance, at) = (Chances[i], (long)i * Step);
            if (chance >= options.Threshold)
            {
                (first, silent) = (first ?? at, null);
            }
            else if (first is not null && chance < options.Ending)
            {
                silent ??= at;
                if (at - silent >= options.MinimumSilence)
                {
                    Add(found, first.Value, silent.Value, options);
                    (first, silent) = (null, null);
                }
            }
        }

        if (first is not null)
        {
            Add(found, first.Value, Length, options);
        }

        return Padded(found, options.Padding);
    }

    /// <summary>Returns how much of a stretch is speech, from 0 to 1; 0 for an empty one.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="speech">Where somebody speaks, in order and apart.</param>
    public static double Share(SpeechStretch stretch, IReadOnlyList<SpeechStretch> speech)
    {
        var spoken = speech.Sum(x => Math.Max(0, Math.Min(x.End, stretch.End) - Math.Max(x.First, stretch.First)));
        return stretch.Length <= 0 ? 0 : (double)spoken / stretch.Length;
    }

    private static void Add(List<SpeechStretch> found, long first, long end, VoiceOptions options)
    {
        if (end - first > options.MinimumSpeech)
        {
            found.Add(new SpeechStretch(first, end));
        }
    }

    private List<SpeechStretch> Padded(List<SpeechStretch> found, long padding)
    {
        for (var i = 0; i < found.Count && padding > 0; i++)
        {
            var before = i == 0 ? Math.Min(padding, found[0].First) : 0;
            var gap = i + 1 < found.Count ? found[i + 1].First - found[i].End : Length - found[i].End;
            var shared = i + 1 < found.Count && gap < 2 * padding ? gap / 2 : Math.Min(padding, gap);
            found[i] = new SpeechStretch(found[i].First - before, found[i].End + shared);
            if (i + 1 < found.Count)
            {
                found[i + 1] = found[i + 1] with { First = found[i + 1].First - shared };
            }
        }

        return found;
    }
}
