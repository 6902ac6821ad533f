using VideoIndex.Hearing;
using VideoIndex.Speech.Mel;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Mel;

/// <summary>Pictures against the definition, written out term by term in double precision.</summary>
public class LogMelTests
{
    [Theory]
    [InlineData(401, 2, 80)]
    [InlineData(480, 3, 80)]
    [InlineData(1599, 9, 80)]
    [InlineData(1600, 10, 80)]
    [InlineData(1601, 10, 128)]
    [InlineData(320, 7, 80)]
    [InlineData(9000, 56, 128)]
    public void Noise_of_any_length_is_drawn_as_defined(int samples, int frames, int rows)
    {
        var noise = Noise(samples, 7);
        var picture = new float[rows * frames];
        new LogMel(rows).Draw(noise, frames, picture);

        Close(Defined(noise, Math.Max(samples, frames * LogMel.Hop), frames, rows), picture);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1020)]
    [InlineData(50)]
    public void A_tone_is_drawn_as_defined(int hertz)
    {
        var tone = Enumerable.Range(0, 4800).Select(x => (float)(0.9 * Math.Sin(2 * Math.PI * hertz * x / ISound.Rate))).ToArray();
        var picture = new float[80 * 30];
        new LogMel(80).Draw(tone, 30, picture);

        Close(Defined(tone, 4800, 30, 80), picture);
    }

    [Fact]
    public void A_window_may_hold_no_sound_at_all()
    {
        var picture = new float[80 * 5];
        new LogMel(80).Draw([], 5, picture);

        Assert.All(picture, x => Assert.Equal(-1.5f, x));
    }

    [Fact]
    public void Windows_of_the_whole_share_one_floor()
    {
        var loudLater = ArraySound.Join(new(Noise(16000, 3, 0.001f)), new(Noise(16000, 5)));
        var whole = new SoundMel(new LogMel(80), loudLater, default);
        var defined = Defined(loudLater.Samples, 32000 + 480000, 200, 80);
        var picture = new float[80 * 60];
        whole.Draw(20, 60, 60, picture);

        Close([.. Enumerable.Range(0, 80).SelectMany(row => defined[((row * 200) + 20)..((row * 200) + 80)])], picture);
    }

    [Fact]
    public void A_window_that_spans_several_blocks_equals_its_parts()
    {
        var whole = new SoundMel(new LogMel(80), new ArraySound(Noise(160 * 6500, 11)), default);
        var (all, part) = (new float[80 * 6400], new float[80 * 100]);
        whole.Draw(50, 6400, 6400, all);
        whole.Draw(50 + 2950, 100, 100, part);
        for (var row = 0; row < 80; row++)
        {
            Assert.Equal(part[(row * 100)..((row + 1) * 100)], all[((row * 6400) + 2950)..((row * 6400) + 3050)]);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(159, 0)]
    [InlineData(160, 1)]
    [InlineData(300, 1)]
    public void The_shortest_sounds_have_the_frames_that_fit(int samples, int frames)
    {
        var whole = new SoundMel(new LogMel(80), new ArraySound(Noise(samples, 1)), default);
        var picture = new float[80 * 4];
        whole.Draw(0, frames, 4, picture);

        Assert.Equal(frames, whole.Frames);
        Assert.All(Enumerable.Range(0, 80), row => Assert.All(picture[((row * 4) + frames)..((row + 1) * 4)], x => Assert.Equal(0, x)));
    }

    [Fact]
    public void Nothing_is_drawn_that_the_sound_does_not_have()
    {
        var whole = new SoundMel(new LogMel(80), ArraySound.Silence(1), default);

        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Draw(90, 11, 20, new float[80 * 20]));
    }

    private static float[] Noise(int samples, int seed, float loud = 0.5f)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, samples).Select(_ => loud * ((2 * random.NextSingle()) - 1))];
    }

    private static void Close(double[] defined, float[] picture)
    {
        Assert.Equal(defined.Length, picture.Length);
        for (var i = 0; i < defined.Length; i++)
        {
            Assert.Equal(defined[i], picture[i], 1e-4);
        }
    }

    private static double[] Defined(float[] samples, int length, int frames, int rows)
    {
        var filters = new MelFilters(rows);
        var logarithms = new double[rows * frames];
        for (var frame = 0; frame < frames; frame++)
        {
            var powers = Enumerable.Range(0, 201).Select(k => Power(samples, length, frame, k)).ToArray();
            for (var row = 0; row < rows; row++)
            {
                var (first, weights) = filters.Row(row);
                var energy = weights.ToArray().Select((x, i) => x * powers[first + i]).Sum();
                logarithms[(row * frames) + frame] = Math.Log10(Math.Max(energy, 1e-10));
            }
        }

        var floor = logarithms.Max() - 8;
        return [.. logarithms.Select(x => (Math.Max(x, floor) + 4) / 4)];
    }

    private static double Power(float[] samples, int length, int frame, int k)
    {
        var (real, imaginary) = (0.0, 0.0);
        for (var i = 0; i < 400; i++)
        {
            var at = Math.Abs((frame * 160) - 200 + i);
            at = at < length ? at : (2 * (length - 1)) - at;
            var value = (at < samples.Length ? samples[at] : 0) * (0.5 - (0.5 * Math.Cos(2 * Math.PI * i / 400)));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * i * k / 400);
            (real, imaginary) = (real + (value * cosine), imaginary - (value * sine));
        }

        return (real * real) + (imaginary * imaginary);
    }
}
