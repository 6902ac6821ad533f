using System.Runtime.InteropServices;

namespace VideoIndex.Logos.Evidence;

/// <summary>The keypoints of a whole video, ordered so that those like a given one are found without reading the others.</summary>
/// <param name="Width">The width of its looks in pixels.</param>
/// <param name="Height">Their height.</param>
/// <param name="Poses">The poses of its looks, <see cref="LookPose.Bytes"/> each, little-endian.</param>
/// <param name="Directory">Where the tracks of each word begin, as numbers of tracks, four bytes each, and where the last ends.</param>
/// <param name="Tracks">The tracks, <see cref="FeatureTrack.Bytes"/> each, by their word and then by their first look.</param>
public sealed record FeatureEvidence(
    int Width, int Height, ReadOnlyMemory<byte> Poses, ReadOnlyMemory<byte> Directory, ReadOnlyMemory<byte> Tracks)
{
    /// <summary>Gets what was kept of how the looks look; nothing unless it is given.</summary>
    public IStills Stills { get; init; } = IStills.None;

    /// <summary>Gets the poses of the looks, in order.</summary>
    public ReadOnlySpan<LookPose> Looks => MemoryMarshal.Cast<byte, LookPose>(Poses.Span);

    /// <summary>Gets how many tracks there are.</summary>
    public int Count => Tracks.Length / FeatureTrack.Bytes;

    /// <summary>Gets where the tracks of each word begin among all, and where the last ends.</summary>
    public ReadOnlySpan<uint> Starts => MemoryMarshal.Cast<byte, uint>(Directory.Span);

    /// <summary>Gets the tracks.</summary>
    public ReadOnlySpan<FeatureTrack> All => MemoryMarshal.Cast<byte, FeatureTrack>(Tracks.Span);

    /// <summary>Returns the tracks of a word.</summary>
    public ReadOnlySpan<FeatureTrack> Of(int word) => All[checked((int)Starts[word])..checked((int)Starts[word + 1])];
}
