using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using VideoIndex.Hearing;
using VideoIndex.Timing;
using Xunit.Abstractions;

namespace VideoIndex.Tests.Hearing;

/// <summary>
/// Turns by silence on a recording of three speakers one after the other, whose truth somebody else wrote down. Speech is told by loudness alone here, which
/// is enough for a recording without noise; the measures are those of the field (purity: how much of a turn is its main speaker; coverage: how much of what a
/// speaker says at a time is in one turn).
/// </summary>
public sealed class TurnFixtureTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(Fixtures.Folder, "audio", "Picovoice__falcon");

    [FixtureFact]
    public void Three_who_speak_one_after_the_other_are_three_turns()
    {
        var truth = Truth().ToList();
        var turns = new SilenceDiarizer(SilenceDiarizer.DefaultPause).Divide(Loud(Samples(Path.Combine(Folder, "test.wav"))));
        var purity = turns.Sum(turn => truth.Max(spoken => Shared(turn.Span, spoken))) / turns.Sum(turn => truth.Sum(spoken => Shared(turn.Span, spoken)));
        var coverage = truth.Sum(spoken => turns.Max(turn => Shared(turn.Span, spoken))) / truth.Sum(spoken => (spoken.End - spoken.Start).Seconds.ToDouble());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{turns.Count} turns, purity {purity:0.000}, coverage {coverage:0.000}"));
        output.WriteLine(string.Join(' ', turns.Select(turn => string.Create(CultureInfo.InvariantCulture, $"{turn.Span.Start.Seconds.ToDouble():0.00}-{turn.Span.End.Seconds.ToDouble():0.00}"))));
        Assert.Equal(3, turns.Count);
        Assert.True(purity > 0.99 && coverage > 0.9, $"{purity} {coverage}");
    }

    private static IEnumerable<MediaSpan> Truth()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "falcon_test_data.json")));
        foreach (var segment in document.RootElement.GetProperty("tests").GetProperty("diarization_tests")[0].GetProperty("segments").EnumerateArray())
        {
            yield return new MediaSpan(At(segment.GetProperty("start_sec").GetDecimal()), At(segment.GetProperty("end_sec").GetDecimal()));
        }
    }

    private static MediaTime At(decimal seconds) => new(new Rational((long)(seconds * 1000), 1000));

    private static short[] Samples(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var data = bytes.AsSpan(bytes.AsSpan().IndexOf("data"u8) + 8);
        var samples = new short[data.Length / 2];
        for (var at = 0; at < samples.Length; at++)
        {
            samples[at] = BinaryPrimitives.ReadInt16LittleEndian(data[(2 * at)..]);
        }

        return samples;
    }

    // Every 20 ms within 35 dB of the loudest.
    private static List<MediaSpan> Loud(short[] samples)
    {
        const int Frame = ISound.Rate / 50;
        var powers = samples.Chunk(Frame).Select(chunk => chunk.Average(sample => (double)sample * sample)).ToList();
        var least = powers.Max() / Math.Pow(10, 3.5);
        return [.. powers.Index().Where(frame => frame.Item > least).Select(frame => new MediaSpan(new(new Rational(frame.Index, 50)), new(new Rational(frame.Index + 1, 50))))];
    }

    private static double Shared(MediaSpan one, MediaSpan other)
    {
        var start = one.Start > other.Start ? one.Start : other.Start;
        var end = one.End < other.End ? one.End : other.End;
        return end > start ? (end - start).Seconds.ToDouble() : 0;
    }
}
