using System.Text;
using VideoIndex.Media;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Frames;

/// <summary>The written form of what a segment's decode found: little-endian, about 42 bytes a frame and its sketch.</summary>
/// <remarks>
/// <code>
/// byte     form, 3
/// byte     0 nothing, 1 frames, 2 a refusal
/// refusal  code, sentence
/// frames   count, owned; timestamps, each as its distance from the one before, the first from 0; scores, 40 bytes each;
///          pictures: count, then place and name of each; folder;
///          report: frames, complaints, first complaint ("" for none), byte: 1 closed captions, 2 repaired;
///          sketches and looks (<see cref="SegmentLooksForm"/>)
/// </code>
/// Counts, places and distances are 7 bits a byte, distances with their sign in the last bit; texts are UTF-8 after their length.
/// </remarks>
public static class SegmentFramesForm
{
    private const byte Version = 3, Nothing = 0, Frames = 1, Refusal = 2;
    private const byte ClosedCaptions = 1, Repaired = 2;

    /// <summary>Writes it.</summary>
    public static byte[] Write(FramesAnalyzed analyzed)
    {
        ArgumentNullException.ThrowIfNull(analyzed);
        var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        to.Write(Version);
        if (analyzed.Frames is { } frames)
        {
            to.Write(Frames);
            Write(to, frames);
        }
        else if (analyzed.Refusal is { } refusal)
        {
            to.Write(Refusal);
            to.Write(refusal.Code);
            to.Write(refusal.Sentence);
        }
        else
        {
            to.Write(Nothing);
        }

        to.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">The bytes are not of this form.</exception>
    public static FramesAnalyzed Read(ReadOnlyMemory<byte> bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes.ToArray(), writable: false), Encoding.UTF8);
        return (from.ReadByte(), from.ReadByte()) switch
        {
            (Version, Nothing) => new FramesAnalyzed(null, null),
            (Version, Frames) => new FramesAnalyzed(ReadFrames(from), null),
            (Version, Refusal) => new FramesAnalyzed(null, new SegmentRefusal(from.ReadString(), from.ReadString())),
            var (version, kind) => throw new InvalidDataException($"Frames of a segment in form {version}, kind {kind} cannot be read."),
        };
    }

    private static void Write(BinaryWriter to, SegmentFrames frames)
    {
        to.Write7BitEncodedInt(frames.Timestamps.Count);
        to.Write7BitEncodedInt(frames.Owned);
        var before = 0L;
        foreach (var timestamp in frames.Timestamps)
        {
            SegmentLooksForm.WriteNumber(to, timestamp - before);
            before = timestamp;
        }

        Span<byte> score = stackalloc byte[FrameScore.Size];
        foreach (var one in frames.Scores)
        {
            one.Write(score);
            to.Write(score);
        }

        to.Write7BitEncodedInt(frames.Pictures.Count);
        foreach (var picture in frames.Pictures)
        {
            to.Write7BitEncodedInt(picture.Place);
            to.Write(picture.Name);
        }

        to.Write(frames.Folder);
        var report = frames.Report;
        to.Write7BitEncodedInt64(report.Frames);
        to.Write7BitEncodedInt(report.Complaints);
        to.Write(report.FirstComplaint ?? "");
        to.Write((byte)((report.ClosedCaptions ? ClosedCaptions : 0) | (report.Repaired ? Repaired : 0)));
        SegmentLooksForm.Write(to, frames);
    }

    private static SegmentFrames ReadFrames(BinaryReader from)
    {
        var (count, owned) = (from.Read7BitEncodedInt(), from.Read7BitEncodedInt());
        var (timestamps, scores) = (new long[count], new FrameScore[count]);
        for (var frame = 0; frame < count; frame++)
        {
            timestamps[frame] = (frame == 0 ? 0 : timestamps[frame - 1]) + SegmentLooksForm.ReadNumber(from);
        }

        Span<byte> score = stackalloc byte[FrameScore.Size];
        for (var frame = 0; frame < count; frame++)
        {
            from.BaseStream.ReadExactly(score);
            scores[frame] = FrameScore.Read(score);
        }

        var pictures = new FramePicture[from.Read7BitEncodedInt()];
        for (var picture = 0; picture < pictures.Length; picture++)
        {
            pictures[picture] = new FramePicture(from.Read7BitEncodedInt(), from.ReadString());
        }

        var folder = from.ReadString();
        var report = ReadReport(from);
        var (sketches, detectors, looks) = SegmentLooksForm.Read(from, count);
        return new SegmentFrames(timestamps, scores, owned, pictures, folder, report) { Sketches = sketches, Detectors = detectors, Looks = looks };
    }

    private static DecodeReport ReadReport(BinaryReader from)
    {
        var (frames, complaints) = (from.Read7BitEncodedInt64(), from.Read7BitEncodedInt());
        var complaint = from.ReadString() is { Length: > 0 } first ? first : null;
        var flags = from.ReadByte();
        return new DecodeReport(frames, complaints, complaint, (flags & ClosedCaptions) != 0, (flags & Repaired) != 0);
    }
}
