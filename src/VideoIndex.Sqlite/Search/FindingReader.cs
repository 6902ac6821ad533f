using Microsoft.Data.Sqlite;
using VideoIndex.Scenes;
using VideoIndex.Shots.Transitions;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Search;

/// <summary>Reads what the hits of one answer say; each video is read once.</summary>
internal sealed class FindingReader(SqliteConnection connection)
{
    private static readonly Confidence Certain = new(1);
    private static readonly Origin Transitions = new("model", "transitions", TransitionFinder.Version);
    private static readonly Origin SceneLinks = new("model", "scenes", SceneFinder.Version);
    private static readonly Origin FirstLook = new("model", "survey", "1"); // the shots of a video that is not finished

    private readonly Dictionary<long, Video> _videos = [];

    public Video Video(long ordinal)
    {
        if (!_videos.TryGetValue(ordinal, out var video))
        {
            video = VideoTable.Read(connection, "WHERE ordinal = $ordinal", ("$ordinal", ordinal)).Single();
            _videos.Add(ordinal, video);
        }

        return video;
    }

    public Finding Read(Hit hit) => hit is { Counted: { } counted } ? ReadCounted(hit.Video, counted) : hit.Key switch
    {
        null => ReadPart(hit.Part!, Video(hit.Video)),
        { } key when MomentKey.IsWhole(key) => ReadVideo(hit.Video),
        { } key => ReadSaid(key, hit) ?? (ReadTag(key) is var tag && hit.Box is { } box ? tag with { Box = box } : tag),
    };

    /// <summary>Returns the keyframe of the shot on screen at a moment, or of the first shot for a moment before it.</summary>
    public string? Keyframe(long ordinal, MediaTime time)
    {
        // Two, for the sort key is rounded down: two shots may begin in one microsecond.
        var near = ReadShots(
            "WHERE video = $video AND starts_us <= $until ORDER BY starts_us DESC, position DESC LIMIT 2",
            ("$video", ordinal),
            ("$until", time.Microseconds()));
        var started = near.Where(shot => shot.Span.Start <= time).ToList();
        if (started.Count > 0)
        {
            return started.FirstOrDefault(shot => shot.Span.Contains(time)).Keyframe;
        }

        var first = ReadShots("WHERE video = $video ORDER BY starts_us, position LIMIT 1", ("$video", ordinal));
        return first.FirstOrDefault().Keyframe;
    }

    private List<(MediaSpan Span, string? Keyframe)> ReadShots(
        string condition, params ReadOnlySpan<(string Name, object? Value)> values) => connection.Rows(
        $"SELECT starts, ends, keyframe FROM shot {condition}", row => (row.Span(0), row.TextOrNull(2)), values);

    private static Finding ReadPart(Part part, Video video)
    {
        var author = video.State == VideoState.Accepted ? FirstLook : part.Field == "scene" ? SceneLinks : Transitions;
        return new Finding(part.Field, [($"{part.Field} {part.Number}", author)], Certain, null);
    }

    private Finding ReadCounted(long ordinal, Counted counted)
    {
        var (term, things) = (counted.Term, counted.Keys.Select(ReadTag).ToList());
        var number = counted.Most == 0 ? "none" : counted.Least == counted.Most ? $"{counted.Most} at once" : $"{counted.Least} to {counted.Most} at once";
        var origin = things is [var first, ..] ? first.Texts[0].Origin : connection.Rows(
            "SELECT origin_kind, origin_name, origin_version FROM detector WHERE video = $video AND kind = $kind",
            row => row.Origin(0),
            ("$video", ordinal),
            ("$kind", term.Field)).Single();
        return new Finding(term.Field!, [($"{term.Words}: {number}", origin)], things is [] ? Certain : things.Min(thing => thing.Confidence), null)
        {
            How = $"Counted of {things.Count} that were followed; the confidence is that of the least sure.",
        };
    }

    private Finding ReadVideo(long ordinal) => new(
        "video", [.. VideoProperty.Of(Video(ordinal)).Select(property => (property.Text, property.Origin))], Certain, null);

    private Finding? ReadSaid(long key, Hit hit) => (ReadUtterance(key, hit.Video), hit.Next) switch
    {
        ({ } one, { } next) when ReadUtterance(next, hit.Video) is { } other => one with
        {
            Texts = [($"{one.Texts[0].Text} {other.Texts[0].Text}", one.Texts[0].Origin)],
            Shown = $"{one.Shown} {other.Shown}",
            Confidence = one.Confidence < other.Confidence ? one.Confidence : other.Confidence,
            Speaker = one.Speaker == other.Speaker ? one.Speaker : null,
        },
        var (one, _) => one,
    };

    private Finding? ReadUtterance(long key, long ordinal) => connection.Rows(
        """
        SELECT utterance.starts, ends, text, confidence, words, speaker, utterance.language, dropped,
               transcript.language, origin_kind, origin_name, origin_version, track
        FROM utterance
        JOIN transcript ON transcript.video = $video AND transcript.number = utterance.transcript
        WHERE utterance.key = $key
        """,
        row =>
        {
            var said = row.Utterance(0);
            return new Finding("say", [(said.Text, row.Origin(9))], said.Confidence ?? Certain, said.Language ?? row.TextOrNull(8))
            {
                Shown = UnsureWords.Marked(said),
                Speaker = said.Speaker,
                Track = row.IsDBNull(12) ? null : row.GetInt32(12),
            };
        },
        ("$key", key),
        ("$video", ordinal)).SingleOrDefault();

    private Finding ReadTag(long key) => connection.Rows(
        "SELECT kind, label, confidence, origin_kind, origin_name, origin_version, language, box, how FROM tag WHERE key = $key",
        row => new Finding(
            TagKinds.FieldOf(row.GetString(0)),
            [(row.GetString(1), row.Origin(3))],
            new Confidence(row.GetDouble(2)),
            row.TextOrNull(6))
        {
            Box = row.TextOrNull(7) is { } box ? Exact.Box(box) : null,
            How = row.TextOrNull(8),
        },
        ("$key", key)).Single();
}
