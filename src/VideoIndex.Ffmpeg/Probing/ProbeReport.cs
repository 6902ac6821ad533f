using System.Text.Json;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Probing;

/// <summary>Reads ffprobe's JSON. Only its integers and fractions become times; its printed seconds are never read as such, but for the container's length.</summary>
internal static class ProbeReport
{
    /// <summary>Reads a report; false when ffprobe could not open the file, which it says by leaving the format out.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> json, out MediaProbe probe)
    {
        probe = null!;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true });
            var root = document.RootElement;
            if (!root.TryGetProperty("format", out var format) || !root.TryGetProperty("streams", out var streams))
            {
                return false;
            }

            probe = Read(root, format, [.. streams.EnumerateArray()]);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Returns whether a report is there at all: ffprobe leaves the format out of one it could not finish.</summary>
    public static bool IsComplete(ReadOnlyMemory<byte> json) => TryRead(json, out _);

    /// <summary>Returns whether there are moving pictures whose size is not told.</summary>
    public static bool HasPicturesOfNoSize(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("streams").EnumerateArray().Any(stream => StreamReport.IsMoving(stream) && stream.Integer("width") is null or 0);
    }

    private static MediaProbe Read(JsonElement root, JsonElement format, IReadOnlyList<JsonElement> streams)
    {
        var readable = streams.Where(stream => StreamReport.TimeBaseOf(stream) is not null).ToList();
        var timecode = StartTimecode.Of(root, format, streams);
        return new MediaProbe
        {
            Format = format.Text("format_name") ?? "unknown",
            DeclaredDuration = LongestOf(format, readable),
            Pictures = [.. readable.Where(StreamReport.IsPictures).Select(StreamReport.Pictures).OrderByDescending(StreamReport.Worth)],
            Audio = [.. OfKind(readable, "audio").Select(StreamReport.Audio).OrderByDescending(track => track.Default).Select(track => track.Track)],
            Captions = [.. OfKind(readable, "subtitle").Select(StreamReport.Captions)],
            Chapters = [.. ReadChapters(root)],
            StartTimecode = timecode.Label,
            StartTimecodeRate = timecode.Rate,
            Attributes = FileAttributes.Read(format, streams),
        };
    }

    private static IEnumerable<(JsonElement Stream, int Number)> OfKind(IEnumerable<JsonElement> streams, string kind) =>
        streams.Where(stream => stream.Text("codec_type") == kind).Select((stream, place) => (stream, place + 1));

    // A stream's own length is exact; the container's is printed in microseconds and serves where no stream has one.
    private static MediaDuration? LongestOf(JsonElement format, IEnumerable<JsonElement> streams)
    {
        var lengths = streams
            .Where(stream => stream.Text("codec_type") is "video" or "audio")
            .Select(StreamReport.Length)
            .OfType<MediaDuration>()
            .ToList();
        return lengths.Count > 0 ? lengths.Max() : Decimals.TryRead(format.Text("duration"), out var seconds) ? new MediaDuration(seconds) : null;
    }

    private static IEnumerable<Chapter> ReadChapters(JsonElement root)
    {
        if (!root.TryGetProperty("chapters", out var chapters))
        {
            yield break;
        }

        var number = 0;
        foreach (var chapter in chapters.EnumerateArray().Take(500))
        {
            if (StreamReport.TimeBaseOf(chapter) is { } unit
                && chapter.Integer("start") is { } start && chapter.Integer("end") is { } end && start <= end)
            {
                var span = new MediaSpan(MediaTime.FromTimestamp(start, unit), MediaTime.FromTimestamp(end, unit));
                yield return new Chapter(++number, span, FileAttributes.Plain(chapter.Tag("title") ?? ""));
            }
        }
    }
}
