using VideoIndex.Looks;
using VideoIndex.Tags;

namespace VideoIndex.Search;

/// <summary>The fields a question can name.</summary>
public static class QueryField
{
    /// <summary>Gets all fields, in the order people are told of them.</summary>
    public static IReadOnlyList<string> All { get; } = ["say", "text", "logo", "object", "face", "tag", "colour", "motion", "sound", "shot", "scene", "video"];

    /// <summary>Gets the fields that choose videos by what is known of them, beside those people defined.</summary>
    public static IReadOnlyList<string> OfVideos { get; } = ["recorded", "added", "duration", "rate", "height", "state", "collection"];

    /// <summary>Gets the fields that choose which evidence counts.</summary>
    public static IReadOnlyList<string> OfEvidence { get; } = ["confidence", "by", "status", "language", "speaker"];

    /// <summary>Gets the fields of what is seen in the picture: of these, frames can be said to show two.</summary>
    public static IReadOnlyList<string> Seen { get; } = [TagKinds.Text, TagKinds.Logo, TagKinds.Objects, TagKinds.Faces, TagKinds.Colour, TagKinds.Motion];

    private static readonly string[] Known = [.. All, .. OfVideos, .. OfEvidence];

    private static readonly Dictionary<string, string> OtherNames = new()
    {
        ["speech"] = "say",
        ["said"] = "say",
        ["transcript"] = "say",
        ["caption"] = "say",
        ["captions"] = "say",
        ["ocr"] = "text",
        ["screen"] = "text",
        ["brand"] = "logo",
        ["sponsor"] = "logo",
        ["mark"] = "logo",
        ["thing"] = "object",
        ["class"] = "object",
        ["faces"] = "face",
        ["who"] = "face",
        ["label"] = "tag",
        ["chapter"] = "tag",
        ["camera"] = "motion",
        ["move"] = "motion",
        ["movement"] = "motion",
        ["file"] = "video",
        ["name"] = "video",
        ["path"] = "video",
        ["title"] = "video",
        ["author"] = "video",
        ["date"] = "recorded",
        ["length"] = "duration",
        ["fps"] = "rate",
        ["model"] = "by",
        ["lang"] = "language",
        ["voice"] = "speaker",
    };

    /// <summary>Returns whether a name stands for a field, or for what people may have meant by one.</summary>
    internal static bool IsName(string name) => All.Contains(Spelled(name)) || OtherNames.ContainsKey(name);

    /// <summary>Returns whether a name is that of a field every library has.</summary>
    internal static bool IsKnown(string name) => Array.IndexOf(Known, name) >= 0;

    /// <summary>Returns a field by its name, American spelling included.</summary>
    internal static string Spelled(string name) => name == "color" ? "colour" : name;

    /// <summary>Returns what is looked for in a field, American spelling included.</summary>
    internal static string SpelledIn(string? field, string words) =>
        field == "colour" ? ColourNames.Meant(words) : words;

    /// <summary>Returns the field a person most likely meant by a name that is none; null when nothing is near.</summary>
    internal static string? Nearest(string name, params IEnumerable<string> own)
    {
        string[] fields = [.. Known, .. own];
        if (OtherNames.TryGetValue(name, out var known))
        {
            return known;
        }

        var nearest = fields.MinBy(field => Distance(field, name))!;
        return Distance(nearest, name) <= Math.Min(2, nearest.Length - 2)
            ? nearest
            : fields.FirstOrDefault(field => field.Order().SequenceEqual(name.Order())); // letters in another order
    }

    /// <summary>Returns how many letters must be added, dropped or changed to get from one word to the other.</summary>
    internal static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var letter in from)
        {
            var diagonal = row[0]++;
            for (var at = 1; at <= to.Length; at++)
            {
                var changed = diagonal + (to[at - 1] == letter ? 0 : 1);
                diagonal = row[at];
                row[at] = Math.Min(changed, 1 + Math.Min(row[at], row[at - 1]));
            }
        }

        return row[^1];
    }
}
