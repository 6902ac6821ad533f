using System.Runtime.InteropServices;
using VideoIndex.Features;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Logos.Matching;

/// <summary>What of a video looks like places of an example, look after look.</summary>
/// <param name="evidence">What was kept of the video.</param>
/// <param name="example">The example.</param>
/// <param name="features">Its keypoints.</param>
/// <param name="tracks">The tracks that look like them, in the order of their first looks.</param>
internal sealed class LookMatches(FeatureEvidence evidence, KnownExample example, KnownFeature[] features, TrackMatch[] tracks)
{
    // A claim that is carried on by the camera's motion is the claim made anew, but for rounding: to a ten-thousandth, and a hundredth of a pixel.
    private const double Slack = 1e-4;

    // Further than any picture is wide: claims of one polarity never agree with those of the other.
    private const double OtherPolarity = 1e7;
    private readonly List<Live> _here = [];
    private readonly List<ClaimedPose> _claims = [];
    private readonly List<FeatureMatch> _matches = [];
    private readonly ClaimCrowd _crowd = new(example.Size.Diagonal, Slack);
    private LookPose _pose;
    private int _next, _look;

    /// <summary>Gets how many matches there are at the look.</summary>
    public int Count => _here.Count;

    /// <summary>Goes to the next look.</summary>
    /// <param name="look">Which: each once, from 0.</param>
    /// <returns>Whether any match differs from the look before. Where the same tracks go on and the camera stands, none does.</returns>
    public bool MoveTo(int look)
    {
        var pose = evidence.Looks[look];
        var stands = look > 0 && pose with { Timestamp = _pose.Timestamp } == _pose;
        (_pose, _look) = (pose, look);
        var ended = _here.RemoveAll(live => look >= live.Track.End);
        var kept = _here.Count;
        for (; _next < tracks.Length && tracks[_next].First == look; _next++)
        {
            _here.Add(new Live(tracks[_next], ClaimedPose.Of(MatchOf(tracks[_next], tracks[_next].Seen), example.Size)));
        }

        return !stands || ended > 0 || _here.Count > kept;
    }

    /// <summary>Returns whether so many matches may claim one pose. Cheap; where it says no, none do.</summary>
    public bool MayAgree(int fewest)
    {
        if (_here.Count < fewest)
        {
            return false;
        }

        _claims.Clear();
        var camera = new Camera(evidence, _look);
        foreach (ref readonly var live in CollectionsMarshal.AsSpan(_here))
        {
            camera.Follow(live.Track.First);
            var claim = live.Claim.Moved(camera.Motion, camera.Turn, camera.Scale, camera.Octaves);
            _claims.Add(features[live.Track.Known].Inverted ? claim with { Middle = new Point(claim.Middle.X + OtherPolarity, claim.Middle.Y) } : claim);
        }

        _crowd.Set(CollectionsMarshal.AsSpan(_claims));
        return _crowd.Holds(fewest);
    }

    /// <summary>Returns the matches at the look; what is returned is good until it is asked again.</summary>
    public IReadOnlyList<FeatureMatch> Matches()
    {
        _matches.Clear();
        var camera = new Camera(evidence, _look);
        foreach (ref readonly var live in CollectionsMarshal.AsSpan(_here))
        {
            camera.Follow(live.Track.First);
            var (seen, motion) = (live.Track.Seen, camera.Motion);
            var place = motion.At(new Point(seen.X, seen.Y));
            _matches.Add(MatchOf(live.Track, new Keypoint((float)place.X, (float)place.Y, (float)(seen.Scale * camera.Scale), (float)(seen.Angle + camera.Degrees))));
        }

        return _matches;
    }

    private FeatureMatch MatchOf(in TrackMatch track, Keypoint seen)
    {
        ref readonly var known = ref features[track.Known];
        return new FeatureMatch(seen, known.Keypoint, track.Doubt, known.Place, known.Inverted);
    }

    private readonly record struct Live(TrackMatch Track, ClaimedPose Claim);

    // Tracks that began together moved together.
    private ref struct Camera(FeatureEvidence evidence, int look)
    {
        private readonly ReadOnlySpan<LookPose> _looks = evidence.Looks;
        private int _first = -1;

        public Affine Motion { get; private set; }

        public double Scale { get; private set; }

        public double Octaves { get; private set; }

        public double Degrees { get; private set; }

        public readonly double Turn => Angles.Radians(Degrees);

        public void Follow(int first)
        {
            if (first != _first)
            {
                (_first, Motion) = (first, _looks[first].To(_looks[look]));
                (Scale, Degrees) = (Motion.Scale, Math.Atan2(Motion.C, Motion.A) * 180 / Math.PI);
                Octaves = Math.Log2(Scale);
            }
        }
    }
}
