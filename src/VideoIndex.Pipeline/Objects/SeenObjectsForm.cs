using VideoIndex.Objects;
using VideoIndex.Tags;

namespace VideoIndex.Pipeline.Objects;

/// <summary>The written form of who looked for things in a segment and what they saw, inside that of its frames.</summary>
/// <remarks>
/// <code>
/// records  count; each: kind; byte: 1 looked, 0 did not; origin (kind, name, version), labels: count, texts (where one looked); missing, failure ("" for none)
/// look     for each record: <see cref="SeenPacking"/>
/// </code>
/// Numbers are 7 bits a byte; texts are UTF-8 after their length.
/// </remarks>
internal static class SeenObjectsForm
{
    public static void Write(BinaryWriter to, IReadOnlyList<DetectorRecord> records)
    {
        to.Write7BitEncodedInt(records.Count);
        foreach (var record in records)
        {
            to.Write(record.Kind);
            to.Write(record.Detector is not null);
            if (record.Detector is { } origin)
            {
                to.Write(origin.Kind);
                to.Write(origin.Name);
                to.Write(origin.Version);
                to.Write7BitEncodedInt(record.Labels.Count);
                foreach (var label in record.Labels)
                {
                    to.Write(label);
                }
            }

            to.Write(record.Missing ?? "");
            to.Write(record.Failure ?? "");
        }
    }

    public static IReadOnlyList<DetectorRecord> ReadRecords(BinaryReader from)
    {
        var records = new DetectorRecord[from.Read7BitEncodedInt()];
        for (var at = 0; at < records.Length; at++)
        {
            var kind = from.ReadString();
            var (origin, labels) = (default(Origin), Array.Empty<string>());
            if (from.ReadBoolean())
            {
                origin = new Origin(from.ReadString(), from.ReadString(), from.ReadString());
                labels = [.. Enumerable.Range(0, from.Read7BitEncodedInt()).Select(_ => from.ReadString())];
            }

            records[at] = new DetectorRecord(kind, origin, labels, TextOrNull(from), TextOrNull(from));
        }

        return records;
    }

    public static void Write(BinaryWriter to, IReadOnlyList<IReadOnlyList<SeenObject>?> look, int records)
    {
        for (var at = 0; at < records; at++)
        {
            SeenPacking.Write(to, look[at]);
        }
    }

    public static IReadOnlyList<IReadOnlyList<SeenObject>?> ReadLook(BinaryReader from, int records)
    {
        var look = new IReadOnlyList<SeenObject>?[records];
        for (var at = 0; at < records; at++)
        {
            look[at] = SeenPacking.Read(from);
        }

        return look;
    }

    private static string? TextOrNull(BinaryReader from) => from.ReadString() is { Length: > 0 } text ? text : null;
}
