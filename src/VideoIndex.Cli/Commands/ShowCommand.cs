using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands;

/// <summary>Shows everything known of a video.</summary>
internal sealed class ShowCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();

    public ShowCommand()
        : base("show", "Show everything known of a video.") => Arguments.Add(_video);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var contents = (await library.Catalog.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false))!;
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(Shape(contents, library.Folder.PathOf), Shapes.Default.ShowShape);
        }
        else
        {
            Print(contents, invocation.Terminal);
        }

        return ExitCodes.Ok;
    }

    /// <summary>Returns a video's contents as JSON has them.</summary>
    internal static ShowShape Shape(VideoContents contents, Func<string, string> pathOf)
    {
        var (video, labels) = (contents.Video, contents.Video.Timecodes);
        return new ShowShape(
            VideoShape.Of(video),
            video.State.ToString().ToLowerInvariant(),
            video.Code,
            video.Sentence,
            video.Coverage is { } share ? decimal.Round(Times.Seconds(share), 4) : null,
            MeterShape.Of(video),
            [.. contents.Shots.Select(shot => ShotShape.Of(shot, video, pathOf))],
            [.. contents.Transcripts.Select(found => new TranscriptShape(
                found.Language, OriginShape.Of(found.Origin), [.. found.Utterances.Select(utterance => new UtteranceShape(utterance, labels))]))],
            [.. contents.Tags.Select(tag => new TagShape(tag, labels))],
            video.Notes);
    }

    private static void Print(VideoContents contents, Terminal terminal)
    {
        var video = contents.Video;
        terminal.Say($"{video.Id}  {video.Path}");
        terminal.Say($"state      {video.State.ToString().ToLowerInvariant()}{(video.Code is { } code ? $" ({code}): {video.Sentence}" : "")}");
        if (video.Probe is { } probe)
        {
            terminal.Say($"format     {probe.Format}, {video.Bytes} bytes");
            terminal.Say($"length     {Times.Clock(new Timing.MediaTime(video.Extent.Duration.Seconds))} ({video.Extent.Duration.Seconds} s), {video.Frames} frames, {video.Rate?.ToString() ?? "no constant rate"}");
            foreach (var track in probe.Pictures)
            {
                terminal.Say($"pictures   {track.Codec} {track.Width}x{track.Height}{(track.Rotation == 0 ? "" : $", turned {track.Rotation} degrees")}");
            }

            foreach (var track in probe.Audio)
            {
                terminal.Say($"audio {track.Number}    {track.Codec} {track.SampleRate} Hz, {track.Channels} channels, {track.Language ?? "language not stated"}");
            }

            foreach (var (name, value) in probe.Attributes)
            {
                terminal.Say($"{name,-10} {value}");
            }
        }

        foreach (var note in video.Notes)
        {
            terminal.Say($"note       {note}");
        }

        foreach (var shot in contents.Shots)
        {
            terminal.Say($"shot {shot.Shot.Number,-5} {Times.Label(shot.Shot.Span.Start, video.Timecodes)} - {Times.Label(shot.Shot.Span.End, video.Timecodes)}");
        }

        foreach (var tag in contents.Tags)
        {
            Print(tag, video, terminal);
        }

        foreach (var transcript in contents.Transcripts)
        {
            Print(transcript, video, terminal);
        }
    }

    private static void Print(Tag tag, Video video, Terminal terminal) =>
        terminal.Say($"{tag.Kind,-10} {Times.Label(tag.Span.Start, video.Timecodes)}  {tag.Label}");

    private static void Print(Transcript transcript, Video video, Terminal terminal)
    {
        terminal.Say($"transcript {transcript.Origin.Name}, {transcript.Language ?? "language not stated"}");
        foreach (var utterance in transcript.Utterances)
        {
            terminal.Say($"  {Times.Label(utterance.Span.Start, video.Timecodes)}  {utterance.Text.Replace("\n", " / ", StringComparison.Ordinal)}");
        }
    }
}
