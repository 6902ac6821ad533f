using Microsoft.Data.Sqlite;
using VideoIndex.Brands;
using VideoIndex.Events;
using VideoIndex.Logos;
using VideoIndex.Logos.Ends;
using VideoIndex.Metadata;
using VideoIndex.Sidecars;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Copies;
using VideoIndex.Sqlite.Events;
using VideoIndex.Sqlite.Importing;
using VideoIndex.Sqlite.Jobs;
using VideoIndex.Sqlite.Metadata;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Sidecars;

/// <summary>Takes in what is known of one video, inside the transaction that is open.</summary>
internal sealed class VideoRestore(SqliteConnection connection, StoreClock clock)
{
    private readonly List<string> _notes = [];

    /// <summary>Takes it in.</summary>
    /// <returns>What was left out and why.</returns>
    public IReadOnlyList<string> Restore(VideoSidecar sidecar)
    {
        var contents = sidecar.Contents;
        var video = contents.Video.State == VideoState.Accepted ? contents.Video : EndRun(contents.Video);
        var ordinal = VideoTable.OrdinalOf(connection, video.Id) is null && IsNew(sidecar.Arrival)
            ? VideoTable.Write(connection, video, sidecar.Arrival)
            : VideoTable.Write(connection, video);
        var writer = new ContentsWriter(connection, ordinal);
        writer.Clear();
        ReviewLines.Add(connection, ordinal, video.Id, sidecar.Reviews);
        WriteFields(ordinal, sidecar.Fields);
        WriteCollections(ordinal, sidecar.Collections);
        PastLines.Add(
            connection,
            "INSERT INTO fact_change (video, at, by, what, detail) VALUES ($video, $at, $by, $what, $detail)",
            sidecar.Changes,
            new FactReader(connection).History(ordinal),
            ("$video", ordinal));
        WriteImports(ordinal, sidecar);
        WriteFound(writer, ordinal, sidecar); // with what was taken in and what people said beside it
        WriteLogos(ordinal, sidecar.Logos);
        WriteTold(ordinal, sidecar.Told);
        writer.MakeSearchable();
        OutboxTable.Add(connection, clock, EventOfState(video), video.Id);
        return _notes;
    }

    // A place that was had once is never given again, whoever had it.
    private bool IsNew(long arrival) =>
        arrival > connection.Number("SELECT max((SELECT coalesce(max(ordinal), 0) FROM video), (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'video'))");

    // What it cost stands in the side-car: nothing is measured here.
    private Video EndRun(Video video)
    {
        new RunTable(connection, clock).End(video);
        return video;
    }

    private static EventDraft EventOfState(Video video) => EventOf.OfVideo(
        video.State switch
        {
            VideoState.Accepted => EventTypes.Searchable,
            VideoState.Rejected => EventTypes.Rejected,
            VideoState.Quarantined => EventTypes.Quarantined,
            _ => EventTypes.Indexed,
        },
        video);

    private void WriteFound(ContentsWriter writer, long ordinal, VideoSidecar sidecar)
    {
        var contents = sidecar.Contents;
        writer.WriteShots(contents.Shots);
        writer.WriteStructure(contents.Transitions, contents.Scenes);
        writer.WriteMoments(contents.Transcripts, contents.Tags);
        if (sidecar.Evidence is { } evidence)
        {
            writer.WriteEvidence(evidence);
        }

        if (sidecar.Prints is { } prints)
        {
            PrintTable.Write(connection, ordinal, prints);
        }

        foreach (var vectors in sidecar.Vectors)
        {
            writer.WriteVectors(vectors);
        }
    }

    // What the library took in itself stays as it is.
    private void WriteImports(long ordinal, VideoSidecar sidecar)
    {
        foreach (var import in sidecar.Imports)
        {
            var owner = connection.Rows("SELECT video FROM import WHERE id = $id", row => (long?)row.GetInt64(0), ("$id", import.Id)).SingleOrDefault();
            if (owner is null)
            {
                ImportTable.Write(connection, ordinal, import);
            }
            else if (owner != ordinal)
            {
                _notes.Add($"What came in with {import.Name} is known here of another video, so it is left out.");
            }
        }
    }

    private void WriteFields(long ordinal, IReadOnlyList<FieldKept> fields)
    {
        var here = new FactReader(connection).Of(ordinal)!.Fields;
        foreach (var (name, type, values) in fields)
        {
            var field = FieldRestore.Define(connection, new FieldDefinition(name, type, type is FieldType.SingleChoice or FieldType.MultiChoice ? values : []), $"/fields/{name}");
            if (here.ContainsKey(name))
            {
                continue;
            }

            foreach (var (position, value) in values.Select(value => FieldRestore.Read(field, value)).Index())
            {
                connection.Run(
                    "INSERT INTO field_value SELECT $video, number, $position, $value FROM custom_field WHERE name = $name",
                    ("$video", ordinal), ("$position", position), ("$value", FieldValues.Write(value)), ("$name", field.Name));
            }
        }
    }

    private void WriteCollections(long ordinal, IReadOnlyList<string> collections)
    {
        foreach (var name in collections.Select(FieldRestore.ReadCollection))
        {
            connection.Run("INSERT INTO collection (name, folded) VALUES ($name, $folded) ON CONFLICT (folded) DO NOTHING", ("$name", name), ("$folded", FieldText.Folded(name)));
            connection.Run(
                "INSERT INTO in_collection SELECT $video, number FROM collection WHERE folded = $folded ON CONFLICT DO NOTHING", ("$video", ordinal), ("$folded", FieldText.Folded(name)));
        }
    }

    private void WriteLogos(long ordinal, IReadOnlyList<LogoSeen> logos)
    {
        var known = connection.Rows(
            "SELECT brand.folded, logo.folded, logo.number FROM logo JOIN brand ON brand.number = logo.brand WHERE is_removed = 0",
            row => KeyValuePair.Create((row.GetString(0), row.GetString(1)), row.GetInt64(2))).ToDictionary();
        foreach (var seen in logos)
        {
            if (!known.TryGetValue((BrandName.Fold(seen.Brand), BrandName.Fold(seen.Logo)), out var logo))
            {
                _notes.Add($"The logo '{seen.Logo}' of {seen.Brand} is not known here, so where it was seen is left out.");
                continue;
            }

            Keep("found_logo", seen.Basis, SightingPacking.Pack(seen.Sightings));
            Keep("found_end", seen.EndsBasis, EndPacking.Pack(seen.Ends));

            void Keep(string table, string? basis, byte[] bytes)
            {
                if (basis is not null)
                {
                    connection.Run($"INSERT OR REPLACE INTO {table} VALUES ($video, $logo, $basis, $bytes)", ("$video", ordinal), ("$logo", logo), ("$basis", basis), ("$bytes", bytes));
                }
            }
        }
    }

    private void WriteTold(long ordinal, IReadOnlyList<MomentTold> told)
    {
        foreach (var one in told)
        {
            connection.Run(
                """
                INSERT INTO alert_moment SELECT number, $video, $kind, $text, $starts, $ends, $told FROM alert
                WHERE name = $alert AND NOT EXISTS (
                    SELECT 1 FROM alert_moment WHERE alert = number AND video = $video AND kind = $kind AND text = $text AND starts = $starts AND ends = $ends)
                """,
                ("$alert", one.Alert),
                ("$video", ordinal),
                ("$kind", one.Kind),
                ("$text", one.Text),
                ("$starts", one.Span.Start.Text()),
                ("$ends", one.Span.End.Text()),
                ("$told", one.WasTold ? 1 : 0));
        }
    }
}
