namespace VideoIndex.Hearing;

/// <summary>Sound as speech models take it: one channel, 16,000 samples a second, values from -1 to 1. Any part of it can be read at any time.</summary>
/// <remarks>Sample <c>n</c> is heard <c>n/16000</c> seconds after the sound begins. Several threads may read at once.</remarks>
public interface ISound
{
    /// <summary>The samples in a second.</summary>
    const int Rate = 16_000;

    /// <summary>Gets how many samples there are.</summary>
    long Length { get; }

    /// <summary>Copies samples.</summary>
    /// <param name="first">The first, from 0.</param>
    /// <param name="samples">Takes them, all of which must lie within <see cref="Length"/>.</param>
    void Read(long first, Span<float> samples);
}
