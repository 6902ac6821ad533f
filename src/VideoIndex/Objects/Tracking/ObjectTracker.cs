namespace VideoIndex.Objects.Tracking;

/// <summary>Links the detections of one kind of thing along one shot.</summary>
/// <remarks>
/// Looks are half a second apart: things move by more than their own size, and seldom cover themselves. Each track foretells its next place from how
/// it moved; boxes are enlarged before they are compared, first a little, then, for what is left over, much (F. Yang et al., "Hard to Track
/// Objects with Irregular Motions and Similar Appearances? Make It Easier by Buffering the Matching Space", WACV 2023). Sure detections are given to
/// tracks first; unsure ones only carry on what was seen at the look before, and begin nothing (Y. Zhang et al., "ByteTrack", ECCV
/// 2022). Each round is settled as a whole (<see cref="Assignment"/>). A thing that was not seen for more than
/// <see cref="TrackOptions.MostGap"/> looks, or for any after its first sighting, and comes back is another; looks the detector failed at do not count.
/// A detector may call one thing by two names, at one look or from look to look (a van: car, truck): the classes of one kind are linked together, of two
/// boxes at one place the surer counts, and the track is of the class that its sightings are surest of together.
/// </remarks>
public sealed class ObjectTracker
{
    private const int Parts = 1_000_000;
    private readonly TrackOptions _options;
    private readonly List<MovingBox> _live = [];
    private readonly List<MovingBox> _ended = [];
    private int _look = -1;

    private ObjectTracker(TrackOptions options) => _options = options;

    /// <summary>Returns the tracks of a shot, by their first look, then by class, then from left to right.</summary>
    /// <param name="looks">What was seen at each look at the video; null for a look the detector failed at.</param>
    /// <param name="first">The shot's first look.</param>
    /// <param name="until">The look after its last.</param>
    /// <param name="options">How they are linked.</param>
    /// <param name="kindOf">Which kind a class is of; null when each is one for itself.</param>
    public static IReadOnlyList<ObjectTrack> Of(
        IReadOnlyList<IReadOnlyList<SeenObject>?> looks, int first, int until, TrackOptions options, Func<int, int>? kindOf = null)
    {
        ArgumentNullException.ThrowIfNull(looks);
        ArgumentNullException.ThrowIfNull(options);
        var trackers = new SortedDictionary<int, ObjectTracker>();
        var seen = Enumerable.Range(first, until - first).Where(look => looks[look] is not null).ToList();
        foreach (var (turn, look) in seen.Index())
        {
            var byKind = looks[look]!.ToLookup(one => kindOf?.Invoke(one.Label) ?? one.Label);
            foreach (var kind in byKind.Select(group => group.Key).Where(kind => !trackers.ContainsKey(kind)))
            {
                trackers.Add(kind, new ObjectTracker(options));
            }

            foreach (var (kind, tracker) in trackers)
            {
                tracker.Look(turn, OfOneNameEach([.. byKind[kind]], options));
            }
        }

        return
        [
            .. trackers.Values.SelectMany(tracker => tracker.Finish(seen))
                .OrderBy(track => track.Points[0].Look).ThenBy(track => track.Label).ThenBy(track => track.Points[0].Seen.Box.Left),
        ];
    }

    // The surest come first, here as in what is kept.
    private static List<SeenObject> OfOneNameEach(IReadOnlyList<SeenObject> found, TrackOptions options)
    {
        var named = new List<SeenObject>();
        foreach (var one in found)
        {
            if (!named.Exists(surer => surer.Label != one.Label && MovingBox.Common(surer.Box, one.Box) >= options.SamePlace))
            {
                named.Add(one);
            }
        }

        return named;
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
        .Select(track => new ObjectTrack(track.Label, [.. track.Points.Select(point => point with { Look = looks[point.Look] })]));
}
