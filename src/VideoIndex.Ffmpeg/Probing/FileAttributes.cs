using System.Text;
using System.Text.Json;

namespace VideoIndex.Ffmpeg.Probing;

/// <summary>What a file says of itself in words: title, author, place, date. Hostile until cleaned.</summary>
internal static class FileAttributes
{
    private const int MostKept = 64;
    private const int LongestText = 1024;

    // Said by muxers of themselves, not by people of their footage.
    private static readonly HashSet<string> Technical =
        ["major_brand", "minor_version", "compatible_brands", "encoder", "handler_name", "vendor_id", "language", "duration", "timecode"];

    /// <summary>Reads the container's attributes and, where it lacks one, those of its pictures and sound; keys in lower case.</summary>
    /// <remarks>A stream's title is the stream's alone, and what a cover or a caption track says of itself is not said of the film.</remarks>
    public static IReadOnlyDictionary<string, string> Read(JsonElement format, IEnumerable<JsonElement> streams)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var parts = streams.Where(stream => StreamReport.IsPictures(stream) || stream.Text("codec_type") == "audio")
            .SelectMany(Tags)
            .Where(tag => tag.Key != "title");
        foreach (var (key, value) in Tags(format).Concat(parts))
        {
            if (key != "" && value != "" && !IsTechnical(key) && attributes.Count < MostKept)
            {
                attributes.TryAdd(key, value);
            }
        }

        return attributes;
    }

    private static IEnumerable<(string Key, string Value)> Tags(JsonElement part) =>
        part.TryGetProperty("tags", out var tags)
            ? tags.EnumerateObject().Select(tag => (
                Plain(tag.Name).ToLowerInvariant(),
                tag.Value.ValueKind == JsonValueKind.String ? Plain(tag.Value.GetString()!) : ""))
            : [];

    // MXF's numbers for its own parts end like this.
    private static bool IsTechnical(string key) =>
        Technical.Contains(key) || key[0] == '_'
        || key.EndsWith("uid", StringComparison.Ordinal) || key.EndsWith("umid", StringComparison.Ordinal) || key.EndsWith("_ul", StringComparison.Ordinal);

    /// <summary>Returns the text on one line without control and direction characters, at most 1,024 characters.</summary>
    public static string Plain(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(LongestText))
        {
            var kind = Rune.GetUnicodeCategory(rune);
            if (kind is System.Globalization.UnicodeCategory.Control)
            {
                clean.Append(' ');
            }
            else if (kind is not System.Globalization.UnicodeCategory.Format)
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>Returns <see cref="Plain"/>, or null for nothing.</summary>
    public static string? PlainOrNull(string? text) => text is null || Plain(text) is not { Length: > 0 } plain ? null : plain;
}
