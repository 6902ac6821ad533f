using VideoIndex.Pipeline.Stages;

namespace VideoIndex.Pipeline.Frames;

/// <summary>The written form of what a segment's decode found.</summary>
public static class SegmentFramesForm
{
    /// <summary>Writes it.</summary>
    public static byte[] Write(FramesAnalyzed analyzed) => throw new NotSupportedException();

    /// <summary>Reads it.</summary>
    public static FramesAnalyzed Read(ReadOnlyMemory<byte> bytes) => throw new NotSupportedException();
}
