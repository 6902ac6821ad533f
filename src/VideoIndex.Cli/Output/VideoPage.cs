using VideoIndex.Cli.Output.Json.Contents;
using VideoIndex.Media;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Shots.Transitions;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output;

/// <summary>Prints everything known of a video for people: what it is, then what was found, in columns.</summary>
internal static class VideoPage
{
    /// <summary>Prints it.</summary>
    /// <param name="contents">The video.</param>
    /// <param name="people">What people keep of it, and every claim with what they say of it.</param>
    /// <param name="kept">What is kept of it to find logos in; null where nothing is.</param>
    /// <param name="dropped">Whether what was heard and is not believed is printed, too.</param>
    /// <param name="terminal">Where it is printed.</param>
    public static void Print(VideoContents contents, (VideoFacts Facts, IReadOnlyList<JudgedClaim> Judged) people, LogoEvidenceShape? kept, bool dropped, Terminal terminal)
    {
        var video = contents.Video;
        terminal.Say($"{video.Id}  {video.Path}");
        Row("state", video.State.ToString().ToLowerInvariant() + (video.Code is { } code ? $" ({code}): {video.Sentence}" : ""));
        if (video.Probe is { } probe)
        {
            PrintFile(video, probe, Row);
        }

        foreach (var (name, value) in KeepingPage.Rows(people.Facts))
        {
            Row(name, value);
        }

        foreach (var note in video.Notes)
        {
            Row("note", note);
        }

        PrintMeter(video, Row);
        if (kept is not null)
        {
            Row("logos", $"{Megabytes(kept.KeypointBytes)} of keypoints and {Megabytes(kept.StillBytes)} of stills kept{(kept.BytesAnHour is { } anHour ? $", {Megabytes(anHour)} an hour" : "")}");
        }

        Section("shot", contents.Shots, shot => $"{shot.Shot.Number,5}  {Between(shot.Shot.Span, video)}");
        Section("scene", contents.Scenes, scene => $"{scene.Number,5}  {Between(scene.Span, video)}  {(scene.FirstShot == scene.LastShot ? $"shot {scene.FirstShot}" : $"shots {scene.FirstShot} to {scene.LastShot}")}");
        Section(
            "gradual transition",
            [.. contents.Transitions.Where(transition => transition.Kind != TransitionKind.Cut)],
            transition => $"  {Between(transition.Span, video)}  {TransitionNames.Of(transition.Kind)}");
        Section("tag", contents.Tags, tag => $"  {Between(tag.Span, video)}  {tag.Kind}  {Marks.OneLine(tag.Label)}");
        Section("review", [.. people.Judged.Where(one => one.Said is not null)], one => KeepingPage.Line(one, video.Timecodes));
        foreach (var transcript in contents.Transcripts)
        {
            var shown = transcript.Utterances.Where(said => dropped || said.Dropped is null).ToList();
            Section("utterance", shown, said => $"  {Between(said.Span, video)}  {Marks.OneLine(Said(said))}", By(transcript));
        }

        void Row(string name, string text) => terminal.Say($"{name,-10}  {Marks.OneLine(text)}");

        void Section<T>(string thing, IReadOnlyList<T> found, Func<T, string> line, string by = "")
        {
            if (found.Count > 0)
            {
                terminal.Say();
                terminal.Say(Counts.Of(found.Count, thing) + by);
            }

            foreach (var one in found)
            {
                terminal.Say(line(one));
            }
        }
    }

    private static void PrintFile(Video video, MediaProbe probe, Action<string, string> row)
    {
        row("format", $"{probe.Format}; {Counts.Of(video.Bytes, "byte")}");
        row("length", Length(video));
        foreach (var track in probe.Pictures)
        {
            row("pictures", $"{track.Codec} {track.Width}x{track.Height}{(track.Rotation == 0 ? "" : $", turned by {track.Rotation} degrees")}");
        }

        foreach (var track in probe.Audio)
        {
            row($"audio {track.Number}", $"{track.Codec}, {track.SampleRate} Hz, {Counts.Of(track.Channels, "channel")}, {Language(track.Language)}");
        }

        foreach (var track in probe.Captions)
        {
            row($"captions {track.Number}", $"{track.Codec}, {Language(track.Language)}");
        }

        foreach (var (name, value) in probe.Attributes)
        {
            row(name, value);
        }
    }

    private static void PrintMeter(Video video, Action<string, string> row)
    {
        if (video.Meter is not { } meter)
        {
            return;
        }

        row("indexed", $"in {Milliseconds(meter.WallMilliseconds)}{Speed(meter.WallMilliseconds)}, {Counts.Of(meter.Decodes, "decode")}");
        foreach (var stage in meter.Stages)
        {
            var cost = stage.Cost;
            row($"  {stage.Stage}", $"{Counts.Of(stage.Jobs, "job")}, {Milliseconds(cost.WallMilliseconds)}{Speed(Math.Max(1, cost.WallMilliseconds))}, "
                + $"CPU {Milliseconds(cost.CpuMilliseconds)}, {Counts.Of(cost.BytesRead, "byte")} read");
        }

        string Speed(long wall) => Times.RealTime(video.Extent, wall) is { } speed ? FormattableString.Invariant($" ({speed:0.0} x real time)") : "";
    }

    private static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / 1e6:0.00} MB");

    private static string Milliseconds(long milliseconds) => FormattableString.Invariant($"{milliseconds / 1000.0:0.00} s");

    private static string Length(Video video)
    {
        var exact = video.Extent.Duration.Seconds;
        var frames = video.Frames == 0 ? "" : $", {Counts.Of(video.Frames, "frame")}, {(video.Rate is { } rate ? $"{rate} a second" : "at a varying rate")}";
        var labels = video.Timecodes is { } track ? $", timecode from {track.First}" : "";
        return $"{ClockTime.Of(new MediaTime(exact))} ({exact} s){frames}{labels}";
    }

    private static string Said(Utterance said) =>
        $"{(said.Dropped is { } why ? $"[dropped: {why}] " : "")}{(said.Speaker is { } speaker ? $"{speaker}: " : "")}{UnsureWords.Marked(said)}";

    private static string By(Transcript transcript) =>
        $" by {transcript.Origin.Name}, {(transcript.Track is { } track ? $"audio {track}{(transcript.Channel is { } channel ? $" {channel}" : "")}, " : "")}{Language(transcript.Language)}";

    private static string Language(string? language) => language ?? "language not stated";

    private static string Between(MediaSpan span, Video video) =>
        $"{Times.Label(span.Start, video.Timecodes)} - {Times.Label(span.End, video.Timecodes)}";
}
