using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Frames;

/// <summary>Decodes a few frames at once, and believes them only where every fingerprint is the one taken at indexing.</summary>
/// <param name="tools">FFmpeg.</param>
/// <param name="scorers">Makes a scorer; only its fingerprint is used.</param>
internal sealed class ProvedFrames(MediaTools tools, Func<IFrameScorer> scorers)
{
    // 16 pictures of 1280 x 720 are 44 MB. Up to some seconds apart, to decode on takes less than to seek anew.
    private const int MostTogether = 16;
    private static readonly Rational Together = new(10, 1);

    /// <summary>Puts what lies near one another together.</summary>
    /// <param name="evidence">The video's frames.</param>
    /// <param name="all">What is wanted.</param>
    /// <param name="frameOf">Which frame each is about.</param>
    public static IEnumerable<List<T>> Groups<T>(FrameEvidence evidence, IEnumerable<T> all, Func<T, int> frameOf)
    {
        var group = new List<T>();
        foreach (var one in all.OrderBy(frameOf))
        {
            if (group.Count == MostTogether || (group is [var first, ..] && (evidence.TimeOf(frameOf(one)) - evidence.TimeOf(frameOf(first))).Seconds > Together))
            {
                yield return group;
                group = [];
            }

            group.Add(one);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    /// <summary>Decodes frames into <see cref="StillCommand.PicturesName"/>, one after the other, three bytes a pixel.</summary>
    /// <returns>The folder it lies in, to be disposed; null where the file no longer gives these frames.</returns>
    /// <exception cref="MediaRefusedException">Reading had to be stopped, or crashed a decoder.</exception>
    public async Task<Scratch?> DecodeAsync(FrameSet set, (int Width, int Height) size, CancellationToken cancellationToken)
    {
        foreach (var approach in GrabCommand.Approaches)
        {
            var scratch = new Scratch();
            try
            {
                if (StillCommand.Decode(set, approach, size) is { } arguments && await IsProvedAsync(set, arguments, scratch, cancellationToken).ConfigureAwait(false))
                {
                    var proved = scratch;
                    scratch = null;
                    return proved;
                }
            }
            finally
            {
                scratch?.Dispose();
            }
        }

        return null;
    }

    private async Task<bool> IsProvedAsync(FrameSet set, IReadOnlyList<string> arguments, Scratch scratch, CancellationToken cancellationToken)
    {
        var call = new ToolCall(Tool.Ffmpeg, arguments)
        {
            Input = set.Path,
            Folder = scratch.Folder,
            Limits = ToolLimits.ForWholeFile(set.Probe.DeclaredDuration?.Seconds.ToDouble() ?? 0, new FileInfo(set.Path).Length) with { FileBytes = 256L << 20 },
        };
        var (gray, scorer, proved) = (new byte[GrayFrame.Size], scorers(), 0);
        var result = await tools.RunAsync(call, Read, null, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        return proved == set.Frames.Count;

        void Read(Stream stream)
        {
            while (proved < set.Frames.Count && stream.ReadAtLeast(gray, gray.Length, throwOnEndOfStream: false) == gray.Length
                && scorer.Score(gray).Fingerprint == set.Evidence.Scores[set.Frames[proved]].Fingerprint)
            {
                proved++;
            }
        }
    }
}

/// <summary>Frames of a video that are decoded at once.</summary>
/// <param name="Path">The video.</param>
/// <param name="Probe">What its container says.</param>
/// <param name="Evidence">Its frames.</param>
/// <param name="Frames">The frames, rising, each once.</param>
internal sealed record FrameSet(string Path, MediaProbe Probe, FrameEvidence Evidence, IReadOnlyList<int> Frames);
