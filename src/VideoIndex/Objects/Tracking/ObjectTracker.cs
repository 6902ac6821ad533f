namespace VideoIndex.Objects.Tracking;

/// <summary>Links the detections of one class along one shot.</summary>
/// <remarks>
/// Looks are half a second apart: things move by more than their own size, and seldom cover themselves. Each track foretells its next place from how
/// it moved; boxes are enlarged before they are compared, first a little, then, for what is left over, much (F. Yang et al., "Hard to Track
/// Objects with Irregular Motions and Similar Appearances? Make It Easier by Buffering the Matching Space", WACV 2023). Sure detections are given to
/// tracks first; unsure ones only carry on what was seen at the look before, and begin nothing (Y. Zhang et al., "ByteTrack", ECCV
/// 2022). Each round is settled as a whole (<see cref="Assignment"/>). A thing that was not seen for more than
/// <see cref="TrackOptions.MostGap"/> looks, or for any after its first sighting, and comes back is another; looks the detector failed at do not count.
/// </remarks>
public sealed class ObjectTracker
{
    private const int Parts = 1_000_000;
    private readonly TrackOptions _options;
    private readonly int _label;
    private readonly List<MovingBox> _live = [];
    private readonly List<MovingBox> _ended = [];
    private int _look = -1;

    private ObjectTracker(TrackOptions options, int label) => (_options, _label) = (options, label);

    /// <summary>Returns the tracks of a shot, by their first look, then by class, then from left to right.</summary>
    /// <param name="looks">What was seen at each look at the video; null for a look the detector failed at.</param>
    /// <param name="first">The shot's first look.</param>
    /// <param name="until">The look after its last.</param>
    /// <param name="options">How they are linked.</param>
    public static IReadOnlyList<ObjectTrack> Of(IReadOnlyList<IReadOnlyList<SeenObject>?> looks, int first, int until, TrackOptions options)
    {
        ArgumentNullException.ThrowIfNull(looks);
        ArgumentNullException.ThrowIfNull(options);
        var trackers = new SortedDictionary<int, ObjectTracker>();
        var seen = Enumerable.Range(first, until - first).Where(look => looks[look] is not null).ToList();
        foreach (var (turn, look) in seen.Index())
        {
            var byLabel = looks[look]!.ToLookup(one => one.Label);
            foreach (var label in byLabel.Select(group => group.Key).Where(label => !trackers.ContainsKey(label)))
            {
                trackers.Add(label, new ObjectTracker(options, label));
            }

            foreach (var (label, tracker) in trackers)
            {
                tracker.Look(turn, [.. byLabel[label]]);
            }
        }

        return
        [
            .. trackers.Values.SelectMany(tracker => tracker.Finish(seen))
                .OrderBy(track => track.Points[0].Look).ThenBy(track => track.Label).ThenBy(track => track.Points[0].Seen.Box.Left),
        ];
    }

    private void Look(int look, List<SeenObject> found)
    {
        _look = look;
        _ended.AddRange(_live.Where(IsOver));
        _live.RemoveAll(IsOver);
        var (carrying, waiting) = (_options.Threshold * _options.Carrying, new List<MovingBox>(_live));
        var sure = found.Where(one => one.Score >= _options.Threshold).ToList();
        Link(waiting, sure, _options.Buffer);
        Link(waiting, sure, _options.WideBuffer);
        waiting.RemoveAll(track => track.LastLook != look - 1);
        Link(waiting, [.. found.Where(one => one.Score < _options.Threshold && one.Score >= carrying)], _options.Buffer);
        _live.AddRange(sure.Select(one => new MovingBox(look, one)));
    }

    // Of what was seen once nobody knows where it goes: it is looked for at the next look alone.
    private bool IsOver(MovingBox track) => _look - track.LastLook > 1 + (track.Points.Count == 1 ? 0 : _options.MostGap);

    // What finds each other leaves both lists.
    private void Link(List<MovingBox> tracks, List<SeenObject> found, double buffer)
    {
        var likeness = new int[tracks.Count, found.Count];
        for (var track = 0; track < tracks.Count; track++)
        {
            for (var one = 0; one < found.Count; one++)
            {
                var alike = tracks[track].Likeness(_look, found[one].Box, buffer);
                likeness[track, one] = alike < _options.LeastOverlap ? 0 : (int)(alike * Parts);
            }
        }

        var linked = Assignment.Of(likeness).Index().Where(pair => pair.Item >= 0).Select(pair => (Track: tracks[pair.Index], At: pair.Item)).ToList();
        foreach (var (track, at) in linked)
        {
            track.Add(_look, found[at]);
            tracks.Remove(track);
        }

        foreach (var at in linked.Select(pair => pair.At).OrderDescending())
        {
            found.RemoveAt(at);
        }
    }

    private IEnumerable<ObjectTrack> Finish(List<int> looks) => _ended.Concat(_live)
        .Select(track => new ObjectTrack(_label, [.. track.Points.Select(point => point with { Look = looks[point.Look] })]));
}
