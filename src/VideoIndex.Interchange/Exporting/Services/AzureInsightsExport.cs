using System.Text;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Importing.Services;
using VideoIndex.Interchange.Insights;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Exporting.Services;

/// <summary>
/// Writes all that the library has of each video in the shape of Azure AI Video Indexer's insights: what was found here, and what was taken in as insights
/// with everything it said, as far as its claims still stand.
/// </summary>
internal sealed class AzureInsightsExport : IExportWriter
{
    /// <inheritdoc/>
    public string Name => "azure-insights";

    /// <inheritdoc/>
    public string Title => "insights in the shape of Azure AI Video Indexer: all that is known of a video";

    /// <inheritdoc/>
    public string Ending => ".json";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(rules);
        var text = new ExportText();
        List<string> notes = ["Insights describe a video as a whole: all that is known of it was written, not the chosen moments alone."];
        var files = sheet.Videos.Zip(VideoParts.Of(sheet), (video, part) => File(video, part, text, notes)).ToList();
        return new ExportResult(files, [.. notes, .. text.Notes]);
    }

    private static ExportFile File(ExportedVideo video, string part, ExportText text, List<string> notes)
    {
        var claims = new PresentClaims(video);
        using var kept = KeptInsights.Of(video.Imports, claims);
        var own = new OwnInsights(video, text);
        if (!kept.Arrays.ContainsKey("shots") && !kept.Arrays.ContainsKey("scenes"))
        {
            own.AddStructure();
        }
        else if (video.Contents.Shots is not [])
        {
            notes.Add($"The shots and scenes of '{video.Name}' are those that were taken in; those found here were left out.");
        }

        own.AddSpeech(Transcripts(video, kept, notes), claims.IsSaid, Speakers(kept));
        own.AddTags(claims.Tags);
        var (bytes, instances) = new InsightsDocument(video, kept, own, text).Write();
        if (video.Contents.Shots.Any(shot => IsRounded(shot.Shot.Span)) || video.Contents.Tags.Any(tag => IsRounded(tag.Span)) || video.Contents.Transcripts.Any(one => one.Utterances.Any(said => IsRounded(said.Span))))
        {
            notes.Add($"Times of '{video.Name}' are rounded to ten-millionths of a second, the finest there are in this format.");
        }

        return new ExportFile(part, Encoding.UTF8.GetString(bytes) + "\n", instances);
    }

    // One text for each language: several would be several people saying the same at once.
    private static List<Transcript> Transcripts(ExportedVideo video, KeptInsights kept, List<string> notes)
    {
        var azure = video.Imports.Where(import => import.Format == "azure-insights").Select(import => import.Id).ToHashSet();
        bool IsOther(Transcript one) => one.Utterances is not [] && (one.Import is null || !azure.Contains(one.Import));
        var others = video.Contents.Transcripts.Where(IsOther).ToList();
        var chosen = video.Transcripts is not [] ? video.Transcripts.Where(IsOther).ToList()
            : kept.Arrays.GetValueOrDefault(InsightArray.Transcript) is [_, ..] ? []
            : others.DistinctBy(one => one.Language).ToList();
        if (others.Count > chosen.Count)
        {
            notes.Add($"Of the transcripts of '{video.Name}', one of each language was written. Choose another with --transcript.");
        }

        return chosen;
    }

    private static Dictionary<string, long> Speakers(KeptInsights kept)
    {
        var speakers = new Dictionary<string, long>();
        foreach (var speaker in kept.Arrays.GetValueOrDefault("speakers") ?? [])
        {
            if (speaker.Kept is { } members && members.Text("name") is { } name && members.Whole("id") is { } id)
            {
                speakers[name] = id;
            }
        }

        return speakers;
    }

    private static bool IsRounded(MediaSpan span) => IsRounded(span.Start) || IsRounded(span.End);

    private static bool IsRounded(MediaTime time) => InsightsClock.PerSecond % time.Seconds.Denominator != 0;
}
