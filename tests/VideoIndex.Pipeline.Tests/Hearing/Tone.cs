using VideoIndex.Hearing;

namespace VideoIndex.Pipeline.Tests.Hearing;

/// <summary>Draws sound a stub hears words in.</summary>
internal static class Tone
{
    /// <summary>Returns silence with a tone of a tenth of a second at each second given, and a second more; a pitch of 0 is silence.</summary>
    public static short[] At(params (int Second, double Hertz)[] tones)
    {
        var sound = new short[(tones.Max(tone => tone.Second) + 1) * ISound.Rate];
        foreach (var (second, hertz) in tones)
        {
            for (var at = 0; at < ISound.Rate / 10; at++)
            {
                sound[second * ISound.Rate + at] = (short)(12_000 * Math.Sin(2 * Math.PI * hertz * (at + 0.5) / ISound.Rate));
            }
        }

        return sound;
    }
}
