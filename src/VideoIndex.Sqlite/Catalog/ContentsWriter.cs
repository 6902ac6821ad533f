using System.Text.Json;
using Microsoft.Data.Sqlite;
using VideoIndex.Looks;
using VideoIndex.Scenes;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Similar;
using VideoIndex.Sqlite.Importing;
using VideoIndex.Sqlite.Reviews;
using VideoIndex.Sqlite.Search;
using VideoIndex.Sqlite.Similar;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Catalog;

/// <summary>Writes what was found in one video, and makes it searchable.</summary>
internal sealed class ContentsWriter(SqliteConnection connection, long ordinal)
{
    /// <summary>Deletes everything found in the video, leaving its own row.</summary>
    public void Clear()
    {
        foreach (var table in new[] { "shot", "transition", "scene", "transcript", "frame_evidence", "frame_block", "sketch_block", "look_block", "detector", "detection_block", "print", "found_logo", "found_end", "vectors" })
        {
            connection.Run($"DELETE FROM {table} WHERE video = $video", ("$video", ordinal));
        }

        foreach (var (table, key) in new[] { ("utterance", "key"), ("joint", "key"), ("tag", "key") })
        {
            connection.Run(
                $"DELETE FROM {table} WHERE {key} BETWEEN $first AND $last",
                ("$first", MomentKey.Whole(ordinal)),
                ("$last", MomentKey.Last(ordinal)));
        }
    }

    /// <summary>Writes the shots.</summary>
    public void WriteShots(IReadOnlyList<ShotRecord> shots)
    {
        using var insert = connection.Statement(
            """
            INSERT INTO shot (video, position, number, starts, ends, starts_us, keyframe_at, keyframe)
            VALUES ($video, $position, $number, $starts, $ends, $starts_us, $keyframe_at, $keyframe)
            """);
        foreach (var (position, (shot, keyframeTime, keyframe)) in shots.Index())
        {
            insert.Run(
                ("$video", ordinal),
                ("$position", position),
                ("$number", shot.Number),
                ("$starts", shot.Span.Start.Text()),
                ("$ends", shot.Span.End.Text()),
                ("$starts_us", shot.Span.Start.Microseconds()),
                ("$keyframe_at", keyframeTime.Text()),
                ("$keyframe", keyframe));
        }
    }

    /// <summary>Writes what shots are known by, where it was made.</summary>
    public void WriteVectors(VideoVectors? vectors)
    {
        if (vectors is not null)
        {
            VectorTable.Write(connection, ordinal, vectors);
        }
    }

    /// <summary>Writes how shots give way to each other, and what scenes they make.</summary>
    public void WriteStructure(IReadOnlyList<Transition> transitions, IReadOnlyList<Scene> scenes)
    {
        using var transition = connection.Statement("INSERT INTO transition VALUES ($video, $position, $kind, $starts, $ends, $at)");
        foreach (var (position, one) in transitions.Index())
        {
            transition.Run(
                ("$video", ordinal),
                ("$position", position),
                ("$kind", TransitionNames.Of(one.Kind)),
                ("$starts", one.Span.Start.Text()),
                ("$ends", one.Span.End.Text()),
                ("$at", one.At.Text()));
        }

        using var scene = connection.Statement("INSERT INTO scene VALUES ($video, $number, $starts, $ends, $starts_us, $first, $last)");
        foreach (var one in scenes)
        {
            scene.Run(
                ("$video", ordinal),
                ("$number", one.Number),
                ("$starts", one.Span.Start.Text()),
                ("$ends", one.Span.End.Text()),
                ("$starts_us", one.Span.Start.Microseconds()),
                ("$first", one.FirstShot),
                ("$last", one.LastShot));
        }
    }

    /// <summary>Puts a new decision in the place of the old one. Everything with words is written anew: moment keys rise with time.</summary>
    public void ReplaceStructure(VideoStructure decided, IReadOnlyList<Transcript> transcripts, IReadOnlyList<Tag> tags)
    {
        foreach (var table in new[] { "shot", "transition", "scene" })
        {
            connection.Run($"DELETE FROM {table} WHERE video = $video", ("$video", ordinal));
        }

        VectorTable.ForgetPictures(connection, ordinal);
        WriteShots(decided.Shots);
        WriteVectors(decided.Vectors);
        WriteStructure(decided.Transitions, decided.Scenes);
        ReplaceMoments(transcripts, [.. tags.Where(tag => !VideoStructure.FactKinds.Contains(tag.Kind)), .. decided.Facts]);
    }

    /// <summary>Writes all that is said and claimed anew: their keys follow from their order in time.</summary>
    public void ReplaceMoments(IReadOnlyList<Transcript> transcripts, IReadOnlyList<Tag> tags)
    {
        connection.Run("DELETE FROM transcript WHERE video = $video", ("$video", ordinal));
        foreach (var (table, key) in new[] { ("utterance", "key"), ("joint", "key"), ("tag", "key") })
        {
            connection.Run(
                $"DELETE FROM {table} WHERE {key} > $whole AND {key} <= $last",
                ("$whole", MomentKey.Whole(ordinal)),
                ("$last", MomentKey.Last(ordinal)));
        }

        WriteMoments(transcripts, tags);
        MakeSearchable();
    }

