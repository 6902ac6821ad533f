using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Shots;

namespace VideoIndex.Ffmpeg.Frames;

/// <summary>Reads stretches of frames: it seeks, decodes, and hands on only frames whose fingerprints are those taken at indexing.</summary>
/// <param name="tools">FFmpeg.</param>
/// <param name="scorers">Makes a scorer; only its fingerprint is used.</param>
public sealed class FfmpegFrameReader(MediaTools tools, Func<IFrameScorer> scorers) : IFrameReader
{
    private const int GrayWidth = 320, GrayHeight = 180;

    /// <inheritdoc/>
    public async Task<bool> ReadAsync(FrameRun run, Action<int, GrayPicture> take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(take);
        foreach (var approach in GrabCommand.Approaches)
        {
            if (RunCommand.Arguments(run, approach) is { } arguments && await TryAsync(run, arguments, take, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> TryAsync(FrameRun run, IReadOnlyList<string> arguments, Action<int, GrayPicture> take, CancellationToken cancellationToken)
    {
        var call = new ToolCall(Tool.Ffmpeg, arguments)
        {
            Input = run.Path,
            Limits = ToolLimits.ForWholeFile(run.Probe.DeclaredDuration?.Seconds.ToDouble() ?? 0, new FileInfo(run.Path).Length),
        };
        var proved = 0;
        var result = await tools.RunAsync(call, stream => proved = Read(stream, run, take), null, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        return proved == run.Last - run.First + 1;
    }

    // Up to the first that is another than it should be: those after it are not believed either.
    private int Read(Stream stream, FrameRun run, Action<int, GrayPicture> take)
    {
        var look = LookSize.Of(run.Probe.Pictures[0]);
        var width = RunCommand.Width(look);
        var (both, gray) = (new byte[width * (GrayHeight + look.Height)], new byte[GrayFrame.Size]);
        var scorer = scorers();
        for (var frame = run.First; frame <= run.Last; frame++)
        {
            if (stream.ReadAtLeast(both, both.Length, throwOnEndOfStream: false) < both.Length)
            {
                return frame - run.First;
            }

            Copy(both, width, gray, GrayWidth, GrayHeight);
            if (scorer.Score(gray).Fingerprint != run.Evidence.Scores[frame].Fingerprint)
            {
                return frame - run.First;
            }

            var pixels = new byte[look.Width * look.Height];
            Copy(both.AsSpan(width * GrayHeight), width, pixels, look.Width, look.Height);
            take(frame, new GrayPicture(look.Width, look.Height, pixels));
        }

        return run.Last - run.First + 1;
    }

    private static void Copy(ReadOnlySpan<byte> from, int stride, Span<byte> to, int width, int height)
    {
        for (var row = 0; row < height; row++)
        {
            from.Slice(row * stride, width).CopyTo(to[(row * width)..]);
        }
    }
}
