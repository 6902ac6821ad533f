using VideoIndex.Looks;
using VideoIndex.Pipeline.Objects;
using VideoIndex.ScreenText;

namespace VideoIndex.Pipeline.Frames;

/// <summary>The written form of sketches and looks, inside that of a segment's frames.</summary>
/// <remarks>
/// <code>
/// sketches  packed length, packed (<see cref="SketchPacking"/>)
/// records   who looked for things (<see cref="SeenObjectsForm"/>)
/// looks     count; each: place, facts, what was seen (<see cref="SeenObjectsForm"/>), timestamp of its text,
///           sightings: count; each: left, top, width, height, angle, byte light on dark, byte certainty, before, since, crop ("" for none)
///           ends: count; each: before, until
/// </code>
/// Numbers are 7 bits a byte with their sign in the last bit.
/// </remarks>
internal static class SegmentLooksForm
{
    public static void Write(BinaryWriter to, SegmentFrames frames)
    {
        var packed = SketchPacking.Pack(frames.Sketches.Bytes.Span);
        to.Write7BitEncodedInt(packed.Length);
        to.Write(packed);
        SeenObjectsForm.Write(to, frames.Detectors);
        to.Write7BitEncodedInt(frames.Looks.Count);
        foreach (var look in frames.Looks)
        {
            to.Write7BitEncodedInt(look.Place);
            to.Write(look.Facts);
            SeenObjectsForm.Write(to, look.Seen, frames.Detectors.Count);
            Write(to, look.Text);
        }
    }

    public static (FrameSketches Sketches, IReadOnlyList<DetectorRecord> Detectors, IReadOnlyList<SegmentLook> Looks) Read(BinaryReader from, int frames)
    {
        var sketches = new byte[frames * FrameSketches.Size];
        SketchPacking.Unpack(from.ReadBytes(from.Read7BitEncodedInt()), sketches);
        var detectors = SeenObjectsForm.ReadRecords(from);
        var looks = new SegmentLook[from.Read7BitEncodedInt()];
        for (var look = 0; look < looks.Length; look++)
        {
            var (place, facts, seen) = (from.Read7BitEncodedInt(), from.ReadBytes(LookFacts.Size), SeenObjectsForm.ReadLook(from, detectors.Count));
            looks[look] = new SegmentLook(place, facts, ReadText(from)) { Seen = seen };
        }

        return (new FrameSketches(sketches), detectors, looks);
    }

    private static void Write(BinaryWriter to, TextLook text)
    {
        WriteNumber(to, text.Timestamp);
        to.Write7BitEncodedInt(text.Sightings.Count);
        foreach (var sighting in text.Sightings)
        {
            var box = sighting.Box;
            foreach (var number in (ReadOnlySpan<int>)[box.Left, box.Top, box.Width, box.Height, sighting.Angle])
            {
                WriteNumber(to, number);
            }

            to.Write(sighting.LightOnDark);
            to.Write(sighting.Certainty);
            WriteNumber(to, sighting.Before);
            WriteNumber(to, sighting.Since);
            to.Write(sighting.Crop ?? "");
        }

        to.Write7BitEncodedInt(text.Ends.Count);
        foreach (var end in text.Ends)
        {
            WriteNumber(to, end.Before);
            WriteNumber(to, end.Until);
        }
    }

    private static TextLook ReadText(BinaryReader from)
    {
        var timestamp = ReadNumber(from);
        var sightings = new TextSighting[from.Read7BitEncodedInt()];
        for (var place = 0; place < sightings.Length; place++)
        {
            var box = new PictureBox(ReadSmall(from), ReadSmall(from), ReadSmall(from), ReadSmall(from));
            sightings[place] = new TextSighting(
                box, ReadSmall(from), from.ReadBoolean(), from.ReadByte(), ReadSmall(from), ReadNumber(from), from.ReadString() is { Length: > 0 } crop ? crop : null);
        }

        var ends = new TextEnd[from.Read7BitEncodedInt()];
        for (var end = 0; end < ends.Length; end++)
        {
            ends[end] = new TextEnd(ReadSmall(from), ReadNumber(from));
        }

        return new TextLook(timestamp, sightings, ends);
    }

    /// <summary>Writes a number so that one near 0 is short, whichever its sign.</summary>
    public static void WriteNumber(BinaryWriter to, long value) => to.Write7BitEncodedInt64((value << 1) ^ (value >> 63));

    /// <summary>Reads what <see cref="WriteNumber"/> wrote.</summary>
    public static long ReadNumber(BinaryReader from)
    {
        var value = from.Read7BitEncodedInt64();
        return (long)((ulong)value >> 1) ^ -(value & 1);
    }

    private static int ReadSmall(BinaryReader from) => checked((int)ReadNumber(from));
}
