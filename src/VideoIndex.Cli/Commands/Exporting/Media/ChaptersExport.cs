using VideoIndex.Exporting;
using VideoIndex.Exporting.Pictures;
using VideoIndex.Ffmpeg.Chapters;
using VideoIndex.Interchange.Exporting.Cues.Chapters;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Commands.Exporting.Media;

/// <summary>Copies a video and puts its moments in as chapters.</summary>
internal sealed class ChaptersExport : IMediaExport
{
    // What the stretch before the first moment is called.
    private const string Before = "Start";

    /// <inheritdoc/>
    public string Name => "mp4-chapters";

    /// <inheritdoc/>
    public string Title => "A copy of the one video, not encoded, with the moments as its chapters";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [".mp4", ".mov"];

    /// <inheritdoc/>
    public async Task<MediaExported> MakeAsync(MediaExportOrder order, CancellationToken cancellationToken)
    {
        order.RefuseClipOptions(Name);
        if (order.Sheet.Videos.Where(video => video.Moments is [_, ..]).ToList() is not [var only])
        {
            throw new CommandException(ExitCodes.Usage, "several-videos", "Chapters are of one video, and the moments are of several: choose one with --video.");
        }

        var (video, evidence) = await order.Library.ResolveFramesAsync(only.Video.Id.ToString(), cancellationToken).ConfigureAwait(false);

        // Each begins with its first frame, however that is rounded.
        List<ExportMoment> chapters = [.. only.Moments.Select(moment => moment with { Span = ChosenFrames.SpanOf(evidence, ChosenFrames.Of(video, evidence, moment.Span)) })];
        var first = chapters.Min(moment => moment.Span.Start);
        var isLate = first.Seconds > default(Rational);
        chapters.InsertRange(0, isLate ? [new ExportMoment(new MediaSpan(default, first), "chapter", Before, new Confidence(1), new Origin("rule", "chapters"))] : []);
        var written = FfmpegChapters.Of(only with { Moments = chapters });
        order.Terminal.Progress($"Copying {only.Name}");
        await new FfmpegChapterWriter(order.Tools).WriteAsync(video.Path, video.Probe!, written.Files[0].Text, order.Output, cancellationToken).ConfigureAwait(false);
        order.Terminal.Progress("");
        var left = FfmpegChapterWriter.LeftOut(video.Probe!).Select(track => $"Text track {track.Number} ({track.Codec}) is not in the copy: such a file holds text of another form.");
        var replaced = video.Probe!.Chapters is [_, ..] ? ["The chapters the video had are not in the copy: the moments took their place."] : (string[])[];
        var late = isLate ? [$"Players begin the first chapter at 0:00 whatever a file says, so one called '{Before}' was put before it."] : (string[])[];
        return new MediaExported([(order.Output, only.Moments.Count)], [.. written.Notes, .. late, .. replaced, .. left]);
    }
}
