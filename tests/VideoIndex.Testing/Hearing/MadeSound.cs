using VideoIndex.Hearing;

namespace VideoIndex.Testing.Hearing;

/// <summary>Sounds in which nobody speaks, made by rule: the same seed gives the same sound.</summary>
public static class MadeSound
{
    public static ArraySound Tone(double seconds, double hertz, float loud = 0.5f) =>
        Of(seconds, time => loud * Math.Sin(2 * Math.PI * hertz * time));

    /// <summary>A tone that climbs from one pitch to another.</summary>
    public static ArraySound Sweep(double seconds, double from, double to, float loud = 0.5f) =>
        Of(seconds, time => loud * Math.Sin(2 * Math.PI * ((from * time) + ((to - from) * time * time / (2 * seconds)))));

    public static ArraySound WhiteNoise(double seconds, int seed, float loud = 0.3f)
    {
        var random = new Random(seed);
        return Of(seconds, _ => loud * ((2 * random.NextDouble()) - 1));
    }

    /// <summary>Noise of equal power in every octave: the sum of slower and slower random steps (R. Voss and J. Clarke, 1978).</summary>
    public static ArraySound PinkNoise(double seconds, int seed, float loud = 0.3f)
    {
        var random = new Random(seed);
        var rows = new double[14];
        var count = 0;
        return Of(seconds, _ =>
        {
            rows[Math.Min(rows.Length - 1, int.TrailingZeroCount(++count))] = (2 * random.NextDouble()) - 1;
            return loud * rows.Sum() / Math.Sqrt(rows.Length);
        });
    }

    /// <summary>Chords of plucked strings that change twice a second, and a drum on every beat.</summary>
    public static ArraySound Music(double seconds, int seed, float loud = 0.5f)
    {
        var random = new Random(seed);
        var chords = Enumerable.Range(0, (int)(2 * seconds) + 1)
            .Select(_ => Enumerable.Range(0, 3).Select(_ => 110 * Math.Pow(2, random.Next(0, 25) / 12.0)).ToArray()).ToArray();
        return Of(seconds, time =>
        {
            var since = time % 0.5;
            var strings = chords[(int)(2 * time)].Sum(pitch =>
                Enumerable.Range(1, 6).Sum(n => Math.Sin(2 * Math.PI * pitch * n * time) / n) * Math.Exp(-3 * since));
            var drum = Math.Sin(2 * Math.PI * 60 * since) * Math.Exp(-20 * since);
            var brush = ((2 * random.NextDouble()) - 1) * Math.Exp(-60 * (time % 0.25));
            return loud * ((strings / 6) + (drum / 2) + (brush / 6));
        });
    }

    /// <summary>Hands that clap at random, hundreds a second: each a short knock of noise.</summary>
    public static ArraySound Applause(double seconds, int seed, float loud = 0.3f)
    {
        var random = new Random(seed);
        var sound = new float[(int)(seconds * ISound.Rate)];
        for (var clap = 0; clap < 300 * seconds; clap++)
        {
            var (at, strength) = (random.Next(sound.Length), loud * random.NextDouble());
            for (var i = 0; i < 160 && at + i < sound.Length; i++)
            {
                sound[at + i] += (float)(strength * ((2 * random.NextDouble()) - 1) * Math.Exp(-i / 40.0));
            }
        }

        return new ArraySound(Array.ConvertAll(sound, x => Math.Clamp(x, -1, 1)));
    }

    private static ArraySound Of(double seconds, Func<double, double> value) =>
        new([.. Enumerable.Range(0, (int)(seconds * ISound.Rate)).Select(i => (float)Math.Clamp(value((double)i / ISound.Rate), -1, 1))]);
}
