using Microsoft.Data.Sqlite;
using VideoIndex.Brands;
using VideoIndex.Hearing;
using VideoIndex.Metadata;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Metadata;

/// <summary>Reads what people keep of videos.</summary>
internal sealed class FactReader(SqliteConnection connection)
{
    private const string OfVideo = "WHERE video = $video";

    /// <summary>Reads the fields, in the order they were defined.</summary>
    public IReadOnlyList<FieldDefinition> Fields()
    {
        var choices = connection.Rows("SELECT field, choice FROM field_choice ORDER BY field, position", row => (Field: row.GetInt64(0), Choice: row.GetString(1)))
            .ToLookup(row => row.Field, row => row.Choice);
        return connection.Rows(
            "SELECT number, name, type FROM custom_field ORDER BY number",
            row => new FieldDefinition(row.GetString(1), FieldTypes.Read(row.GetString(2)), [.. choices[row.GetInt64(0)]]));
    }

    /// <summary>Reads the fields, and how many videos have a value of each.</summary>
    public IReadOnlyList<FieldUse> Uses()
    {
        var used = connection.Rows(
            "SELECT name, (SELECT count(DISTINCT video) FROM field_value WHERE field = number) FROM custom_field", row => KeyValuePair.Create(row.GetString(0), row.GetInt32(1))).ToDictionary();
        return [.. Fields().Select(field => new FieldUse(field, used[field.Name]))];
    }

    /// <summary>Reads the collections, by name.</summary>
    public IReadOnlyList<CollectionUse> Collections() => connection.Rows(
        "SELECT name, (SELECT count(*) FROM in_collection WHERE collection = number) FROM collection ORDER BY folded",
        row => new CollectionUse(row.GetString(0), row.GetInt32(1)));

    /// <summary>Reads what a question may name.</summary>
    public QuestionContext Context()
    {
        var spoken = connection.Rows("SELECT DISTINCT language FROM transcript WHERE language IS NOT NULL", row => SpokenLanguage.Of(row.GetString(0)));
        return new QuestionContext(Fields(), [.. spoken.OfType<string>().Append("en").Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>Reads what is kept of one video; null when there is none of that ordinal.</summary>
    public VideoFacts? Of(long ordinal) => Read("WHERE ordinal = $video", OfVideo, ("$video", ordinal)) is [var facts] ? facts : null;

    /// <summary>Reads what is kept of every video, in the order they came into the library: each table once.</summary>
    public IReadOnlyList<VideoFacts> All() => Read("ORDER BY ordinal", "");

    /// <summary>Reads what was changed of a video; of the fields where there is none.</summary>
    public IReadOnlyList<PastChange> History(long? ordinal) => connection.Rows(
        "SELECT at, by, what, detail FROM fact_change WHERE video IS $video ORDER BY number",
        row => new PastChange(new Stamp(StoreClock.Read(row.GetString(0)), row.GetString(1)), row.GetString(2), row.GetString(3)),
        ("$video", ordinal));

    private List<VideoFacts> Read(string which, string whose, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var fields = Fields().ToDictionary(field => field.Name);
        var kept = connection.Rows(
            $"SELECT video, name, value FROM field_value JOIN custom_field ON custom_field.number = field {whose} ORDER BY video, field, position",
            row => (Video: row.GetInt64(0), Field: row.GetString(1), Value: FieldValues.Read(fields[row.GetString(1)], row.GetString(2))),
            values).ToLookup(row => row.Video, row => (row.Field, row.Value));
        var collections = connection.Rows(
            $"SELECT video, name FROM in_collection JOIN collection ON collection.number = in_collection.collection {whose} ORDER BY folded",
            row => (Video: row.GetInt64(0), Name: row.GetString(1)),
            values).ToLookup(row => row.Video, row => row.Name);
        var ordinals = connection.Rows($"SELECT ordinal FROM video {which}", row => row.GetInt64(0), values);
        return [.. VideoTable.Read(connection, which, values).Zip(ordinals, (video, ordinal) => new VideoFacts(video)
        {
            Collections = [.. collections[ordinal]],
            Fields = Grouped(kept[ordinal]),
        })];
    }

    private static Dictionary<string, IReadOnlyList<FieldValue>> Grouped(IEnumerable<(string Field, FieldValue Value)> values) => values
        .GroupBy(one => one.Field, one => one.Value)
        .ToDictionary(field => field.Key, IReadOnlyList<FieldValue> (field) => [.. field]);
}
