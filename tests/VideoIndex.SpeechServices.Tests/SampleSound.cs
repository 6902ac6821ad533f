using VideoIndex.Hearing;

namespace VideoIndex.SpeechServices.Tests;

/// <summary>Sound that is an array of samples.</summary>
internal sealed class SampleSound(float[] samples) : ISound
{
    public long Length => samples.Length;

    public void Read(long first, Span<float> into) => samples.AsSpan((int)first, into.Length).CopyTo(into);

    /// <summary>Noise, the same every time, but quiet in the stretches named, in seconds.</summary>
    public static SampleSound Noise(double seconds, params (double Start, double End)[] quiet)
    {
        var random = new Random(7);
        var samples = new float[(int)(seconds * ISound.Rate)];
        for (var at = 0; at < samples.Length; at++)
        {
            var time = (double)at / ISound.Rate;
            var level = quiet.Any(lull => lull.Start <= time && time < lull.End) ? 0.001 : 0.3;
            samples[at] = (float)(level * (2 * random.NextDouble() - 1));
        }

        return new SampleSound(samples);
    }

    public static SampleSound Silence(double seconds) => new(new float[(int)(seconds * ISound.Rate)]);
}

/// <summary>Keeps what is told of progress, in the order it is told.</summary>
internal sealed class Told : IProgress<long>
{
    private readonly List<long> _all = [];

    public IReadOnlyList<long> All
    {
        get
        {
            lock (_all)
            {
                return [.. _all];
            }
        }
    }

    public void Report(long value)
    {
        lock (_all)
        {
            _all.Add(value);
        }
    }
}
