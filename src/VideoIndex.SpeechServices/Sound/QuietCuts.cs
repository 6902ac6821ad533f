using VideoIndex.Hearing;

namespace VideoIndex.SpeechServices.Sound;

/// <summary>Cuts a sound that is too long to be sent at once where it is quietest, so that no word is cut in two if that can be helped.</summary>
internal static class QuietCuts
{
    private const int Frame = ISound.Rate / 50; // 20 ms

    private const int Lull = 15; // frames that must be quiet together: 0.3 s, longer than the closure inside a word

    /// <summary>Returns the pieces, which touch and cover the sound.</summary>
    /// <param name="sound">The sound.</param>
    /// <param name="first">The first sample of the first piece.</param>
    /// <param name="longest">The most samples a piece may have.</param>
    public static IEnumerable<SoundPiece> Of(ISound sound, long first, int longest)
    {
        while (first < sound.Length)
        {
            var rest = sound.Length - first;
            var length = rest <= longest ? (int)rest : CutWithin(sound, first, longest);
            yield return new SoundPiece(first, length);
            first += length;
        }
    }

    // The middle of the quietest lull in the last fifth of what a piece may have, at most half a minute; of two alike the later.
    private static int CutWithin(ISound sound, long first, int longest)
    {
        var searched = Math.Min(longest / 5, 30 * ISound.Rate) / Frame * Frame;
        if (searched < Lull * Frame)
        {
            return longest;
        }

        var start = longest - searched;
        var powers = Powers(sound, first + start, searched / Frame);
        var (best, least) = (0, double.PositiveInfinity);
        for (var at = 0; at + Lull <= powers.Length; at++)
        {
            var power = 0.0;
            foreach (var one in powers.AsSpan(at, Lull))
            {
                power += one;
            }

            (best, least) = power <= least ? (at, power) : (best, least);
        }

        return start + best * Frame + Lull * Frame / 2;
    }

    private static double[] Powers(ISound sound, long first, int frames)
    {
        var powers = new double[frames];
        var samples = new float[Frame];
        for (var frame = 0; frame < frames; frame++)
        {
            sound.Read(first + (long)frame * Frame, samples);
            foreach (var sample in samples)
            {
                powers[frame] += (double)sample * sample;
            }
        }

        return powers;
    }
}
