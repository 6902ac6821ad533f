using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Search.Evaluation;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Reviews;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Search.Things;

/// <summary>Reads the things of one video that can be found; each is read once.</summary>
/// <remarks>Their numbers are the low bits of their moment keys. Shots and scenes have none: theirs are their own.</remarks>
internal sealed class ThingReader(SqliteConnection connection, long ordinal)
{
    /// <summary>How many keys one statement names; more are read as a range.</summary>
    private const int MostKeys = 400;

    private static readonly Confidence Certain = new(1);

    private readonly Dictionary<long, SearchableSpan> _read = [];
    private Video? _video;
    private List<(long Key, SearchableSpan Thing)>? _all;

    /// <summary>Gets the video.</summary>
    public Video Video => _video ??= VideoTable.Read(connection, "WHERE ordinal = $ordinal", ("$ordinal", ordinal)).Single();

    /// <summary>Gets what the video itself is found by.</summary>
    public SearchableSpan Whole => Keep(MomentKey.Whole(ordinal), () => SearchableSpans.Whole(Video));

    /// <summary>Gets the shots.</summary>
    public IReadOnlyList<SearchableSpan> Shots => field ??= ReadParts("shot", "position");

    /// <summary>Gets the scenes.</summary>
    public IReadOnlyList<SearchableSpan> Scenes => field ??= ReadParts("scene", "number");

    /// <summary>Returns the things of some keys, each with its key, in rising order of it. What has no such key any more is left out.</summary>
    /// <param name="keys">The keys, in rising order.</param>
    /// <param name="field">The field they are all of; null for any.</param>
    public List<(long Key, SearchableSpan Thing)> Read(IReadOnlyList<long> keys, string? field)
    {
        var missing = keys.Where(key => !_read.ContainsKey(key)).ToList();
        if (missing.Count > 0 && MomentKey.IsWhole(missing[0]))
        {
            _ = Whole;
            missing.RemoveAt(0);
        }

        if (missing.Count > 0)
        {
            Load(missing.Count <= MostKeys ? $"IN ({string.Join(',', missing)})" : Between(missing[0], missing[^1]), field);
        }

        return [.. keys.Where(_read.ContainsKey).Select(key => (key, _read[key]))];
    }

    /// <summary>Returns everything that has a key, in rising order of it.</summary>
    public IReadOnlyList<(long Key, SearchableSpan Thing)> ReadAll() => _all ??= LoadAll();

    private List<(long Key, SearchableSpan Thing)> LoadAll()
    {
        _ = Whole;
        Load(Between(MomentKey.Whole(ordinal), MomentKey.Last(ordinal)), field: null);
        return [.. _read.OrderBy(thing => thing.Key).Select(thing => (thing.Key, thing.Value))];
    }

    private static string Between(long first, long last) => string.Create(CultureInfo.InvariantCulture, $"BETWEEN {first} AND {last}");

    private static long NumberOf(long key) => key - MomentKey.Whole(MomentKey.Ordinal(key));

    private void Load(string keys, string? field)
    {
        foreach (var (key, thing) in (field is null or "say" ? ReadSaid($"utterance.key {keys}") : []).Concat(field is "say" ? [] : ReadTags(keys)))
        {
            Keep(key, () => thing);
        }

        if (field is not (null or "say"))
        {
            return;
        }

        foreach (var (key, first, second) in connection.Rows($"SELECT key, first, second FROM joint WHERE key {keys}", row => (row.GetInt64(0), row.GetInt64(1), row.GetInt32(2))))
        {
            KeepJoint(key, first, second);
        }
    }

    private SearchableSpan Keep(long key, Func<SearchableSpan> read)
    {
        if (!_read.TryGetValue(key, out var thing))
        {
            thing = read();
            _read.Add(key, thing);
        }

        return thing;
    }

    private void KeepJoint(long key, long first, int second)
    {
        var before = Keep(first, () => ReadOne(first));
        var next = Following(first, second);
        var after = Keep(next, () => ReadOne(next));
        Keep(key, () => SearchableSpans.Across(before, after) with { Number = NumberOf(key) });
    }

    // It mostly starts soon after, so the scan is short; but nobody promises that what comes next starts later.
    private long Following(long first, int position)
    {
        const string Same = "SELECT key FROM utterance WHERE key BETWEEN $from AND $until AND position = $position AND transcript = (SELECT transcript FROM utterance WHERE key = $first) ORDER BY key LIMIT 1";
        List<long> Between(long from, long until) =>
            connection.Rows(Same, row => row.GetInt64(0), ("$from", from), ("$until", until), ("$position", position), ("$first", first));
        return Between(first, MomentKey.Last(ordinal)) is [var soon] ? soon : Between(MomentKey.Whole(ordinal), first).Single();
    }

    private SearchableSpan ReadOne(long utterance) => ReadSaid(string.Create(CultureInfo.InvariantCulture, $"utterance.key = {utterance}")).Single().Thing;

    private List<(long Key, SearchableSpan Thing)> ReadSaid(string condition) => connection.Rows(
        $"""
        SELECT utterance.key, utterance.starts, ends, text, confidence, words, speaker, utterance.language, dropped,
               transcript.language, origin_kind, origin_name, origin_version, track, utterance.status
        FROM utterance
        JOIN transcript ON transcript.video = $video AND transcript.number = utterance.transcript
        WHERE dropped IS NULL AND {condition}
        """,
        row =>
        {
            var said = row.Utterance(1);
            return (row.GetInt64(0), new SearchableSpan(NumberOf(row.GetInt64(0)), "say", said.Span, [said.Text], said.Confidence ?? Certain, row.Origin(10))
            {
                Words = said.Words,
                Language = said.Language ?? row.TextOrNull(9),
                Speaker = said.Speaker,
                Track = row.IsDBNull(13) ? null : row.GetInt32(13),
                Status = JudgedMoments.Status(row, 14),
            });
        },
        ("$video", ordinal));

    private List<(long Key, SearchableSpan Thing)> ReadTags(string keys) => connection.Rows(
        $"SELECT key, starts, ends, kind, label, confidence, origin_kind, origin_name, origin_version, language, box, how, path, status FROM tag WHERE key {keys}",
        row => (row.GetInt64(0), new SearchableSpan(
            NumberOf(row.GetInt64(0)), TagKinds.FieldOf(row.GetString(3)), row.Span(1), [row.GetString(4)], new Confidence(row.GetDouble(5)), row.Origin(6))
        {
            Kind = row.GetString(3),
            Language = row.TextOrNull(9),
            Box = row.TextOrNull(10) is { } box ? Exact.Box(box) : null,
            How = row.TextOrNull(11),
            Path = row.IsDBNull(12) ? null : TagPathForm.Read(row.GetFieldValue<byte[]>(12)),
            Status = JudgedMoments.Status(row, 13),
        }));

    private List<SearchableSpan> ReadParts(string field, string order) => connection.Rows(
        $"SELECT starts, ends, number FROM {field} WHERE video = $video ORDER BY {order}",
        row => SearchableSpans.Part(field, row.GetInt32(2), row.Span(0), Video) with { Number = row.GetInt64(2) },
        ("$video", ordinal));
}
