using Microsoft.Data.Sqlite;
using VideoIndex.Logos;
using VideoIndex.Logos.Ends;
using VideoIndex.Metadata;
using VideoIndex.Sidecars;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Copies;
using VideoIndex.Sqlite.Importing;
using VideoIndex.Sqlite.Metadata;
using VideoIndex.Sqlite.Reviews;
using VideoIndex.Sqlite.Similar;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Sidecars;

/// <summary>Reads everything known of one video.</summary>
internal sealed class SidecarReader(SqliteConnection connection)
{
    /// <summary>Reads it; null when there is no such video.</summary>
    public VideoSidecar? Read(VideoId id)
    {
        if (VideoTable.OrdinalOf(connection, id) is not { } ordinal)
        {
            return null;
        }

        var reader = new ContentsReader(connection, id, ordinal);
        var video = VideoTable.Read(connection, "WHERE ordinal = $ordinal", ("$ordinal", ordinal)).Single();
        var facts = new FactReader(connection);
        var (said, claimed) = (reader.ReadTranscripts().Where(one => one.Import is null), reader.ReadTags().Where(one => one.Import is null));
        return new VideoSidecar(ordinal, new VideoContents(video, reader.ReadShots(), [.. said], [.. claimed])
        {
            Transitions = reader.ReadTransitions(),
            Scenes = reader.ReadScenes(),
        })
        {
            Evidence = reader.ReadEvidence(),
            Prints = PrintTable.Read(connection, ordinal),
            Vectors = [.. VectorTable.Read(connection, ordinal, id).OrderBy(vectors => vectors.Source.Kind)],
            Logos = Logos(ordinal),
            Fields = Fields(facts, ordinal),
            Collections = facts.Of(ordinal)!.Collections,
            Changes = facts.History(ordinal),
            Reviews = ReviewLines.Numbered(ReviewTable.Read(connection, ordinal, id)),
            Imports = ImportTable.Read(connection, ordinal, id),
            Told = Told(ordinal),
        };
    }

    private static List<FieldKept> Fields(FactReader facts, long ordinal)
    {
        var kept = facts.Of(ordinal)!.Fields;
        return [.. facts.Fields().Where(field => kept.ContainsKey(field.Name)).Select(field => new FieldKept(field.Name, field.Type, [.. kept[field.Name].Select(FieldValues.Write)]))];
    }

    // What was found by a logo that was taken away is of no use elsewhere.
    private List<LogoSeen> Logos(long ordinal)
    {
        var sightings = Packed("SELECT logo, basis, sightings FROM found_logo WHERE video = $video", ordinal);
        var ends = Packed("SELECT logo, basis, ends FROM found_end WHERE video = $video", ordinal);
        return
        [
            .. connection.Rows(
                "SELECT logo.number, brand.name, logo.name FROM logo JOIN brand ON brand.number = logo.brand WHERE is_removed = 0 ORDER BY logo.number",
                row => (Number: row.GetInt64(0), Brand: row.GetString(1), Logo: row.GetString(2)))
                .Where(logo => sightings.ContainsKey(logo.Number) || ends.ContainsKey(logo.Number))
                .Select(logo => new LogoSeen(logo.Brand, logo.Logo)
                {
                    Basis = sightings.TryGetValue(logo.Number, out var found) ? found.Basis : null,
                    Sightings = found.Bytes is { } seen ? SightingPacking.Unpack(seen) : [],
                    EndsBasis = ends.TryGetValue(logo.Number, out var looked) ? looked.Basis : null,
                    Ends = looked.Bytes is { } known ? EndPacking.Unpack(known) : new Dictionary<UInt128, FoundEnd?>(),
                }),
        ];
    }

    private Dictionary<long, (string Basis, byte[] Bytes)> Packed(string sql, long ordinal) => connection.Rows(
        sql, row => KeyValuePair.Create(row.GetInt64(0), (row.GetString(1), row.GetFieldValue<byte[]>(2))), ("$video", ordinal)).ToDictionary();

    private List<MomentTold> Told(long ordinal) => connection.Rows(
        "SELECT name, kind, text, starts, ends, was_told FROM alert_moment JOIN alert ON alert.number = alert WHERE video = $video ORDER BY name, alert_moment.rowid",
        row => new MomentTold(row.GetString(0), row.GetString(1), row.GetString(2), row.Span(3), row.GetBoolean(5)),
        ("$video", ordinal));
}
