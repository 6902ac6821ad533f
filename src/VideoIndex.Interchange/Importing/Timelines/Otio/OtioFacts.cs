using System.Text.Json;
using VideoIndex.Looks;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.Timelines.Otio;

/// <summary>Reads what this program writes under <c>metadata.videoindex</c>.</summary>
internal static class OtioFacts
{
    /// <summary>Returns what an object says there; null for nothing.</summary>
    public static JsonElement? Of(JsonElement written) =>
        OtioValue.Property(written, "metadata") is { } others && OtioValue.Property(others, "videoindex") is { ValueKind: JsonValueKind.Object } facts ? facts : null;

    /// <summary>Returns the exact span; null where it is none.</summary>
    public static MediaSpan? Span(JsonElement facts) =>
        Rational.TryParse(OtioValue.Text(facts, "start"), out var start) && Rational.TryParse(OtioValue.Text(facts, "end"), out var end) && end >= start
            ? new MediaSpan(new MediaTime(start), new MediaTime(end))
            : null;

    /// <summary>Returns how sure the author is; as sure as can be where that is not said.</summary>
    public static Confidence Sure(JsonElement facts) =>
        OtioValue.Property(facts, "confidence") is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var sure) && sure is >= 0 and <= 1
            ? new Confidence(sure)
            : new Confidence(1);

    /// <summary>Returns whom it names as the author; empty where it names none.</summary>
    public static string Author(JsonElement facts) => OtioValue.Property(facts, "origin") is { } origin
        ? ClaimedAuthor.Of(OtioValue.Text(origin, "kind"), OtioValue.Text(origin, "name"), OtioValue.Text(origin, "version"))
        : "";

    /// <summary>Returns where in the picture it is; null for nowhere.</summary>
    public static PictureBox? Box(JsonElement facts) =>
        OtioValue.Property(facts, "box") is { } box && Side(box, "left") is { } left && Side(box, "top") is { } top && Side(box, "width") is { } width && Side(box, "height") is { } height
            ? new PictureBox(left, top, width, height)
            : null;

    private static int? Side(JsonElement box, string side) =>
        OtioValue.Property(box, side) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var units) && units is >= 0 and <= PictureBox.Whole ? units : null;
}
