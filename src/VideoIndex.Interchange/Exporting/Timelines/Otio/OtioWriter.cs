using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.Timelines.Otio;

/// <summary>
/// Writes OpenTimelineIO: a timeline of the moments one after the other, each a clip with a marker over it, and the sound below. A file for each rate.
/// </summary>
internal sealed class OtioWriter : IExportWriter
{
    private const string OnlyMedia = "DEFAULT_MEDIA";

    /// <inheritdoc/>
    public string Name => "otio";

    /// <inheritdoc/>
    public string Title => "OpenTimelineIO: the moments in a row, each with a marker and all that is known of it";

    /// <inheritdoc/>
    public string Ending => ".otio";

    /// <inheritdoc/>
    public bool NamesFrames => true;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var timelines = TimelineSheet.Of(sheet);
        var several = timelines.Pulls.Count > 1;
        return new ExportResult(
            [.. timelines.Pulls.Select(reel => new ExportFile(several ? reel.RateName : "", Timeline(timelines, reel, rules), reel.Pulls.Count))],
            [.. timelines.Notes, .. several ? ["The videos have several rates and a timeline has one: there is a file for each rate."] : (string[])[]]);
    }

    private static string Timeline(TimelineSheet sheet, PullReel reel, ExportRules rules)
    {
        using var file = new OtioJson();
        file.Begin(null, "Timeline.1", sheet.Pulls.Count > 1 ? $"{sheet.Title} at {reel.Rate}" : sheet.Title);
        OtioFacts.Write(file.Json, sheet, rules);
        file.Time("global_start_time", reel.Start.Frame, reel.Rate);
        file.Begin("tracks", "Stack.1", "tracks");
        Empty(file);
        file.Json.WriteStartArray("children");
        Track(file, "V1", "Video", reel, pull => Clip(file, pull, rules, marked: true));
        if (reel.Pulls.Any(pull => pull.Video.Sound is not null))
        {
            Track(file, "A1", "Audio", reel, pull => Sound(file, pull, rules));
        }

        file.Json.WriteEndArray();
        file.End();
        file.End();
        return file.Done();
    }

    private static void Track(OtioJson file, string name, string kind, PullReel reel, Action<Pull> write)
    {
        file.Begin(null, "Track.1", name);
        Empty(file);
        file.Json.WriteString("kind", kind);
        file.Json.WriteStartArray("children");
        foreach (var pull in reel.Pulls)
        {
            write(pull);
        }

        file.Json.WriteEndArray();
        file.End();
    }

    private static void Sound(OtioJson file, Pull pull, ExportRules rules)
    {
        if (pull.Video.Sound is not null)
        {
            Clip(file, pull, rules, marked: false);
            return;
        }

        file.Begin(null, "Gap.1", "");
        file.Nothing("metadata");
        file.Range("source_range", 0, pull.Frames.Count, pull.Video.Rate);
        file.Json.WriteStartArray("markers");
        file.Json.WriteEndArray();
        file.Plain();
        file.End();
    }

    private static void Clip(OtioJson file, Pull pull, ExportRules rules, bool marked)
    {
        var video = pull.Video;
        file.Begin(null, "Clip.2", pull.Name);
        file.Nothing("metadata");
        file.Range("source_range", video.OnTape(pull.Frames.First), pull.Frames.Count, video.Rate);
        file.Json.WriteStartArray("markers");
        if (marked)
        {
            Marker(file, pull);
        }

        file.Json.WriteEndArray();
        file.Plain();
        file.Json.WriteStartObject("media_references");
        file.Begin(OnlyMedia, "ExternalReference.1", video.Video.Name);
        OtioFacts.Write(file.Json, video);
        file.Range("available_range", video.FileStart.Frame, video.Length, video.Rate);
        file.Json.WriteNull("available_image_bounds");
        file.Json.WriteString("target_url", FileAddress.Of(video.Video, rules));
        file.End();
        file.Json.WriteEndObject();
        file.Json.WriteString("active_media_reference_key", OnlyMedia);
        file.End();
    }

    private static void Marker(OtioJson file, Pull pull)
    {
        file.Begin(null, "Marker.2", pull.Name);
        OtioFacts.Write(file.Json, pull);
        file.Json.WriteString("color", pull.Moment.Colour.ToString().ToUpperInvariant());
        file.Json.WriteString("comment", pull.Moment.Note);
        file.Range("marked_range", pull.Video.OnTape(pull.Frames.First), pull.Frames.Count, pull.Video.Rate);
        file.End();
    }

    private static void Empty(OtioJson file)
    {
        file.Nothing("metadata");
        file.Json.WriteNull("source_range");
        file.Json.WriteStartArray("markers");
        file.Json.WriteEndArray();
        file.Plain();
    }
}
