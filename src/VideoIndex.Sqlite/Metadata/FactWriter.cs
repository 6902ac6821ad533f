using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Brands;
using VideoIndex.Events;
using VideoIndex.Metadata;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Events;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Metadata;

/// <summary>Carries out changes to what people keep of videos, and remembers each, inside the transaction that is open.</summary>
/// <param name="connection">The library.</param>
/// <param name="clock">What tells when.</param>
/// <param name="by">Who makes the changes.</param>
internal sealed class FactWriter(SqliteConnection connection, StoreClock clock, string by)
{
    private readonly Stamp _stamp = new(clock.Today, by);
    private readonly Dictionary<VideoId, long> _changed = [];
    private List<FieldDefinition> _fields = [.. new FactReader(connection).Fields()];

    /// <summary>Makes changes in their order, and tells of each video and each field that was changed once.</summary>
    public void Change(IReadOnlyList<FactChange> changes)
    {
        foreach (var change in changes)
        {
            switch (change)
            {
                case FactChange.Define { Field: var typed }:
                    Define(FieldRules.Define(typed, _fields));
                    break;
                case FactChange.RemoveChoice { Field: var name, Choice: var choice, WithValues: var withValues }:
                    RemoveChoice(FieldRules.Find(name, _fields), choice, withValues);
                    break;
                case FactChange.RemoveField { Field: var name, WithValues: var withValues }:
                    RemoveField(FieldRules.Find(name, _fields), withValues);
                    break;
                case FactChange.Give { Video: var video, Field: var name, Typed: var typed }:
                    Set(video, FieldRules.Find(name, _fields), typed);
                    break;
                case FactChange.Collect { Video: var video, Collection: var name }:
                    Collect(video, FieldRules.ReadCollection(name));
                    break;
                case FactChange.Release { Video: var video, Collection: var name }:
                    Release(video, FieldRules.ReadCollection(name));
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(changes), change, "There is no such change.");
            }
        }

