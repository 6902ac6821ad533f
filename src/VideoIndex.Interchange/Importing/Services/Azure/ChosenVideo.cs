using System.Text.Json;
using VideoIndex.Interchange.Insights;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Importing.Services.Azure;

/// <summary>The part of a file of insights that is about our video.</summary>
/// <param name="Root">The whole; null where the file is the insights alone.</param>
/// <param name="Video">The video's part; null where the file is the insights alone.</param>
/// <param name="Insights">What is said of it.</param>
internal sealed record ChosenVideo(JsonElement? Root, JsonElement? Video, JsonElement Insights)
{
    private static readonly Rational Alike = new(1, 1);

    /// <summary>Gets what a person should know of the choice, a sentence each.</summary>
    public IReadOnlyList<string> Complaints { get; private init; } = [];

    /// <summary>Chooses the video.</summary>
    /// <exception cref="ImportException"><c>bad-import</c>: there are no insights; <c>which-video</c>: there are several, and not exactly one is as long as ours.</exception>
    public static ChosenVideo Of(JsonElement root, Video video)
    {
        var videos = root.Objects("videos").Where(one => one.Of("insights") is { ValueKind: JsonValueKind.Object }).ToList();
        if (videos is [])
        {
            return root.Of("insights") is { ValueKind: JsonValueKind.Object } alone ? Told(new ChosenVideo(null, root, alone), video)
                : root.Of("videos") is null && root.EnumerateObject().Any(member => InsightArray.Find(member.Name) is not null || member.Name == InsightArray.Transcript)
                    ? Told(new ChosenVideo(null, null, root), video)
                    : throw new ImportException("bad-import", "It holds no insights of Azure AI Video Indexer: there is no video with a member 'insights' in it.");
        }

        var alike = videos.Where(one => LengthOf(one) is { } length && IsAlike(length, video)).ToList();
        var chosen = videos is [var only] ? only
            : alike is [var one] ? one
            : throw new ImportException(
                "which-video",
                $"It is about {videos.Count} videos, {(alike is [] ? "none" : "several")} of them as long as this one ({Written(video)}), so which is meant cannot be told. Keep the one that is meant in 'videos' and take the file in again.");
        var told = Told(new ChosenVideo(root, chosen, chosen.Of("insights")!.Value), video);
        List<string> complaints = [.. told.Complaints];
        if (videos.Count > 1)
        {
            complaints.Insert(0, $"It is about {videos.Count} videos; the one as long as this, '{chosen.Text("id") ?? "without an id"}', was taken.");
        }

        if (root.Of("isBase") is { ValueKind: JsonValueKind.False })
        {
            complaints.Insert(0, "It is about a project, an edit of other videos: times were taken as those of the original video, not those in the edit.");
        }

        return told with { Complaints = complaints };
    }

    private static ChosenVideo Told(ChosenVideo chosen, Video video) => Length(chosen.Insights) is { } length && !IsAlike(length, video)
        ? chosen with { Complaints = [$"It says the video is {InsightsClock.Write(length)} long, and this one is {Written(video)}: make sure that they are the same."] }
        : chosen;

    private static Rational? LengthOf(JsonElement video) => Length(video.Of("insights")!.Value);

    private static Rational? Length(JsonElement insights) => InsightsClock.TryRead(insights.Text("duration"), out var length) ? length : null;

    private static bool IsAlike(Rational length, Video video)
    {
        var apart = length - video.Extent.Duration.Seconds;
        return apart <= Alike && apart >= default(Rational) - Alike;
    }

    private static string Written(Video video) => InsightsClock.Write(video.Extent.Duration.Seconds);
}
