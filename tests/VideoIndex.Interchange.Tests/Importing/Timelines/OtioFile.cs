using System.Globalization;
using System.Text.Json;

namespace VideoIndex.Interchange.Tests.Importing.Timelines;

/// <summary>Writes OpenTimelineIO as other programs do: only what they must, frames at 25 unless said.</summary>
internal static class OtioFile
{
    public static string Timeline(params string[] tracks) => TimelineOf(Stack(tracks));

    public static string TimelineOf(string stack) => $$"""{"OTIO_SCHEMA":"Timeline.1","name":"t","tracks":{{stack}}}""";

    public static string Stack(params string[] children) => Stack(children, "", "null");

    public static string Stack(string[] children, string markers, string trim) => $$"""{"OTIO_SCHEMA":"Stack.1","source_range":{{trim}},"markers":[{{markers}}],"children":[{{string.Join(',', children)}}]}""";

    public static string Track(string[] children, string markers = "", string kind = "Video", string trim = "null") =>
        $$"""{"OTIO_SCHEMA":"Track.1","kind":"{{kind}}","source_range":{{trim}},"markers":[{{markers}}],"children":[{{string.Join(',', children)}}]}""";

    public static string Clip(string url, string trim = "null", string markers = "", string available = "null", string name = "clip", string effects = "") =>
        AnyClip("Clip.2", $"\"active_media_reference_key\":\"DEFAULT_MEDIA\",\"media_references\":{{\"DEFAULT_MEDIA\":{Media(url, available)}}}", trim, markers, name, effects);

    public static string OldClip(string url, string trim, string markers) => AnyClip("Clip.1", $"\"media_reference\":{Media(url, "null")}", trim, markers, "clip", "");

    private static string AnyClip(string schema, string media, string trim, string markers, string name, string effects) =>
        $$"""{"OTIO_SCHEMA":"{{schema}}","name":"{{name}}","source_range":{{trim}},"effects":[{{effects}}],"markers":[{{markers}}],{{media}}}""";

    private static string Media(string url, string available) =>
        $$"""{"OTIO_SCHEMA":"ExternalReference.1","target_url":{{JsonSerializer.Serialize(url)}},"available_range":{{available}}}""";

    public static string Gap(long frames) => $$"""{"OTIO_SCHEMA":"Gap.1","source_range":{{Range(0, frames)}}}""";

    public static string Marker(string name, long first, long count, string more = "", string rate = "25") =>
        $$"""{"OTIO_SCHEMA":"Marker.2","name":{{JsonSerializer.Serialize(name)}},"marked_range":{{Range(first, count, rate)}}{{more}}}""";

    public static string Range(long first, long count, string rate = "25") =>
        $$"""{"OTIO_SCHEMA":"TimeRange.1","start_time":{{Time(first, rate)}},"duration":{{Time(count, rate)}}}""";

    private static string Time(long frames, string rate) =>
        $$"""{"OTIO_SCHEMA":"RationalTime.1","rate":{{rate}},"value":{{frames.ToString(CultureInfo.InvariantCulture)}}.0}""";
}