        foreach (var (video, ordinal) in _changed)
        {
            var facts = VideoTable.Read(connection, "WHERE ordinal = $ordinal", ("$ordinal", ordinal)).Single();
            OutboxTable.Add(connection, clock, EventOf.OfVideo(EventTypes.FactsChanged, facts), video);
        }
    }

    /// <summary>Deletes the collections without a video.</summary>
    public static void DropEmpty(SqliteConnection connection) =>
        connection.Run("DELETE FROM collection WHERE NOT EXISTS (SELECT 1 FROM in_collection WHERE collection = number)");

    private void Define(FieldDefinition field)
    {
        var before = _fields.FirstOrDefault(known => known.Name == field.Name);
        if (before is null)
        {
            connection.Run("INSERT INTO custom_field (name, type) VALUES ($name, $type)", ("$name", field.Name), ("$type", field.Type.Name()));
            Remember(null, "field-defined", field.HasChoices ? $"{field.Name}, {field.Type.Name()} of {string.Join(", ", field.Choices)}" : $"{field.Name}, {field.Type.Name()}");
        }
        else if (before.Choices.Count < field.Choices.Count)
        {
            Remember(null, "choices-added", $"to {field.Name}: {string.Join(", ", field.Choices.Except(before.Choices))}");
        }
        else
        {
            return;
        }

        Keep(field);
    }

    private void RemoveChoice(FieldDefinition field, string typed, bool withValues)
    {
        var number = NumberOf(field.Name);
        var choice = field.Choice(typed) ?? "";
        var users = VideosWith("field = $field AND value = $value", ("$field", number), ("$value", choice));
        var left = FieldRules.WithoutChoice(field, typed, users.Count, withValues);
        var facts = new FactReader(connection);
        foreach (var (video, ordinal) in users)
        {
            var kept = facts.Of(ordinal)!.Fields[field.Name];
            Replace(video, ordinal, field, kept, [.. kept.Where(value => value.Text != choice)]);
        }

        Remember(null, "choice-removed", $"{choice} from {field.Name}");
        Keep(left);
    }

    private void RemoveField(FieldDefinition field, bool withValues)
    {
        var users = VideosWith("field = $field", ("$field", NumberOf(field.Name)));
        FieldRules.RefuseUsed("field-in-use", $"a value of {field.Name}", users.Count, withValues);
        foreach (var (video, ordinal) in users)
        {
            Set(video, field, "");
        }

        connection.Run("DELETE FROM custom_field WHERE name = $name", ("$name", field.Name));
        Remember(null, "field-removed", $"{field.Name}, {field.Type.Name()}");
        OutboxTable.Add(connection, clock, EventOf.OfField(field.Name, null), video: null);
        _fields.Remove(field);
    }

    // A definition as it is now: its choices, and the event that tells of it.
    private void Keep(FieldDefinition field)
    {
        var number = NumberOf(field.Name);
        connection.Run("DELETE FROM field_choice WHERE field = $field", ("$field", number));
        foreach (var (position, choice) in field.Choices.Index())
        {
            connection.Run("INSERT INTO field_choice VALUES ($field, $position, $choice)", ("$field", number), ("$position", position), ("$choice", choice));
        }

        OutboxTable.Add(connection, clock, EventOf.OfField(field.Name, field.Type.Name()), video: null);
        _fields = [.. new FactReader(connection).Fields()];
    }

    private void Set(VideoId video, FieldDefinition field, string typed)
    {
        var values = FieldValues.ReadAll(field, typed);
        var ordinal = OrdinalOf(video);
        var before = new FactReader(connection).Of(ordinal)!.Fields.GetValueOrDefault(field.Name) ?? [];
        if (!before.SequenceEqual(values))
        {
            Replace(video, ordinal, field, before, values);
        }
    }

    private void Replace(VideoId video, long ordinal, FieldDefinition field, IReadOnlyList<FieldValue> before, IReadOnlyList<FieldValue> values)
    {
        var number = NumberOf(field.Name);
        connection.Run("DELETE FROM field_value WHERE video = $video AND field = $field", ("$video", ordinal), ("$field", number));
        foreach (var (position, value) in values.Index())
        {
            connection.Run(
                "INSERT INTO field_value VALUES ($video, $field, $position, $value)",
                ("$video", ordinal), ("$field", number), ("$position", position), ("$value", FieldValues.Write(value)));
        }

        var (old, now) = (FieldValues.WriteAll(before), FieldValues.WriteAll(values));
        Remember(ordinal, values is [] ? "cleared" : "set", values is [] ? $"{field.Name} was {old}" : before is [] ? $"{field.Name} to {now}" : $"{field.Name} from {old} to {now}");
        _changed[video] = ordinal;
    }

    private void Collect(VideoId video, string name)
    {
        var ordinal = OrdinalOf(video);
        connection.Run("INSERT INTO collection (name, folded) VALUES ($name, $folded) ON CONFLICT (folded) DO NOTHING", ("$name", name), ("$folded", FieldText.Folded(name)));
        var (number, known) = Find(name)!.Value;
        if (connection.Run("INSERT INTO in_collection VALUES ($video, $collection) ON CONFLICT DO NOTHING", ("$video", ordinal), ("$collection", number)) > 0)
        {
            Remember(ordinal, "collected", known);
            _changed[video] = ordinal;
        }
    }

    private void Release(VideoId video, string name)
    {
        var ordinal = OrdinalOf(video);
        var (number, known) = Find(name) ?? throw new FactException("no-such-collection", $"There is no collection '{name}'.");
        if (connection.Run("DELETE FROM in_collection WHERE video = $video AND collection = $collection", ("$video", ordinal), ("$collection", number)) > 0)
        {
            Remember(ordinal, "released", known);
            DropEmpty(connection);
            _changed[video] = ordinal;
        }
    }

    private (long Number, string Name)? Find(string name) => connection.Rows(
        "SELECT number, name FROM collection WHERE folded = $folded", row => ((long, string)?)(row.GetInt64(0), row.GetString(1)), ("$folded", FieldText.Folded(name))).SingleOrDefault();

    private List<(VideoId Video, long Ordinal)> VideosWith(string condition, params ReadOnlySpan<(string Name, object? Value)> values) => connection.Rows(
        $"SELECT DISTINCT id, ordinal FROM field_value JOIN video ON ordinal = field_value.video WHERE {condition} ORDER BY ordinal",
        row => (VideoId.TryParse(row.GetString(0), out var id) ? id : default, row.GetInt64(1)),
        values);

    private long NumberOf(string field) => connection.Number("SELECT number FROM custom_field WHERE name = $name", ("$name", field));

    private long OrdinalOf(VideoId video) => VideoTable.OrdinalOf(connection, video)
        ?? throw new FactException("no-such-video", $"There is no video {video} in the library any more.");

    private void Remember(long? video, string what, string detail) => connection.Run(
        "INSERT INTO fact_change (video, at, by, what, detail) VALUES ($video, $at, $by, $what, $detail)",
        ("$video", video), ("$at", _stamp.At.ToString("O", CultureInfo.InvariantCulture)), ("$by", _stamp.By), ("$what", what), ("$detail", detail));
}
