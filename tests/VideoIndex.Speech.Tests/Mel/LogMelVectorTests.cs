using System.Text.Json;
using VideoIndex.Speech.Mel;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Mel;

/// <summary>Pictures of the official code.</summary>
public class LogMelVectorTests
{
    private const double Allowed = 1e-4;
    private const int Window = 3000;

    [FixtureTheory]
    [InlineData(80)]
    [InlineData(128)]
    public void The_filters_are_those_of_the_official_table(int rows)
    {
        var table = SpeechVectors.Npy($"audio/mel_filters_{rows}.npy");
        var filters = new MelFilters(rows);
        for (var row = 0; row < rows; row++)
        {
            var (first, weights) = filters.Row(row);
            for (var power = 0; power < MelFilters.Powers; power++)
            {
                var at = power - first;
                var weight = at >= 0 && at < weights.Length ? weights.Span[at] : 0;
                Assert.Equal(table.At(row, power), weight, 1e-7);
            }
        }
    }

    [FixtureTheory]
    [InlineData(80, "audio/mel_80_jfk_first1104.npy")]
    [InlineData(128, "audio/mel_128_jfk_first256.npy")]
    public void A_window_of_speech_gives_the_official_picture(int rows, string name)
    {
        var official = SpeechVectors.Npy(name);
        var picture = Window30(rows);
        for (var row = 0; row < rows; row++)
        {
            for (var frame = 0; frame < official.Shape[1]; frame++)
            {
                Assert.Equal(official.At(row, frame), picture[(row * Window) + frame], Allowed);
            }
        }
    }

    [FixtureTheory]
    [InlineData(80)]
    [InlineData(128)]
    public void A_window_of_speech_gives_the_official_sums(int rows) =>
        Statistics(SpeechVectors.Json("audio/mel_info.json").GetProperty($"mel_{rows}"), Window30(rows));

    [FixtureFact]
    public void Silence_behind_the_sound_lies_at_the_official_floor()
    {
        var info = SpeechVectors.Json("audio/mel_info.json").GetProperty("mel_80");
        var (from, floor) = (info.GetProperty("fill_after_frame").GetInt32(), info.GetProperty("fill_value").GetDouble());
        var picture = Window30(80);
        for (var row = 0; row < 80; row++)
        {
            Assert.All(picture[((row * Window) + from)..((row + 1) * Window)], x => Assert.Equal(floor, x, Allowed));
        }
    }

    [FixtureFact]
    public void The_whole_of_a_sound_has_the_official_frames_and_greatest_value()
    {
        var info = SpeechVectors.Json("audio/mel_info.json");
        var sound = new SoundMel(new LogMel(80), SpeechVectors.Jfk(), default);

        Assert.Equal(1100, sound.Frames);
        Assert.Equal(info.GetProperty("mel_80").GetProperty("max_before_scaling_log10").GetDouble(), sound.Greatest, Allowed);
        Assert.Equal(info.GetProperty("mel_80_transcribe_padded").GetProperty("max").GetDouble(), (sound.Greatest + 4) / 4, Allowed);
    }

    [FixtureFact]
    public void A_window_of_the_whole_is_what_the_official_long_form_gives_the_encoder()
    {
        var official = SpeechVectors.Npy("audio/mel_80_jfk_first1104.npy");
        var picture = new float[80 * Window];
        new SoundMel(new LogMel(80), SpeechVectors.Jfk(), default).Draw(400, 700, Window, picture);
        for (var row = 0; row < 80; row++)
        {
            for (var frame = 0; frame < Window; frame++)
            {
                Assert.Equal(frame < 700 ? official.At(row, 400 + frame) : 0, picture[(row * Window) + frame], Allowed);
            }
        }
    }

    [FixtureFact]
    public void Made_signals_of_any_length_give_the_official_pictures() =>
        Assert.All(SpeechVectors.Json("audio/mel_info.json").GetProperty("signals").EnumerateArray(), official =>
        {
            var frames = official.GetProperty("shape")[1].GetInt32();
            var picture = new float[80 * frames];
            new LogMel(80).Draw(Made(official.GetProperty("kind").GetString()!, official.GetProperty("samples").GetInt32()), frames, picture);

            Statistics(official, picture);
            foreach (var (name, frame) in new[] { ("column_0", 0), ("column_mid", frames / 2), ("column_last", frames - 1) })
            {
                var column = official.GetProperty(name).Numbers();
                Assert.All(Enumerable.Range(0, 80), row => Assert.Equal(column[row], picture[(row * frames) + frame], Allowed));
            }
        });

    private static float[] Made(string kind, int samples)
    {
        // Nothing; the upper 16 bits of C's example generator, begun at 1; a saw of 100 Hz.
        var state = 1u;
        return [.. Enumerable.Range(0, samples).Select(i => kind switch
        {
            "zeros" => 0,
            "lcg" => (((state = unchecked((1103515245 * state) + 12345) & 0x7fff_ffff) >> 15) / 32768f) - 1,
            "saw" => ((250 * (i % 160)) - 20000) / 32768f,
            _ => throw new ArgumentException(kind),
        })];
    }

    private static float[] Window30(int rows)
    {
        var picture = new float[rows * Window];
        new LogMel(rows).Draw(SpeechVectors.Jfk().Samples, Window, picture);
        return picture;
    }

    private static void Statistics(JsonElement info, float[] picture)
    {
        var count = picture.Length;
        Assert.Equal(info.GetProperty("sum").GetDouble() / count, picture.Average(), Allowed);
        Assert.Equal(info.GetProperty("abs_sum").GetDouble() / count, picture.Average(Math.Abs), Allowed);
        Assert.Equal(info.GetProperty("sum_sq").GetDouble() / count, picture.Average(x => (double)x * x), Allowed);
        Assert.Equal(info.GetProperty("min").GetDouble(), picture.Min(), Allowed);
        Assert.Equal(info.GetProperty("max").GetDouble(), picture.Max(), Allowed);
    }
}
