using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Decoding.Sounds;

/// <summary>Decodes the audio tracks of a file, each once, and leaves the pictures alone.</summary>
internal sealed class SoundDecode(MediaTools tools)
{
    private const string Unprinted =
        "This FFmpeg was built without chromaprint, so the sound has no print: the same sound is not found in other videos.";

    /// <summary>Decodes them.</summary>
    /// <param name="order">Which.</param>
    /// <param name="print">Whether a print is made of the first, too.</param>
    /// <param name="cancellationToken">Stops the decode.</param>
    /// <returns>Null where a print was asked for and this FFmpeg makes none.</returns>
    public async Task<SoundReport?> RunAsync(SoundOrder order, bool print, CancellationToken cancellationToken)
    {
        using var scratch = new Scratch();
        var folder = order.Folder ?? scratch.Folder;
        var log = new SoundLog(order.Kept);
        var call = new ToolCall(Tool.Ffmpeg, SoundCommand.Arguments(order, print))
        {
            Input = order.Path,
            Folder = print || order.Kept is not [] ? folder : null,
            Limits = Limits(order),
        };
        var bytes = 0L;
        var result = await tools.RunAsync(call, output => bytes = Count(output), log.OnLine, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        if (bytes > 0)
        {
            return new SoundReport(new MediaDuration(new Rational(bytes, SoundCommand.BytesPerSecond)), log.Complaints)
            {
                Print = print ? PrintIn(folder) : default,
                Unprinted = print ? null : Unprinted,
                Kept = [.. order.Kept.Select(track => KeptIn(folder, track, log)).Where(sound => sound.Runs is not [])],
            };
        }

        return print && result.Said(SoundCommand.NoPrinter) ? null : throw Refusals.OfNothing(result, "no-sound");
    }

    private static ToolLimits Limits(SoundOrder order)
    {
        var limits = ToolLimits.ForWholeFile(order.Probe.DeclaredDuration?.Seconds.ToDouble() ?? 0, new FileInfo(order.Path).Length);
        return order.Kept is []
            ? limits
            : limits with { CpuSeconds = limits.CpuSeconds * order.Kept.Count, FileBytes = SoundCommand.MostBytes + limits.FileBytes };
    }

    // Whole words; a sound shorter than three seconds has none.
    private static byte[] PrintIn(string folder)
    {
        var file = Path.Combine(folder, SoundCommand.PrintName);
        var print = File.Exists(file) ? File.ReadAllBytes(file) : [];
        File.Delete(file);
        return print[..(print.Length / 4 * 4)];
    }

    private static KeptSound KeptIn(string folder, AudioTrack track, SoundLog log)
    {
        var sound = new KeptSound(track.Number, SoundCommand.NameOf(track), SoundCommand.LanesOf(track), []);
        var file = new FileInfo(Path.Combine(folder, sound.Name));
        return file.Exists ? sound with { Runs = log.Of(track).Until(file.Length / (KeptSound.SampleBytes * sound.LaneCount)) } : sound;
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
