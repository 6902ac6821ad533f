using System.Globalization;
using VideoIndex.Logos.Exposure;
using VideoIndex.Media;
using VideoIndex.Pipeline.Library;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos;

/// <summary>Writes what shows that appearances are real: a still and a short clip of each, beside the report.</summary>
/// <remarks>Files are named by the number of the row: never by what a person has written.</remarks>
/// <param name="catalog">The videos.</param>
/// <param name="stills">Writes stills.</param>
/// <param name="clips">Cuts clips.</param>
public sealed class EvidenceFiles(ICatalog catalog, IStillWriter stills, IClipCutter clips)
{
    /// <summary>The folder beside the report.</summary>
    public const string Folder = "evidence";

    /// <summary>The most appearances a report shows: of more, those that last longest.</summary>
    public const int Most = 300;

    private static readonly Rational LongestClip = new(6, 1), Around = new(1, 2), Half = new(1, 2);

    /// <summary>Writes the files of a report, and returns the report with their names in it.</summary>
    /// <param name="made">The report.</param>
    /// <param name="output">The report's folder.</param>
    /// <param name="progress">Is told of each video that is begun.</param>
    /// <param name="cancellationToken">Stops the work; what was written stays.</param>
    public async Task<MadeReport> WriteAsync(MadeReport made, string output, IProgress<ReportProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(made);
        ArgumentNullException.ThrowIfNull(progress);
        var (rows, notes) = (made.Report.Rows.ToArray(), made.Notes.ToList());
        var shown = rows.Index().OrderByDescending(row => row.Item.Seconds).ThenBy(row => row.Index).Take(Most).OrderBy(row => row.Index).GroupBy(row => row.Item.Video).ToList();
        if (rows.Length > Most)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Of {rows.Length} appearances, the {Most} that last longest have a still and a clip."));
        }

        Directory.CreateDirectory(Path.Combine(output, Folder));
        foreach (var (number, video) in shown.Index())
        {
            var found = (await catalog.ResolveAsync(video.Key, cancellationToken).ConfigureAwait(false)).First(one => one.Path == video.Key);
            progress.Report(new ReportProgress(found, number + 1, shown.Count));
            foreach (var (at, evidence) in await OfVideoAsync(found, [.. video], output, notes, cancellationToken).ConfigureAwait(false))
            {
                rows[at] = rows[at] with { Evidence = evidence };
            }
        }

        return made with { Report = made.Report with { Rows = rows }, Notes = notes };
    }

    private async Task<IReadOnlyList<(int At, AppearanceEvidence Evidence)>> OfVideoAsync(
        Video video, IReadOnlyList<(int Index, AppearanceExposure Row)> rows, string output, List<string> notes, CancellationToken cancellationToken)
    {
        if (!await SourceFile.IsUnchangedAsync(video, cancellationToken).ConfigureAwait(false)
            || await catalog.ReadEvidenceAsync(video.Id, cancellationToken).ConfigureAwait(false) is not { } evidence)
        {
            notes.Add($"'{video.Path}' is gone or has changed: its appearances have no stills and no clips.");
            return [];
        }

        try
        {
            var order = new StillOrder(video.Path, video.Probe!, evidence, [.. rows.Select(row =>
                new OutlinedStill(evidence.FrameAt(row.Row.Best.Time), row.Row.Best.Place, Path.Combine(output, Name(row.Index, "jpg"))))]);
            var written = (await stills.WriteAsync(order, cancellationToken).ConfigureAwait(false)).Select(still => still.Output).ToHashSet(StringComparer.Ordinal);
            var shown = new List<(int At, AppearanceEvidence Evidence)>();
            foreach (var (index, row) in rows)
            {
                var (still, clip) = (Name(index, "jpg"), Name(index, "mp4"));
                var isCut = await CutAsync(new ClipOrder(video.Path, video.Probe!, evidence, Shown(row, evidence), Path.Combine(output, clip)) { IsSmall = true }, cancellationToken).ConfigureAwait(false);
                shown.Add((index, new AppearanceEvidence(written.Contains(Path.Combine(output, still)) ? still : null, isCut ? clip : null)));
            }

            return shown;
        }
        catch (MediaRefusedException refused)
        {
            notes.Add($"'{video.Path}' cannot be read for stills and clips: {refused.Message}");
            return [];
        }
    }

    // Whatever the folder is, a video of the library is not written over.
    private async Task<bool> CutAsync(ClipOrder order, CancellationToken cancellationToken)
    {
        if (File.Exists(order.Output) && await catalog.ResolveAsync(Path.GetFullPath(order.Output), cancellationToken).ConfigureAwait(false) is [_, ..])
        {
            return false;
        }

        await clips.CutAsync(order, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static string Name(int row, string ending) => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{row + 1:0000}.{ending}");

    // The appearance and half a second around it; of a longer one, six seconds around the moment it is seen best.
    private static MediaSpan Shown(AppearanceExposure row, FrameEvidence evidence)
    {
        var (from, to) = (row.Span.Start.Seconds - Around, row.Span.End.Seconds + Around);
        if (to - from > LongestClip)
        {
            var start = row.Best.Time.Seconds - (LongestClip * Half);
            from = start < from ? from : start + LongestClip > to ? to - LongestClip : start;
            to = from + LongestClip;
        }

        var zero = new Rational(0, 1);
        return new MediaSpan(new MediaTime(from < zero ? zero : from), new MediaTime(to > evidence.End.Seconds ? evidence.End.Seconds : to));
    }
}
