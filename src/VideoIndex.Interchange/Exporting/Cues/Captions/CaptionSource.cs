using VideoIndex.Exporting;
using VideoIndex.Interchange.Transcripts.Cues;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Exporting.Cues.Captions;

/// <summary>Makes the cues that formats for captions write: those of the transcripts that were chosen, else one for each moment.</summary>
internal static class CaptionSource
{
    /// <summary>Returns the tracks of a sheet, a file each.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="rules">The rules it was decided by.</param>
    /// <param name="text">What makes text fit to leave.</param>
    public static IReadOnlyList<CaptionTrackSheet> Of(ExportSheet sheet, ExportRules rules, ExportText text)
    {
        var videos = VideoParts.Of(sheet);
        List<CaptionTrackSheet> tracks = [.. sheet.Videos.SelectMany((video, at) => Of(video, videos[at], rules, text))];
        var parts = VideoParts.Apart([.. tracks.Select(track => track.Part)]);
        return [.. tracks.Select((track, at) => track with { Part = parts[at] })];
    }

    private static IEnumerable<CaptionTrackSheet> Of(ExportedVideo video, string part, ExportRules rules, ExportText text)
    {
        if (video.Transcripts is [])
        {
            yield return new CaptionTrackSheet(video, part, LanguageOf(video), [.. video.Moments.Select(moment => Cue(moment, text))], []);
            yield break;
        }

        var cuts = video.Contents.Shots.Skip(1).Select(shot => shot.Shot.Span.Start).Order().ToList();
        foreach (var transcript in video.Transcripts)
        {
            var made = CueMaker.Make(Fit(transcript, text), CueRules.For(transcript), cuts);
            var suffix = video.Transcripts.Count == 1 ? "" : transcript.Language ?? "unknown";
            var notes = rules.Handles.Amount == default && rules.MergeGap is null ? made.Notes : [.. made.Notes, "Captions keep their own times: handles and a merge gap are not for them."];
            yield return new CaptionTrackSheet(video, string.Join('-', ((string[])[part, suffix]).Where(word => word != "")), transcript.Language, made.Cues, notes) { IsTranscript = true };
        }
    }

    // What models and services write is text like any other.
    private static Transcript Fit(Transcript transcript, ExportText text) => transcript with
    {
        Utterances =
        [
            .. transcript.Utterances.Select(utterance => utterance with
            {
                Text = string.Join('\n', text.Lines(utterance.Text)),
                Words = [.. utterance.Words.Select(word => word with { Text = text.Shown(word.Text) })],
                Speaker = utterance.Speaker is { } speaker && text.Line(speaker) is { Length: > 0 } name ? name : null,
            }),
        ],
    };

    private static Cue Cue(ExportMoment moment, ExportText text)
    {
        var lines = text.Lines(moment.Name);
        lines = lines is [] ? [text.Line(moment.Kind)] : lines;
        var speaker = moment.Speaker is { } said && text.Line(said) is { Length: > 0 } known ? known : null;
        return new Cue(moment.Span, [.. lines.Select(line => new CueLine([new CueRun(line, IsUnsure: false)]) { Speaker = speaker })]);
    }

    // Only where all say the same.
    private static string? LanguageOf(ExportedVideo video) => video.Moments.Select(moment => moment.Language).Distinct().ToList() is [var only] ? only : null;
}

/// <summary>One track of captions.</summary>
/// <param name="Video">The video it is of.</param>
/// <param name="Part">What tells its file from the others; empty for the only one.</param>
/// <param name="Language">Its language; null where nobody knows.</param>
/// <param name="Cues">Its cues, by start.</param>
/// <param name="Notes">What could not be had.</param>
internal sealed record CaptionTrackSheet(ExportedVideo Video, string Part, string? Language, IReadOnlyList<Cue> Cues, IReadOnlyList<string> Notes)
{
    /// <summary>Gets whether it is what is said, and not what was found.</summary>
    public bool IsTranscript { get; init; }
}
