using VideoIndex.Looks;
using VideoIndex.Reviews;
using VideoIndex.Shots;
using VideoIndex.Similar;
using VideoIndex.Similar.Neighbours;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Sidecars;

/// <summary>What a side-car must be beside well formed, so that nothing that works on the library afterwards meets what cannot be. Pure.</summary>
public static class SidecarRules
{
    private const int MostDimensions = 65_536;

    /// <summary>Refuses a side-car whose parts do not fit together.</summary>
    /// <exception cref="SidecarException"><c>bad-sidecar</c>: with the value at fault.</exception>
    public static void Check(VideoSidecar sidecar)
    {
        ArgumentNullException.ThrowIfNull(sidecar);
        var contents = sidecar.Contents;
        SidecarPlaces.CheckPath(contents.Video.Path, "/video/path");
        SidecarTimes.Check(sidecar);
        CheckShots(contents.Shots);
        foreach (var (at, scene) in contents.Scenes.Index())
        {
            Require(scene.Number == at + 1 && scene.FirstShot >= 1 && scene.FirstShot <= scene.LastShot && scene.LastShot <= contents.Shots.Count, $"/scenes/{at}", "scenes are numbered from 1, each from a shot there is to another");
        }

        if (sidecar.Evidence is { } evidence)
        {
            CheckFrames(evidence);
        }

        CheckVectors(sidecar);
        CheckReviews(sidecar.Reviews);
        SidecarPlaces.CheckFiles(sidecar);
    }

    /// <summary>Refuses a side-car whose parts do not fit together.</summary>
    /// <exception cref="SidecarException"><c>bad-sidecar</c>: with the value at fault.</exception>
    public static void Check(LibrarySidecar sidecar)
    {
        ArgumentNullException.ThrowIfNull(sidecar);
        RequireDistinct(sidecar.Fields.Select(field => field.Name), "/fields", "a field is defined once");
        RequireDistinct(sidecar.Brands.Select(brand => Brands.BrandName.Fold(brand.Brand.Name)), "/brands", "a brand is there once");
        RequireDistinct(sidecar.Brands.Select(brand => brand.Brand.Id), "/brands", "a brand's number is its own");
        RequireDistinct(sidecar.Brands.SelectMany(brand => brand.Brand.Logos).Select(logo => logo.Id), "/brands", "a logo's number is its own");
        RequireDistinct(sidecar.Brands.SelectMany(brand => brand.Brand.Logos).SelectMany(logo => logo.Examples).Select(example => example.Id), "/brands", "an example's number is its own");
        RequireDistinct(sidecar.Alerts.Select(alert => alert.Name), "/alerts", "an alert is there once");
        foreach (var (at, alert) in sidecar.Alerts.Index())
        {
            Require(alert.Receiver.Run is null != alert.Receiver.Post is null, $"/alerts/{at}", "an alert tells either a command or an address");
        }

        SidecarPlaces.CheckFiles(sidecar);
    }

    internal static void Require(bool holds, string pointer, string rule)
    {
        if (!holds)
        {
            throw new SidecarException("bad-sidecar", $"The side-car contradicts itself: {rule}.", pointer);
        }
    }

    private static void RequireDistinct<T>(IEnumerable<T> values, string pointer, string rule)
    {
        var all = values.ToList();
        Require(all.Distinct().Count() == all.Count, pointer, rule);
    }

    private static void CheckShots(IReadOnlyList<ShotRecord> shots)
    {
        var before = default(MediaTime?);
        foreach (var (at, (shot, _, _)) in shots.Index())
        {
            Require(shot.Number == at + 1 && (before is null || before <= shot.Span.Start), $"/shots/{at}", "shots are numbered from 1 in the order of time");
            before = shot.Span.Start;
        }
    }

    private static void CheckFrames(FrameEvidence evidence)
    {
        for (var frame = 1; frame < evidence.Count; frame++)
        {
            Require(evidence.Timestamps[frame - 1] <= evidence.Timestamps[frame], "/frames/timestamps", "frames are in the order they are shown");
        }

        Require(evidence.Scores.Count == evidence.Count, "/frames/scores", "each frame has a score");
        Require(evidence.Sketches.Count is 0 || evidence.Sketches.Bytes.Length == evidence.Count * FrameSketches.Size, "/frames/sketches", "each frame has a sketch, or none has");
        var looks = evidence.Looks.Frames;
        for (var look = 0; look < looks.Count; look++)
        {
            Require(looks[look] >= (look == 0 ? 0 : looks[look - 1]) && looks[look] < evidence.Count, "/frames/looks", "looks are at frames there are, in their order");
        }

        foreach (var (at, log) in evidence.Detections.Index())
        {
            Require(log.Looks.Count == looks.Count, $"/frames/detections/{at}", "a detector looks at every look");
            Require(log.Looks.OfType<IReadOnlyList<Objects.SeenObject>>().All(look => look.All(seen => seen.Label >= 0 && seen.Label < log.Labels.Count)), $"/frames/detections/{at}", "what is seen has one of the detector's labels");
        }

        RequireDistinct(evidence.Detections.Select(log => log.Kind), "/frames/detections", "there is one detector of a kind");
    }

    private static void CheckVectors(VideoSidecar sidecar)
    {
        var shots = sidecar.Contents.Shots.Select(shot => new VectorMoment(shot.Shot.Span, shot.KeyframeTime)).ToHashSet();
        foreach (var (at, vectors) in sidecar.Vectors.Index())
        {
            Require(vectors.Dimensions <= MostDimensions, $"/vectors/{at}/dimensions", $"a vector has at most {MostDimensions} values");
            Require(vectors.Coded.Length == (long)vectors.Moments.Count * VectorCoding.Size(vectors.Dimensions), $"/vectors/{at}", "each moment has a vector of as many values as it says");
            Require(vectors.Source.Kind == VectorKind.TextEmbedding || shots.IsSupersetOf(vectors.Moments), $"/vectors/{at}", "vectors of pictures are of shots");
        }

        RequireDistinct(sidecar.Vectors.Select(vectors => vectors.Source.Kind), "/vectors", "there is one set of vectors of a kind");
    }

    private static void CheckReviews(IReadOnlyList<ReviewEntry> reviews)
    {
        var standing = new HashSet<long>();
        foreach (var (at, entry) in reviews.Index())
        {
            Require(entry.Number == at + 1, $"/reviews/{at}/number", "reviews are numbered from 1");
            var fits = entry.What switch
            {
                ReviewAct.Added => entry.Tag is null && standing.Add(entry.Number),
                ReviewAct.Corrected => entry.Tag is { } corrected && standing.Contains(corrected),
                ReviewAct.Withdrawn => entry.Tag is { } withdrawn && standing.Remove(withdrawn),
                _ => entry.Tag is null,
            };
            Require(fits, $"/reviews/{at}", "what is corrected or withdrawn was added before, and nothing else names a line");
        }
    }
}
