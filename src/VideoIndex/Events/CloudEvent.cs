using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VideoIndex.Events;

/// <summary>Something that happened, as CloudEvents 1.0 writes it.</summary>
/// <param name="Sequence">Its place among all events of the library, from 1: rising, never given twice. Also its id.</param>
/// <param name="Source">The library, as a URN: <c>urn:videoindex:library:...</c>.</param>
/// <param name="Type">What happened: one of <see cref="EventTypes"/>.</param>
/// <param name="Subject">What it happened to: a video's id, <c>job/NUMBER</c> or <c>field/NAME</c>.</param>
/// <param name="Time">When, in UTC. Order is by sequence, not by time: clocks jump.</param>
/// <param name="Details">More, as a JSON object: the member <c>data</c>.</param>
public sealed record CloudEvent(long Sequence, string Source, string Type, string Subject, DateTimeOffset Time, string Details)
{
    /// <summary>Returns the event in CloudEvents' JSON form, on one line.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", Sequence.ToString(CultureInfo.InvariantCulture));
            json.WriteString("source", Source);
            json.WriteString("type", Type);
            json.WriteString("subject", Subject);
            json.WriteString("time", Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("datacontenttype", "application/json");
            json.WritePropertyName("data");
            json.WriteRawValue(Details);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

/// <summary>The kinds of event. The names are a promise to those who listen.</summary>
public static class EventTypes
{
    /// <summary>A file was offered, and is known from now on.</summary>
    public const string Accepted = "videoindex.video.accepted";

    /// <summary>First moments can be found; finer ones will take their place.</summary>
    public const string Searchable = "videoindex.video.searchable";

    /// <summary>Everything is found: the state is ok or degraded.</summary>
    public const string Indexed = "videoindex.video.indexed";

    /// <summary>The file cannot be read.</summary>
    public const string Rejected = "videoindex.video.rejected";

    /// <summary>The file is kept apart.</summary>
    public const string Quarantined = "videoindex.video.quarantined";

    /// <summary>Shots were decided anew.</summary>
    public const string Retuned = "videoindex.video.retuned";

    /// <summary>Other logos are known in it than before: some were looked for, or a brand was changed.</summary>
    public const string LogosFound = "videoindex.video.logos";

    /// <summary>What is said in one of its audio tracks was written down, or it is known that nobody speaks.</summary>
    public const string Heard = "videoindex.video.heard";

    /// <summary>What people keep of it was changed: a value of a field, a collection.</summary>
    public const string FactsChanged = "videoindex.video.facts";

    /// <summary>A person said that a claim is right or wrong, or added, corrected or withdrew a tag.</summary>
    public const string Reviewed = "videoindex.video.reviewed";

    /// <summary>What another system, or a file somebody wrote, says of it was taken in or taken out.</summary>
    public const string Imported = "videoindex.video.imported";

    /// <summary>The file has another path now.</summary>
    public const string Moved = "videoindex.video.moved";

    /// <summary>A video was removed from the library.</summary>
    public const string Removed = "videoindex.video.removed";

    /// <summary>A moment answers a question that stands: see docs/alerts.md.</summary>
    public const string AlertFired = "videoindex.alert";

    /// <summary>A field was defined or removed, or its choices were changed.</summary>
    public const string FieldChanged = "videoindex.field.changed";

    /// <summary>A job was given up and waits for a person.</summary>
    public const string JobDead = "videoindex.job.dead";

    /// <summary>A person had a dead job tried again.</summary>
    public const string JobRetried = "videoindex.job.retried";

    /// <summary>A person gave a dead job up.</summary>
    public const string JobDiscarded = "videoindex.job.discarded";
}
