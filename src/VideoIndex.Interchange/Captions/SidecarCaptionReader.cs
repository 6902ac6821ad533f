using VideoIndex.Interchange.Captions.Ttml;
using VideoIndex.Media;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Captions;

/// <summary>Reads the caption files that lie beside a video under its name.</summary>
/// <remarks>
/// Their times are on a player's clock already, so the container's start is not taken off. A file that is too large,
/// empty, no text or not readable costs one complaint.
/// </remarks>
public sealed class SidecarCaptionReader : ICaptionReader
{
    /// <summary>The largest file that is read, in bytes; the captions of a feature film are about a thousandth of it.</summary>
    public const int LargestFile = 20_000_000;

    private const int MostFiles = 64;

    private static readonly EnumerationOptions Quietly = new() { IgnoreInaccessible = true };

    /// <inheritdoc/>
    public async Task<CaptionReading> ReadAsync(
        string path, MediaProbe probe, MediaTime zero, CancellationToken cancellationToken)
    {
        var transcripts = new List<Transcript>();
        var complaints = new List<string>();
        foreach (var (file, name) in FilesBeside(Path.GetFullPath(path)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var title = Path.GetFileName(file);
            var captions = await ReadFileAsync(file, name, cancellationToken).ConfigureAwait(false);
            complaints.AddRange(captions.Complaints.Select(complaint => $"Caption file '{title}': {complaint}"));
            if (captions.Utterances.Count > 0)
            {
                transcripts.Add(new Transcript(name.Language, new Origin("sidecar", title), captions.Utterances));
            }
        }

        return new CaptionReading(transcripts, complaints);
    }

    private static IEnumerable<(string File, SidecarName Name)> FilesBeside(string video)
    {
        if (Path.GetDirectoryName(video) is not { } folder || !Directory.Exists(folder))
        {
            return [];
        }

        return Directory.EnumerateFiles(folder, "*", Quietly)
            .Select(file => (File: file, Name: SidecarName.Read(Path.GetFileName(file), Path.GetFileName(video))))
            .Where(found => found.Name is not null)
            .OrderBy(found => found.File, StringComparer.Ordinal)
            .Take(MostFiles)
            .Select(found => (found.File, found.Name!));
    }

    private static async Task<CaptionFile> ReadFileAsync(string file, SidecarName name, CancellationToken cancellationToken)
    {
        try
        {
            var length = new FileInfo(file).Length;
            if (length is 0 or > LargestFile) // a pipe or a device has length 0 too, and reading it might never end
            {
                return Refused(length == 0 ? "it is empty." : $"it is larger than {LargestFile / 1_000_000} MB.");
            }

            var bytes = await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
            return CaptionEncoding.Decode(bytes, name.Language) is { } text ? Parse(name.Format, text) : Refused("it is not text.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused("it could not be opened.");
        }
    }

    private static CaptionFile Parse(string format, string text)
    {
        var captions = format switch
        {
            "vtt" => WebVtt.Read(text),
            "ass" or "ssa" => SubStation.Read(text),
            "sbv" => SubViewer.Read(text),
            "ttml" or "dfxp" => TimedText.Read(text),
            _ => SubRip.Read(text),
        };
        return captions is { Utterances.Count: 0, Complaints.Count: 0 } ? Refused("no captions were found in it.") : captions;
    }

    private static CaptionFile Refused(string complaint) => new([], [complaint]);
}