    /// <summary>Makes the video found by what was written. Whoever writes calls this last.</summary>
    public void MakeSearchable() => SearchIndex.Update(connection, ordinal);

    /// <summary>Writes transcripts and tags, with what was taken in, what people said of it all, and the tags people added. A claim made twice is written once.</summary>
    public void WriteMoments(IReadOnlyList<Transcript> transcripts, IReadOnlyList<Tag> tags)
    {
        var (sayings, claims) = Beside.Of(transcripts, tags, ImportTable.ReadMoments(connection, ordinal));
        WriteTranscripts(sayings);

        var judged = JudgedMoments.Of(connection, ordinal, [.. sayings.Select(one => one.Transcript)], [.. claims.Select(one => one.Tag)]);
        using var writer = new MomentWriter(connection, ordinal);
        var said =
            from transcript in sayings.Select(one => one.Transcript).Index()
            let joints = UtteranceJoints.Of(transcript.Item).ToDictionary(joint => joint.First)
            from utterance in transcript.Item.Utterances.Index()
            let write = new Action(() => writer.Write(utterance.Item, transcript.Index, utterance.Index, joints.GetValueOrDefault(utterance.Index), judged.StatusOf(transcript.Item, utterance.Item)))
            select (utterance.Item.Span.Start, Write: write);
        var claimed =
            from tag in claims.Index()
            let write = new Action(() => writer.Write(tag.Item.Tag, tag.Index, judged.StatusOf(tag.Item.Tag), import: tag.Item.Import))
            select (tag.Item.Tag.Span.Start, Write: write);
        var added =
            from tag in judged.Added.Index()
            let write = new Action(() => writer.Write(tag.Item.Tag, claims.Count + tag.Index, judged.StatusOf(tag.Item.Tag), tag.Item.Number))
            select (tag.Item.Tag.Span.Start, Write: write);
        foreach (var (_, write) in said.Concat(claimed).Concat(added).OrderBy(moment => moment.Start)) // keys rise with time
        {
            write();
        }
    }

    private void WriteTranscripts(IReadOnlyList<(Transcript Transcript, long? Import)> sayings)
    {
        foreach (var (number, (transcript, import)) in sayings.Index())
        {
            connection.Run(
                "INSERT INTO transcript VALUES ($video, $number, $language, $kind, $name, $version, $track, $channel, $notes, $import)",
                ("$video", ordinal),
                ("$number", number),
                ("$language", transcript.Language),
                ("$kind", transcript.Origin.Kind),
                ("$name", transcript.Origin.Name),
                ("$version", transcript.Origin.Version),
                ("$track", transcript.Track),
                ("$channel", transcript.Channel),
                ("$notes", JsonSerializer.Serialize(transcript.Notes, CatalogJson.Default.IReadOnlyListString)),
                ("$import", import));
        }
    }

    /// <summary>Writes the evidence of every frame.</summary>
    public void WriteEvidence(FrameEvidence evidence)
    {
        connection.Run(
            "INSERT INTO frame_evidence VALUES ($video, $time_base, $zero, $ends, $frames)",
            ("$video", ordinal),
            ("$time_base", evidence.TimeBase.ToString()),
            ("$zero", evidence.Zero.Text()),
            ("$ends", evidence.End.Text()),
            ("$frames", evidence.Count));
        using var insert = connection.Statement("INSERT INTO frame_block VALUES ($video, $first, $frames)");
        for (var first = 0; first < evidence.Count; first += FrameBlock.Size)
        {
            var count = Math.Min(FrameBlock.Size, evidence.Count - first);
            var frames = FrameBlock.Pack(evidence.Timestamps, evidence.Scores, first, count);
            insert.Run(("$video", ordinal), ("$first", first), ("$frames", frames));
        }

        WriteSketches(evidence.Sketches);
        WriteLooks(evidence.Looks);
        DetectionTable.Write(connection, ordinal, evidence.Detections);
    }

    private void WriteSketches(FrameSketches sketches)
    {
        using var insert = connection.Statement("INSERT INTO sketch_block VALUES ($video, $first, $sketches)");
        for (var first = 0; first < sketches.Count; first += FrameBlock.Size)
        {
            var count = Math.Min(FrameBlock.Size, sketches.Count - first);
            var packed = SketchPacking.Pack(sketches.Bytes.Span.Slice(first * FrameSketches.Size, count * FrameSketches.Size));
            insert.Run(("$video", ordinal), ("$first", first), ("$sketches", packed));
        }
    }

    private void WriteLooks(FrameLooks looks)
    {
        using var insert = connection.Statement("INSERT INTO look_block VALUES ($video, $first, $looks)");
        for (var first = 0; first < looks.Frames.Count; first += LookBlock.Size)
        {
            insert.Run(("$video", ordinal), ("$first", first), ("$looks", LookBlock.Pack(looks, first, Math.Min(LookBlock.Size, looks.Frames.Count - first))));
        }
    }
}
