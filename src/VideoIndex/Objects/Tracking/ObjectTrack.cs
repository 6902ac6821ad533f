namespace VideoIndex.Objects.Tracking;

/// <summary>One thing, followed along a shot.</summary>
/// <param name="Label">Which of the detector's classes it is, from 0: of those it was called by, the one its sightings are surest of.</param>
/// <param name="Points">Where it was seen, in order of the looks; there is always one.</param>
public sealed record ObjectTrack(int Label, IReadOnlyList<TrackPoint> Points)
{
    /// <summary>Gets the surest sighting; of several, the first.</summary>
    public TrackPoint Surest => Points.MaxBy(point => point.Seen.Score);

    /// <summary>Gets how sure its sightings are on average, in thousandths.</summary>
    public double MeanScore => Points.Average(point => point.Seen.Score);
}

/// <summary>A sighting of a thing.</summary>
/// <param name="Look">Which look at the video saw it, from 0.</param>
/// <param name="Seen">What it saw.</param>
public readonly record struct TrackPoint(int Look, SeenObject Seen);
