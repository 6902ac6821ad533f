namespace VideoIndex.Media;

/// <summary>Which sound to decode.</summary>
/// <param name="Path">The file.</param>
/// <param name="Probe">What its container says.</param>
public sealed record SoundOrder(string Path, MediaProbe Probe)
{
    /// <summary>Gets the tracks that are kept to be listened to; none by default.</summary>
    public IReadOnlyList<AudioTrack> Kept { get; init; } = [];

    /// <summary>Gets the folder they are kept in, which is there and for this decode alone; null where none are.</summary>
    public string? Folder { get; init; }
}

/// <summary>What the lanes of a kept sound are.</summary>
public enum SoundLanes
{
    /// <summary>One lane: the track's only channel.</summary>
    One = 0,

    /// <summary>Two lanes: left and right.</summary>
    LeftAndRight = 1,

    /// <summary>Two lanes: the centre, where films have their voices, and a mix of all other channels but the low effects.</summary>
    CentreAndRest = 2,
}

/// <summary>A track's sound as it lies in a file: 16-bit samples, little-endian, <see cref="Hearing.ISound.Rate"/> a second, those of two lanes in turn.</summary>
/// <param name="Track">The track's number, from 1.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Lanes">What its lanes are.</param>
/// <param name="Runs">Which samples are heard when, in order; what lies between two of them is silence.</param>
public sealed record KeptSound(int Track, string Name, SoundLanes Lanes, IReadOnlyList<SoundRun> Runs)
{
    /// <summary>The bytes of one sample of one lane.</summary>
    public const int SampleBytes = 2;

    /// <summary>Gets how many lanes there are.</summary>
    public int LaneCount => Lanes == SoundLanes.One ? 1 : 2;
}

/// <summary>Samples that are heard without a gap.</summary>
/// <param name="From">The first, counted in the file from 0.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Start">When the first is heard: the container's time, in samples.</param>
public readonly record struct SoundRun(long From, long Length, long Start)
{
    /// <summary>Gets when the last has been heard, in samples of the container's time.</summary>
    public long End => Start + Length;
}
