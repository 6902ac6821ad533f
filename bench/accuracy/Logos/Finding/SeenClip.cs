using System.Runtime.InteropServices;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;
using VideoIndex.Timing;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Logos;

namespace VideoIndex.Accuracy.Logos.Finding;

/// <summary>What the product keeps of a clip to find logos in, and what it took.</summary>
/// <param name="Evidence">The tracks.</param>
/// <param name="Frames">The frame of each look.</param>
/// <param name="Keypoints">How many keypoints the looks added.</param>
/// <param name="Milliseconds">Processor time of finding and coding them.</param>
/// <param name="TrackMilliseconds">Processor time of following them.</param>
internal sealed record SeenClip(FeatureEvidence Evidence, IReadOnlyList<int> Frames, int Keypoints, double Milliseconds, double TrackMilliseconds)
{
    /// <summary>Takes a clip of a constant rate through the same parts as the product.</summary>
    /// <param name="file">The clip.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height.</param>
    /// <param name="rate">Its frames a second.</param>
    /// <param name="words">Sorts codes into words.</param>
    /// <param name="shrunk">How many times smaller than the picture the stills are; 0 for none.</param>
    public static SeenClip Of(string file, int width, int height, FrameRate rate, ICodeWords words, int shrunk)
    {
        var stills = new List<Still>();
        var (watcher, tracker, tracks) = (new FeatureWatcher(new FeatureExtractor(), new FeatureCoder(), rate.FrameDuration.Seconds), new FeatureTracker(), new List<FeatureTrack>());
        var (frames, keypoints, finding, following) = (new List<int>(), 0, 0.0, 0.0);
        foreach (var (frame, luma) in Looks(file, width, height, rate))
        {
            var start = CpuMilliseconds();
            var look = watcher.Look(frame, new LookPicture(width, height, luma));
            var between = CpuMilliseconds();
            tracker.Add(frame, look, follows: frames.Count > 0);
            tracks.AddRange(tracker.TakeEnded());
            (finding, following) = (finding + between - start, following + CpuMilliseconds() - between);
            keypoints += look.Features.Count;
            if (shrunk > 0)
            {
                stills.Add(new Still(stills.Count, Shrunk(luma, width, height, shrunk), 1.0 / shrunk));
            }

            frames.Add(frame);
        }

        tracker.End();
        tracks.AddRange(tracker.TakeEnded());
        return new SeenClip(Sorted(tracks, tracker.Looks, width, height, words) with { Stills = new Stills(stills) }, frames, keypoints, finding, following);
    }

    private static FeatureEvidence Sorted(List<FeatureTrack> tracks, IReadOnlyList<LookPose> looks, int width, int height, ICodeWords words)
    {
        var byWord = tracks.ToLookup(track => words.WordOf(track.Feature.Code));
        var starts = new uint[words.Count + 1];
        for (var word = 0; word < words.Count; word++)
        {
            starts[word + 1] = starts[word] + (uint)byWord[word].Count();
        }

        FeatureTrack[] sorted = [.. Enumerable.Range(0, words.Count).SelectMany(word => byWord[word])];
        return new FeatureEvidence(width, height, Bytes(looks.ToArray()), Bytes(starts), Bytes(sorted));
    }

    // The mean of each square of pixels.
    private static GrayPicture Shrunk(byte[] luma, int width, int height, int shrunk)
    {
        var small = new GrayPicture(width / shrunk, height / shrunk, new byte[width / shrunk * (height / shrunk)]);
        for (var at = 0; at < small.Pixels.Length; at++)
        {
            var (first, sum) = ((at / small.Width * shrunk * width) + (at % small.Width * shrunk), 0);
            for (var pixel = 0; pixel < shrunk * shrunk; pixel++)
            {
                sum += luma[first + (pixel / shrunk * width) + (pixel % shrunk)];
            }

            small.Pixels[at] = (byte)((sum + (shrunk * shrunk / 2)) / (shrunk * shrunk));
        }

        return small;
    }

    private sealed class Stills(List<Still> stills) : IStills
    {
        public Still? At(int look) => look < stills.Count ? stills[look] : null;
    }

    private static byte[] Bytes<T>(T[] values)
        where T : struct => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    private static IEnumerable<(int Frame, byte[] Planes)> Looks(string file, int width, int height, FrameRate rate)
    {
        var half = new Rational(2, 1) * rate.FrameDuration.Seconds;
        using var ffmpeg = Ffmpeg.Start(
            ["-i", file, "-map", "0:v:0", "-vf", $"scale={width}:{height}:flags=area:out_range=full,format=yuv420p", "-fps_mode", "passthrough", "-f", "rawvideo", "-"], input: false);
        var planes = new byte[LookPicture.Size(width, height)];
        for (var frame = 0; ffmpeg.StandardOutput.BaseStream.ReadAtLeast(planes, planes.Length, throwOnEndOfStream: false) == planes.Length; frame++)
        {
            if (frame == 0 || (new Rational(frame, 1) * half).Floor() > (new Rational(frame - 1, 1) * half).Floor())
            {
                yield return (frame, planes);
            }
        }

        Ffmpeg.Finish(ffmpeg);
    }

    private static double CpuMilliseconds() => System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;
}
