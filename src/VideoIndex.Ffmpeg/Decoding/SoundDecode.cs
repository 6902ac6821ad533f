using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>Decodes the first audio track of a file, and leaves the pictures alone.</summary>
internal sealed class SoundDecode(MediaTools tools)
{
    private const string Unprinted =
        "This FFmpeg was built without chromaprint, so the sound has no print: the same sound is not found in other videos.";

    /// <summary>Decodes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="probe">What its container says.</param>
    /// <param name="print">Whether a print is made, too.</param>
    /// <param name="cancellationToken">Stops the decode.</param>
    /// <returns>Null where a print was asked for and this FFmpeg makes none.</returns>
    public async Task<SoundReport?> RunAsync(string path, MediaProbe probe, bool print, CancellationToken cancellationToken)
    {
        using var scratch = new Scratch();
        var log = new FrameLog(startsInside: false);
        var call = new ToolCall(Tool.Ffmpeg, SoundCommand.Arguments(probe.Audio[0], print))
        {
            Input = path,
            Folder = print ? scratch.Folder : null,
            Limits = ToolLimits.ForWholeFile(probe.DeclaredDuration?.Seconds.ToDouble() ?? 0, new FileInfo(path).Length),
        };
        var bytes = 0L;
        var result = await tools.RunAsync(call, output => bytes = Count(output), log.OnLine, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        if (bytes > 0)
        {
            return new SoundReport(new MediaDuration(new Rational(bytes, SoundCommand.BytesPerSecond)), log.Complaints)
            {
                Print = print ? PrintIn(scratch.Folder) : default,
                Unprinted = print ? null : Unprinted,
            };
        }

        return print && result.Said(SoundCommand.NoPrinter) ? null : throw Refusals.OfNothing(result, "no-sound");
    }

    // Whole words; a sound shorter than three seconds has none.
    private static byte[] PrintIn(string folder)
    {
        var file = Path.Combine(folder, SoundCommand.PrintName);
        var print = File.Exists(file) ? File.ReadAllBytes(file) : [];
        return print[..(print.Length / 4 * 4)];
    }

    private static long Count(Stream output)
    {
        var buffer = new byte[64 * 1024];
        var (total, read) = (0L, 0);
        while ((read = output.Read(buffer)) > 0)
        {
            total += read;
        }

        return total;
    }
}
