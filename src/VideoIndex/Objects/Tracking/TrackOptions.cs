namespace VideoIndex.Objects.Tracking;

/// <summary>How detections are linked to tracks, and which tracks are told of. The defaults were chosen on planted boxes: see docs/objects.md.</summary>
public sealed record TrackOptions
{
    /// <summary>The least threshold, in thousandths: below it detectors keep nothing.</summary>
    public const int LeastThreshold = 50;

    /// <summary>Gets how sure a detection must be to begin a track, in thousandths, from <see cref="LeastThreshold"/> to 1000. The default is 450.</summary>
    public int Threshold { get; init; } = 450;

    /// <summary>Gets how sure one must be to carry a track on, as a part of <see cref="Threshold"/>, from 0 to 1. The default is .5.</summary>
    public double Carrying { get; init; } = .5;

    /// <summary>Gets by what part of its size a box is made larger on each side before two are compared, from 0. The default is .15.</summary>
    public double Buffer { get; init; } = .15;

    /// <summary>Gets the same for what the first comparison left over: fast things. The default is .5.</summary>
    public double WideBuffer { get; init; } = .5;

    /// <summary>Gets how much of both together two enlarged boxes must have in common to be of one thing, from 0 to 1. The default is .25.</summary>
    public double LeastOverlap { get; init; } = .25;

    /// <summary>Gets how many looks a thing may be unseen and still be the same, from 0. The default is 3: a second and a half between sightings, at most two.</summary>
    public int MostGap { get; init; } = 3;

    /// <summary>Gets in how many looks a thing must be seen to be told of; in a shot with fewer looks, in all of them. The default is 2.</summary>
    public int LeastLooks { get; init; } = 2;

    /// <summary>Gets how much of both together two boxes of different names have in common that are of one thing, from 0 to 1. The default is .6.</summary>
    public double SamePlace { get; init; } = .6;
}
