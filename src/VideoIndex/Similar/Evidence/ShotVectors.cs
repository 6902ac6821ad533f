using VideoIndex.Shots;
using VideoIndex.Videos;

namespace VideoIndex.Similar.Evidence;

/// <summary>Makes what the shots of a video are known by, from what was kept of its frames.</summary>
public static class ShotVectors
{
    /// <summary>Gets who makes them.</summary>
    public static VectorSource Source { get; } = new(VectorKind.PictureEvidence, ShotDescriptor.Name, ShotDescriptor.Version);

    /// <summary>Returns a vector for each shot whose frames have sketches.</summary>
    /// <param name="video">The video.</param>
    /// <param name="evidence">What was kept of its frames; null for a video without pictures, which has none.</param>
    /// <param name="shots">Its shots.</param>
    public static VideoVectors Of(VideoId video, FrameEvidence? evidence, IReadOnlyList<ShotRecord> shots)
    {
        ArgumentNullException.ThrowIfNull(shots);
        if (evidence is not { Count: > 0 })
        {
            return VideoVectors.Of(video, Source, []);
        }

        var described = ShotDescriptor.Of(evidence, [.. shots.Select(shot => Stretch(evidence, shot))]);
        return VideoVectors.Of(video, Source, [.. shots.Zip(described).Where(one => one.Second is not null).Select(one => (MomentOf(one.First), one.Second!))]);
    }

    /// <summary>Returns what a mirror would show of a shot; null where its frames have no sketches.</summary>
    public static float[]? Mirrored(FrameEvidence evidence, ShotRecord shot)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(shot);
        return ShotDescriptor.Of(evidence, [Stretch(evidence, shot)], mirrored: true)[0];
    }

    /// <summary>Returns what the vector of a shot is of.</summary>
    public static VectorMoment MomentOf(ShotRecord shot)
    {
        ArgumentNullException.ThrowIfNull(shot);
        return new VectorMoment(shot.Shot.Span, shot.KeyframeTime);
    }

    private static (int First, int Until) Stretch(FrameEvidence evidence, ShotRecord shot)
    {
        var (first, last) = (evidence.FrameAt(shot.Shot.Span.Start), evidence.FrameAt(shot.Shot.Span.End));
        return (first, shot.Shot.Span.End >= evidence.End ? evidence.Count : Math.Max(first + 1, last));
    }
}
