using VideoIndex.Hearing;

namespace VideoIndex.Testing.Hearing;

/// <summary>A sound held in memory.</summary>
/// <param name="samples">Its samples, 16,000 a second, from -1 to 1.</param>
public sealed class ArraySound(float[] samples) : ISound
{
    public long Length => samples.Length;

    public float[] Samples => samples;

    public static ArraySound Silence(double seconds) => new(new float[(int)(seconds * ISound.Rate)]);

    /// <summary>Sounds one after another.</summary>
    public static ArraySound Join(params IEnumerable<ArraySound> sounds) => new([.. sounds.SelectMany(x => x.Samples)]);

    public void Read(long first, Span<float> into) => samples.AsSpan(checked((int)first), into.Length).CopyTo(into);
}
