using System.Runtime.InteropServices;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Recognition;
using VideoIndex.Logos.Stills;
using VideoIndex.Looks;
using VideoIndex.Timing;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Logos;
using VideoIndex.Vision.Stills;

namespace VideoIndex.Accuracy.Logos.Finding;

/// <summary>What the product keeps of a clip to find logos in, and what it took.</summary>
/// <param name="Evidence">The tracks.</param>
/// <param name="Frames">The frame of each look.</param>
/// <param name="Keypoints">How many keypoints the looks added.</param>
/// <param name="Milliseconds">Processor time of finding and coding them.</param>
/// <param name="TrackMilliseconds">Processor time of following them.</param>
internal sealed record SeenClip(FeatureEvidence Evidence, IReadOnlyList<int> Frames, int Keypoints, double Milliseconds, double TrackMilliseconds)
{
    // What the list of a file of stills takes for each.
    private const int StillEntry = 32;

    /// <summary>Takes a clip of a constant rate through the same parts as the product.</summary>
    /// <param name="file">The clip.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height.</param>
    /// <param name="rate">Its frames a second.</param>
    /// <param name="words">Sorts codes into words.</param>
    /// <param name="stills">How large the stills are that are kept; null for none.</param>
    /// <param name="megabytes">How many million bytes an hour stills and keypoints may take together; null for all there are.</param>
    public static SeenClip Of(string file, int width, int height, FrameRate rate, ICodeWords words, StillSize? stills, double? megabytes = null)
    {
        var (kept, bytes) = (new List<KeptLook>(), new List<byte[]>());
        var maker = stills is { } size ? new StillMaker(size) : null;
        var (watcher, tracker, tracks) = (new FeatureWatcher(new FeatureExtractor(), new FeatureCoder(), rate.FrameDuration.Seconds, maker), new FeatureTracker(), new List<FeatureTrack>());
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
            if (look.Still.Length > 0)
            {
                kept.Add(new KeptLook(frames.Count, look.Changed.Share == 1));
                bytes.Add(look.Still.ToArray());
            }

            frames.Add(frame);
        }

        tracker.End();
        tracks.AddRange(tracker.TakeEnded());
        var most = megabytes is { } bound ? EvidenceBound.MostTracks((long)(bound * 1e6), frames.Count, bytes.Sum(still => (long)still.Length + StillEntry)) : long.MaxValue;
        return new SeenClip(Sorted(Worthiest(tracks, most), tracker.Looks, width, height, words) with { Stills = new KeptStills(kept, at => bytes[at], new StillCoder()) }, frames, keypoints, finding, following);
    }

    // As the product chooses, but for those that are worth just as much as the last that finds room.
    private static List<FeatureTrack> Worthiest(List<FeatureTrack> tracks, long most) => tracks.Count <= most
        ? tracks
        : [.. tracks.Index().OrderByDescending(track => track.Item.Worth).Take((int)most).OrderBy(track => track.Index).Select(track => track.Item)];

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
