using System.Text;
using System.Text.Json;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Importing.Timelines.Otio;

/// <summary>The file a clip is of.</summary>
/// <param name="Name">The name of the file, without folders; what the clip is called where it names none.</param>
/// <param name="Available">Its stretch in its own timecode; null where that is not said.</param>
/// <param name="Video">The id a video had in a library, as this program writes it; null otherwise.</param>
internal sealed record OtioMedia(string Name, OtioRange? Available, string? Video)
{
    /// <summary>Returns the file a clip is of, as the version of its schema says it.</summary>
    public static OtioMedia Of(JsonElement clip, FrameRate? rate)
    {
        var reference = OtioValue.Property(clip, "media_references") is { } references
            ? OtioValue.Property(references, OtioValue.Text(clip, "active_media_reference_key") ?? "DEFAULT_MEDIA")
            : OtioValue.Property(clip, "media_reference");
        if (reference is not { } media)
        {
            return new OtioMedia(OtioValue.Text(clip, "name") ?? "", null, null);
        }

        var address = OtioValue.Text(media, "target_url");
        var name = address is not null ? FileName(address) : OtioValue.Text(media, "name") is { Length: > 0 } said ? said : OtioValue.Text(clip, "name") ?? "";
        return new OtioMedia(name, OtioValue.Range(media, "available_range", rate), OtioFacts.Of(media) is { } facts ? OtioValue.Text(facts, "video") : null);
    }

    /// <summary>Returns whether it is a video, by the id it had or by the name of its file.</summary>
    public bool Is(Video video) => Video == video.Id.ToString() || Plain(Name) == Plain(video.Path[(video.Path.LastIndexOfAny(['/', '\\']) + 1)..]);

    // What is written as a URL is escaped; a bare path is not, though it may hold a percent sign.
    private static string FileName(string address)
    {
        var name = address[(address.LastIndexOfAny(['/', '\\']) + 1)..];
        return address.Contains("://", StringComparison.Ordinal) ? Uri.UnescapeDataString(name) : name;
    }

    private static string Plain(string name) => string.Concat(name.EnumerateRunes()).Normalize(NormalizationForm.FormC).ToUpperInvariant();
}
