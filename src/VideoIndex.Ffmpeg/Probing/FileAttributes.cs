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

    /// <summary>Reads the container's attributes and, where it lacks one, the streams'; keys in lower case.</summary>
    public static IReadOnlyDictionary<string, string> Read(JsonElement format, IEnumerable<JsonElement> streams)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in streams.Prepend(format).Where(part => part.TryGetProperty("tags", out _)))
        {
            foreach (var tag in part.GetProperty("tags").EnumerateObject())
            {
                var key = Plain(tag.Name).ToLowerInvariant();
                var value = tag.Value.ValueKind == JsonValueKind.String ? Plain(tag.Value.GetString()!) : "";
                if (key != "" && value != "" && !Technical.Contains(key) && !key.StartsWith('_') && attributes.Count < MostKept)
                {
                    attributes.TryAdd(key, value);
                }
            }
        }

        return attributes;
    }

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
