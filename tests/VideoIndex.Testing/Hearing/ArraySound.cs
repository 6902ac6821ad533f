using VideoIndex.Hearing;

namespace VideoIndex.Testing.Hearing;

/// <summary>A sound held in memory.</summary>
/// <param name="values">Its samples, 16,000 a second, from -1 to 1.</param>
public sealed class ArraySound(float[] values) : ISound
{
    public long Length => values.Length;

    public float[] Samples => values;

    public static ArraySound Silence(double seconds) => new(new float[(int)(seconds * ISound.Rate)]);

    /// <summary>Sounds one after another.</summary>
    public static ArraySound Join(params IEnumerable<ArraySound> sounds) => new([.. sounds.SelectMany(x => x.Samples)]);

    public void Read(long first, Span<float> samples) => values.AsSpan(checked((int)first), samples.Length).CopyTo(samples);
}
