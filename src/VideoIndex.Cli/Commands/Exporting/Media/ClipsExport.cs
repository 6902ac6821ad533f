using System.Globalization;
using VideoIndex.Exporting;
using VideoIndex.Exporting.Pictures;
using VideoIndex.Ffmpeg.Clips;
using VideoIndex.Media;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Exporting.Media;

/// <summary>Makes a file of each moment.</summary>
internal sealed class ClipsExport : IMediaExport
{
    /// <inheritdoc/>
    public string Name => "clips";

    /// <inheritdoc/>
    public string Title => "Each moment as a file of its own, exact to the frame";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [];

    /// <inheritdoc/>
    public async Task<MediaExported> MakeAsync(MediaExportOrder order, CancellationToken cancellationToken)
    {
        if (order is { BurnIn: true, Fast: true })
        {
            throw new CommandException(ExitCodes.Usage, "fast-burn-in", "Nothing can be written into the pictures of clips that are copied without encoding: leave --fast out, or --burn-in.");
        }

        var (files, notes, troubles) = (new List<(string Path, int Moments)>(), new List<string>(), new Troubles());
        var (total, cutter) = (order.Sheet.Videos.Sum(video => video.Moments.Count), LibraryHost.Clips(order.Tools));
        Directory.CreateDirectory(order.Output);
        await foreach (var footage in Footage.OpenAsync(order, troubles, cancellationToken).ConfigureAwait(false))
        {
            foreach (var (number, moment) in footage.Moments)
            {
                var name = ClipName.Of(number, total, footage.Exported.Name, moment.Name) + Ending(order, footage.Exported.Video);
                order.Terminal.Progress(string.Create(CultureInfo.InvariantCulture, $"Clip {number} of {total}: {name}"));
                var path = Path.Combine(order.Output, name);
                if (await troubles.TryAsync(name, () => CutAsync(path, footage, moment)).ConfigureAwait(false))
                {
                    files.Add((path, 1));
                }
            }
        }

        order.Terminal.Progress("");
        return new MediaExported(files, [.. order.BurnIn ? Footage.NotesOnLabels(order.Sheet) : [], .. notes]) { Troubles = troubles.All };

        async Task CutAsync(string path, Footage footage, ExportMoment moment)
        {
            await order.Library.KeepFootageAsync(path, cancellationToken).ConfigureAwait(false);
            var video = footage.Exported.Video;
            var span = ChosenFrames.SpanOf(footage.Evidence, footage.FramesOf(moment));
            var clip = new ClipOrder(video.Path, video.Probe!, footage.Evidence, span, path) { Text = order.BurnIn ? footage.Text : null };
            var said = order.Fast ? await CopyAsync(cutter, clip, footage, cancellationToken).ConfigureAwait(false) : await EncodeAsync(cutter, clip, cancellationToken).ConfigureAwait(false);
            notes.AddRange(said is null ? [] : [$"{Path.GetFileName(path)}: {said}"]);
        }
    }

    // What is copied keeps its codecs, and MP4 has no place for uncompressed sound and what editors work in.
    private static string Ending(MediaExportOrder order, Video video) =>
        order.Fast && (Path.GetExtension(video.Path).Equals(".mov", StringComparison.OrdinalIgnoreCase) || video.Probe!.Pictures[0].Codec is "prores" or "dnxhd"
            || video.Probe.Audio is [{ Codec: var codec }, ..] && codec.StartsWith("pcm_", StringComparison.Ordinal)) ? ".mov" : ".mp4";

    private static async Task<string?> CopyAsync(FfmpegClipCutter cutter, ClipOrder clip, Footage footage, CancellationToken cancellationToken)
    {
        var held = await cutter.CopyAsync(clip, cancellationToken).ConfigureAwait(false);
        return held == clip.Span ? null : $"holds {footage.Named(held)}, and not {footage.Named(clip.Span)} alone, because it was copied without encoding.";
    }

    private static async Task<string?> EncodeAsync(FfmpegClipCutter cutter, ClipOrder clip, CancellationToken cancellationToken)
    {
        var cut = await cutter.CutExactlyAsync(clip, cancellationToken).ConfigureAwait(false);
        return cut.Missing == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"holds {cut.Frames} frames of {cut.Frames + cut.Missing}: the rest can no longer be decoded as when the video was indexed.");
    }
}
