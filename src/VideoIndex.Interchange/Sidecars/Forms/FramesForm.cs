using System.Buffers.Binary;
using VideoIndex.Interchange.Sidecars.Shapes;
using VideoIndex.Looks;
using VideoIndex.Shots;

namespace VideoIndex.Interchange.Sidecars.Forms;

/// <summary>The evidence of every frame, packed. docs/sidecar.md describes the bytes.</summary>
internal static class FramesForm
{
    public static FramesShape Of(FrameEvidence evidence)
    {
        var (timestamps, scores) = (new byte[(long)evidence.Count * sizeof(long)], new byte[(long)evidence.Count * FrameScore.Size]);
        var before = 0L;
        for (var frame = 0; frame < evidence.Count; frame++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(timestamps.AsSpan(frame * sizeof(long)), unchecked(evidence.Timestamps[frame] - before));
            evidence.Scores[frame].Write(scores.AsSpan(frame * FrameScore.Size));
            before = evidence.Timestamps[frame];
        }

        return new FramesShape(evidence.Count, evidence.TimeBase, evidence.Zero, evidence.End, Packing.Pack(timestamps), Packing.Pack(scores))
        {
            Sketches = evidence.Sketches.Count == 0 ? null : Packing.Pack(Steps(evidence.Sketches.Bytes.Span)),
            Looks = evidence.Looks.Frames is [] ? null : Of(evidence.Looks),
            Detections = Making.Filled(evidence.Detections.Select(DetectionsForm.Of)),
        };
    }

    public static FrameEvidence Read(FramesShape shape)
    {
        var count = shape.Count;
        var timestamps = Packing.Unpack(shape.Timestamps, (long)count * sizeof(long), "/frames/timestamps");
        var scores = Packing.Unpack(shape.Scores, (long)count * FrameScore.Size, "/frames/scores");
        var (times, read) = (new long[count], new FrameScore[count]);
        var before = 0L;
        for (var frame = 0; frame < count; frame++)
        {
            times[frame] = before = unchecked(before + BinaryPrimitives.ReadInt64LittleEndian(timestamps.AsSpan(frame * sizeof(long))));
            read[frame] = FrameScore.Read(scores.AsSpan(frame * FrameScore.Size));
        }

        return new FrameEvidence(shape.TimeBase, shape.Zero, times, read, shape.End)
        {
            Sketches = shape.Sketches is { } sketches ? new FrameSketches(Sums(Packing.Unpack(sketches, (long)count * FrameSketches.Size, "/frames/sketches"))) : FrameSketches.None,
            Looks = shape.Looks is { } looks ? Read(looks) : FrameLooks.None,
            Detections = Making.Each(shape.Detections, "/frames/detections", DetectionsForm.Read),
        };
    }

    private static LooksShape Of(FrameLooks looks)
    {
        var frames = new byte[looks.Frames.Count * sizeof(int)];
        for (var look = 0; look < looks.Frames.Count; look++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(frames.AsSpan(look * sizeof(int)), looks.Frames[look]);
        }

        return new LooksShape(looks.Frames.Count, Packing.Pack(frames), Packing.Pack(looks.Bytes.Span));
    }

    private static FrameLooks Read(LooksShape shape)
    {
        var bytes = Packing.Unpack(shape.Frames, (long)shape.Count * sizeof(int), "/frames/looks/frames");
        var facts = Packing.Unpack(shape.Facts, (long)shape.Count * LookFacts.Size, "/frames/looks/facts");
        var frames = new int[shape.Count];
        for (var look = 0; look < frames.Length; look++)
        {
            frames[look] = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(look * sizeof(int)));
        }

        return new FrameLooks(frames, facts);
    }

    // What stands still from frame to frame is nothing but zeros then.
    private static byte[] Steps(ReadOnlySpan<byte> sketches)
    {
        var steps = sketches.ToArray();
        for (var at = FrameSketches.Size; at < steps.Length; at++)
        {
            steps[at] = unchecked((byte)(sketches[at] - sketches[at - FrameSketches.Size]));
        }

        return steps;
    }

    private static byte[] Sums(byte[] steps)
    {
        for (var at = FrameSketches.Size; at < steps.Length; at++)
        {
            steps[at] = unchecked((byte)(steps[at] + steps[at - FrameSketches.Size]));
        }

        return steps;
    }
}
