using System.Globalization;
using System.Runtime.CompilerServices;
using VideoIndex.Exporting;
using VideoIndex.Exporting.Pictures;
using VideoIndex.Ffmpeg.Reels;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Commands.Exporting.Media;

/// <summary>Makes one film of all moments, one after the other.</summary>
internal sealed class ReelExport : IMediaExport
{
    // For a reel of videos of which none keeps a rate, and nobody chose one.
    private static readonly FrameRate Usual = new(30);

    /// <inheritdoc/>
    public string Name => "reel";

    /// <inheritdoc/>
    public string Title => "All moments one after the other in one film, a chapter each";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [".mp4", ".mov"];

    /// <inheritdoc/>
    public async Task<MediaExported> MakeAsync(MediaExportOrder order, CancellationToken cancellationToken)
    {
        if (order.Fast)
        {
            throw new CommandException(ExitCodes.Usage, "fast-reel", "A reel is always encoded: leave --fast out.");
        }

        var videos = order.Sheet.Videos.Where(video => video is { Moments: [_, ..], Video.Probe.Pictures: [_, ..] }).ToList();
        if (videos is [])
        {
            throw new CommandException(ExitCodes.NotOk, "no-frames", "None of the videos of the export has pictures.");
        }

        var troubles = new Troubles();
        var leader = videos.FirstOrDefault(video => video.Video.Rate is not null) ?? videos[0];
        var rate = leader.Video.Rate ?? order.Rules.Rate ?? Usual;
        var first = Timecode.FromFrame(rate.Nominal * 3600L, rate);
        first = rate.SupportsDropFrame && leader.Labels is { First.DropFrame: true } && Timecode.TryParse("01:00:00;00", rate, out var dropping) ? dropping : first;
        var reel = new ReelOrder(rate, videos[0].Video.Probe!.Pictures[0], first, order.Output);
        var parts = await new FfmpegReelMaker(order.Tools).MakeAsync(reel, SectionsAsync(order, rate, troubles, cancellationToken), cancellationToken).ConfigureAwait(false);
        order.Terminal.Progress("");
        foreach (var part in parts.Where(part => part.Refusal is not null))
        {
            troubles.Add(part.Section.Title, part.Refusal!.Code, part.Refusal.Message);
        }

        return new MediaExported(
            [(order.Output, parts.Count(part => part.Refusal is null))],
            [.. NotesOnRate(videos, leader, rate), .. order.BurnIn ? Footage.NotesOnLabels(order.Sheet) : [], .. parts.Where(part => part.Missing > 0).Select(Lacking)])
        {
            Troubles = troubles.All,
        };
    }

    private static async IAsyncEnumerable<ReelSection> SectionsAsync(
        MediaExportOrder order, FrameRate rate, Troubles troubles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var total = order.Sheet.Videos.Sum(video => video.Moments.Count);
        await foreach (var footage in Footage.OpenAsync(order, troubles, cancellationToken).ConfigureAwait(false))
        {
            foreach (var (number, moment) in footage.Moments)
            {
                order.Terminal.Progress(string.Create(CultureInfo.InvariantCulture, $"Moment {number} of {total}: {footage.Exported.Name}"));
                var video = footage.Exported.Video;
                var frames = ChosenFrames.InFilm(video, footage.Evidence, moment.Span, rate);
                var title = string.Create(CultureInfo.InvariantCulture, $"{number} {moment.Name} ({footage.Exported.Name} {footage.Named(moment.Span)})");
                yield return new ReelSection(title, video.Path, video.Probe!, footage.Evidence, frames) { Text = order.BurnIn ? footage.Text : null };
            }
        }
    }

    private static IEnumerable<string> NotesOnRate(List<ExportedVideo> videos, ExportedVideo leader, FrameRate rate)
    {
        if (videos.Any(video => video.Video.Rate != rate))
        {
            yield return leader.Video.Rate is null ? $"The reel runs at {rate} frames a second, for the rate of every video in it varies." : $"The reel runs at {rate} frames a second, as '{leader.Name}' does.";
        }

        foreach (var video in videos.Where(video => video.Video.Rate != rate))
        {
            var theirs = video.Video.Rate is { } own ? $"'{video.Name}' runs at {own}" : $"The rate of '{video.Name}' varies";
            yield return $"{theirs}: of it each frame of the reel shows what is on screen as that frame begins, so frames are shown twice or left out.";
        }
    }

    private static string Lacking(ReelPart part) => string.Create(
        CultureInfo.InvariantCulture, $"'{part.Section.Title}': {part.Missing} frames can no longer be decoded as when the video was indexed; those before them stand longer.");
}
