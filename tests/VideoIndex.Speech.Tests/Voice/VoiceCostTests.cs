using VideoIndex.Hearing;
using VideoIndex.Speech.Voice;
using VideoIndex.Testing.Hearing;
using Xunit.Abstractions;

namespace VideoIndex.Speech.Tests.Voice;

/// <summary>What finding voices costs, in processor time of one thread.</summary>
public class VoiceCostTests(ITestOutputHelper output)
{
    [OnnxFact]
    [Trait("Speed", "Slow")]
    public void Sections_side_by_side_cost_less_than_one_from_end_to_end()
    {
        using var session = Silero.Open();
        var sound = ArraySound.Join(Enumerable.Repeat(SpeechVectors.Jfk(), 110));
        foreach (var minutes in new[] { 1, 2, 5, 20 })
        {
            output.WriteLine($"{minutes} min of sound: {Listening(new VoiceDetector(session), sound, minutes):F3} s a minute");
        }

        var inOrder = Listening(new VoiceDetector(session, int.MaxValue / 2, 0), sound, 2);
        output.WriteLine($"from end to end in one section: {inOrder:F3} s a minute");
        Assert.InRange(Listening(new VoiceDetector(session), sound, 20), 0, inOrder);
    }

    private static double Listening(VoiceDetector detector, ArraySound sound, int minutes)
    {
        var part = new ArraySound(sound.Samples[..(minutes * 60 * ISound.Rate)]);
        return Enumerable.Range(0, 3).Min(_ => Cost(() => detector.Listen(part, default))) / minutes;
    }

    private static double Cost(Action what)
    {
        var before = Environment.CpuUsage.TotalTime;
        what();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
