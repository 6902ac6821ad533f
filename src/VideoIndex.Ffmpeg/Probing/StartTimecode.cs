using System.Text.Json;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Probing;

/// <summary>Finds the timecode of the first frame where a file carries one, and the rate it counts at where the file says.</summary>
internal static class StartTimecode
{
    private const int LongestLabel = 32;

    /// <summary>Looks at the timecode track first, then the container, then what the first pictures carry (MPEG-2's GOP header, H.264's SEI).</summary>
    public static (string? Label, FrameRate? Rate) Of(JsonElement root, JsonElement format, IReadOnlyList<JsonElement> streams)
    {
        foreach (var track in streams.Where(stream => stream.Text("codec_tag_string") == "tmcd"))
        {
            if (track.Tag("timecode") is { } label)
            {
                return (Clean(label), FrameRate.TryParse(track.Text("avg_frame_rate"), out var rate) ? rate : null);
            }
        }

        var found = streams.Select(stream => stream.Tag("timecode")).FirstOrDefault(found => found is not null)
            ?? format.Tag("timecode")
            ?? streams.Select(stream => stream.Text("timecode")).FirstOrDefault(found => found is not null)
            ?? OfFirstPicture(root);
        return (Clean(found), null);
    }

    private static string? OfFirstPicture(JsonElement root)
    {
        var frames = root.TryGetProperty("frames", out var all) ? all.EnumerateArray() : default;
        var first = frames.FirstOrDefault(frame => frame.Text("media_type") == "video");
        if (first.ValueKind != JsonValueKind.Object || !first.TryGetProperty("side_data_list", out var sides))
        {
            return null;
        }

        return sides.EnumerateArray()
            .Select(side => side.Text("timecode")
                ?? (side.TryGetProperty("timecodes", out var list) && list.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } label
                    ? label.Text("value")
                    : null))
            .FirstOrDefault(found => found is not null);
    }

    private static string? Clean(string? label) => FileAttributes.PlainOrNull(label) is { } plain ? string.Concat(plain.EnumerateRunes().Take(LongestLabel)) : null;
}
