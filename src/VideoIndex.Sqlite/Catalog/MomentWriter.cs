using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Transcripts;

namespace VideoIndex.Sqlite.Catalog;

/// <summary>Writes utterances and tags, each with its moment key. They must come in rising order of start.</summary>
internal sealed class MomentWriter(SqliteConnection connection, long ordinal) : IDisposable
{
    private readonly MomentKey _keys = new(ordinal);

    private readonly SqliteCommand _utterance = connection.Statement(
        "INSERT INTO utterance VALUES ($key, $transcript, $position, $starts, $ends, $starts_us, $text, $confidence, $speaker, $language, $dropped, $words, $status)");

    private readonly SqliteCommand _joint = connection.Statement("INSERT INTO joint VALUES ($key, $first, $second)");

    private readonly SqliteCommand _tag = connection.Statement(
        """
        INSERT INTO tag VALUES
            ($key, $position, $starts, $ends, $starts_us, $kind, $label, $confidence, $origin_kind, $origin_name, $origin_version,
             $box, $angle, $language, $how, $path, $status, $human, $import)
        """);

    /// <summary>Writes an utterance, and its joint with the next one of its transcript where there is one.</summary>
    public void Write(Utterance utterance, int transcript, int position, UtteranceJoint? joint, int? status)
    {
        var key = _keys.Next(utterance.Span.Start);
        _utterance.Run(
            ("$key", key),
            ("$transcript", transcript),
            ("$position", position),
            ("$starts", utterance.Span.Start.Text()),
            ("$ends", utterance.Span.End.Text()),
            ("$starts_us", utterance.Span.Start.Microseconds()),
            ("$text", utterance.Text),
            ("$confidence", utterance.Confidence?.Value),
            ("$speaker", utterance.Speaker),
            ("$language", utterance.Language),
            ("$dropped", utterance.Dropped),
            ("$words", utterance.Words is [] ? null : SpokenWordsForm.Write(utterance.Words)),
            ("$status", status));
        if (joint is not null)
        {
            _joint.Run(("$key", _keys.Next(utterance.Span.Start)), ("$first", key), ("$second", joint.Second));
        }
    }

    /// <summary>Writes a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="position">Its place among the tags.</param>
    /// <param name="status">What people say of it, as it is kept.</param>
    /// <param name="human">Which of those that people added it is; null for all others.</param>
    /// <param name="import">Which import it came in with; null for all others.</param>
    public void Write(Tag tag, int position, int? status, long? human = null, long? import = null)
    {
        var key = _keys.Next(tag.Span.Start);
        _tag.Run(
            ("$key", key),
            ("$position", position),
            ("$starts", tag.Span.Start.Text()),
            ("$ends", tag.Span.End.Text()),
            ("$starts_us", tag.Span.Start.Microseconds()),
            ("$kind", tag.Kind),
            ("$label", tag.Label),
            ("$confidence", tag.Confidence.Value),
            ("$origin_kind", tag.Origin.Kind),
            ("$origin_name", tag.Origin.Name),
            ("$origin_version", tag.Origin.Version),
            ("$box", tag.Box?.Text()),
            ("$angle", tag.Angle),
            ("$language", tag.Language),
            ("$how", tag.How),
            ("$path", tag.Path is { } path ? TagPathForm.Write(path) : null),
            ("$status", status),
            ("$human", human),
            ("$import", import));
    }

    public void Dispose()
    {
        _utterance.Dispose();
        _joint.Dispose();
        _tag.Dispose();
    }
}
