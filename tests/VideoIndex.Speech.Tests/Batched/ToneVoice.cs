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
        var samples = new float[sound.Length];
        sound.Read(0, samples);
        return new SpeechActivity(sound.Length, [.. samples.Chunk(SpeechActivity.Step)
            .Select((step, at) => (spoken?.Invoke((double)at * SpeechActivity.Step / ISound.Rate) ?? step.Any(sample => Math.Abs(sample) > 0.01)) ? 0.95f : 0.02f)]);
    }

    public void Dispose() => Disposed = true;
}
