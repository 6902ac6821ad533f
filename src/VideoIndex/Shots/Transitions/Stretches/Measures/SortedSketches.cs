using VideoIndex.Looks;

namespace VideoIndex.Shots.Transitions.Stretches.Measures;

/// <summary>The means of every sketch from dark to bright: what is in a picture, wherever it has moved to.</summary>
internal sealed class SortedSketches
{
    private const int Part = FrameSketches.Means * 3 / 5;

    private readonly byte[] _sorted;

    /// <summary>Sorts every sketch.</summary>
    public SortedSketches(FrameSketches sketches)
    {
        _sorted = new byte[sketches.Count * FrameSketches.Means];
        Light = new byte[sketches.Count];
        for (var frame = 0; frame < sketches.Count; frame++)
        {
            var sorted = _sorted.AsSpan(frame * FrameSketches.Means, FrameSketches.Means);
            sketches.Luma(frame).CopyTo(sorted);
            sorted.Sort();
            Light[frame] = sorted[Pictures.Narrowest(sorted, Part) + Part / 2];
        }
    }

    /// <summary>Gets the light most of each picture has.</summary>
    public byte[] Light { get; }

    /// <summary>Returns how far two pictures differ in what light there is in them, summed: little where the same picture has moved.</summary>
    public int Difference(int a, int b) => Pictures.Difference(Of(a), Of(b));

    private ReadOnlySpan<byte> Of(int frame) => _sorted.AsSpan(frame * FrameSketches.Means, FrameSketches.Means);
}
