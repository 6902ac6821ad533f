using VideoIndex.Tags;

namespace VideoIndex.Interchange.Insights;

/// <summary>An array of insights whose items have spans, and the kind of tag they are here.</summary>
/// <param name="Name">The array's name: <c>detectedObjects</c>.</param>
/// <param name="Kind">The kind of tag: <c>object</c>.</param>
/// <param name="Named">The members that name an item, the first that says something first; none where items have no name.</param>
internal sealed record InsightArray(string Name, string Kind, params IReadOnlyList<string> Named)
{
    /// <summary>The array of what is said.</summary>
    public const string Transcript = "transcript";

    /// <summary>The array of what a customer's own models say.</summary>
    public const string Custom = "customInsights";

    /// <summary>Gets all of them, in the order they are written; a kind that several have is written in the first.</summary>
    public static IReadOnlyList<InsightArray> All { get; } =
    [
        new("ocr", TagKinds.Text, "text"),
        new("keywords", "keyword", "text"),
        new("topics", "topic", "name"),
        new("faces", TagKinds.Faces, "name"),
        new("labels", "label", "name"),
        new("scenes", "scene"),
        new("shots", "shot"),
        new("brands", "brand", "name"),
        new("namedPeople", "person", "name"),
        new("namedLocations", "location", "name"),
        new("audioEffects", "sound", "name", "type"),
        new("sentiments", "sentiment", "sentimentType"),
        new("emotions", "emotion", "type"),
        new("detectedObjects", TagKinds.Objects, "displayName", "type"),
        new("observedPeople", TagKinds.Objects),
        new("clapperboards", TagKinds.Picture),
        new("framePatterns", TagKinds.Picture, "displayName", "name", "patternType"),
        new("speakers", "speaker", "name"),
        new("visualContentModeration", "moderation"),
    ];

    private static readonly Dictionary<string, InsightArray> ByName = All.ToDictionary(array => array.Name);

    /// <summary>Returns the array of a name, or null.</summary>
    public static InsightArray? Find(string name) => ByName.GetValueOrDefault(name);
}
