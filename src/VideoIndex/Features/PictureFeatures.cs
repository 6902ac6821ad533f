namespace VideoIndex.Features;

/// <summary>The keypoints of a picture with their descriptors, in buffers that are used again for the next picture.</summary>
public sealed class PictureFeatures
{
    /// <summary>How many bytes a descriptor has.</summary>
    public const int DescriptorBytes = 128;

    private Keypoint[] _keypoints = [];
    private byte[] _descriptors = [];

    /// <summary>Gets how many keypoints there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the keypoints: small before large, then top to bottom.</summary>
    public ReadOnlySpan<Keypoint> Keypoints => _keypoints.AsSpan(0, Count);

    /// <summary>Returns a keypoint's descriptor: 4 x 4 cells in rows, in each how much brightness rises in 8 directions; its length as a vector is about 512.</summary>
    public ReadOnlySpan<byte> Descriptor(int at) => _descriptors.AsSpan(at * DescriptorBytes, DescriptorBytes);

    /// <summary>Forgets all keypoints.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a keypoint.</summary>
    /// <returns>Its descriptor, to be filled.</returns>
    public Span<byte> Add(Keypoint keypoint)
    {
        if (Count == _keypoints.Length)
        {
            var room = Math.Max(1024, Count * 2);
            Array.Resize(ref _keypoints, room);
            Array.Resize(ref _descriptors, room * DescriptorBytes);
        }

        _keypoints[Count] = keypoint;
        return _descriptors.AsSpan(Count++ * DescriptorBytes, DescriptorBytes);
    }

    /// <summary>Writes what the same picture would give with black for white: angles turned by half a circle, the cells in reverse order.</summary>
    /// <remarks>Exact: a gradient turned round changes nothing else, for its direction is kept relative to the keypoint's.</remarks>
    public void Invert(PictureFeatures to)
    {
        const int Directions = 8;
        to.Clear();
        for (var at = 0; at < Count; at++)
        {
            var keypoint = _keypoints[at];
            var from = Descriptor(at);
            var inverted = to.Add(keypoint with { Angle = keypoint.Angle < 180 ? keypoint.Angle + 180 : keypoint.Angle - 180 });
            for (var cell = 0; cell < DescriptorBytes; cell += Directions)
            {
                from.Slice(cell, Directions).CopyTo(inverted[(DescriptorBytes - Directions - cell)..]);
            }
        }
    }
}
