using VideoIndex.Hearing;
using VideoIndex.Speech.Batched;
using VideoIndex.Speech.Voice;

namespace VideoIndex.Speech.Tests.Batched;

/// <summary>Hears a voice wherever there is a sound at all, or where it is told to.</summary>
internal sealed class ToneVoice(Func<double, bool>? spoken = null) : IVoice
{
    public bool Disposed { get; private set; }

    public SpeechActivity Listen(ISound sound, CancellationToken cancellationToken)
    {
        var chances = new float[(sound.Length + SpeechActivity.Step - 1) / SpeechActivity.Step];
        for (var at = 0; at < chances.Length; at++)
        {
            chances[at] = spoken?.Invoke((double)at * SpeechActivity.Step / ISound.Rate) ?? IsLoud(sound, (long)at * SpeechActivity.Step) ? 0.95f : 0.02f;
        }

        return new SpeechActivity(sound.Length, chances);
    }

    private static bool IsLoud(ISound sound, long first)
    {
        var samples = new float[Math.Min(SpeechActivity.Step, sound.Length - first)];
        sound.Read(first, samples);
        return samples.Any(sample => Math.Abs(sample) > 0.01);
    }

    public void Dispose() => Disposed = true;
}
