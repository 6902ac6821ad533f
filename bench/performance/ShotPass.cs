using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Performance;

/// <summary>The shot pass alone, as a process of its own: the probe, the one decode, the scores. Nothing is stored.</summary>
internal static class ShotPass
{
    public static async Task<int> RunAsync(string file)
    {
        var pictures = Directory.CreateTempSubdirectory("videoindex-shot-pass-").FullName;
        try
        {
            var tools = await MediaTools.DiscoverAsync(CancellationToken.None).ConfigureAwait(false);
            var probe = await new FfprobeMediaProber(tools).ProbeAsync(file, CancellationToken.None).ConfigureAwait(false);
            var report = await new FfmpegMediaDecoder(tools)
                .DecodeAsync(file, probe, pictures, new Scores(), CancellationToken.None).ConfigureAwait(false);
            Console.WriteLine(report.Frames);
            return 0;
        }
        finally
        {
            Directory.Delete(pictures, recursive: true);
        }
    }

    private sealed class Scores : IFrameSink
    {
        private readonly FrameScorer _scorer = new();

        public void OnFrame(in GrayFrame frame) => _scorer.Score(frame.Pixels);
    }
}
