using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Logos.Pixels;

/// <summary>Carries what was seen surely at one look on to the looks before and after it, where keypoints alone saw it less surely or not at all.</summary>
/// <remarks>
/// A pose goes where the camera's motion brings it and is then moved to where the still of that look fits it best; if the pixels still show the mark, it goes on from
/// there. So it is the stills that say whether the mark is there, and one look with keypoints enough speaks for all of a shot. It never gets surer than the look it came
/// from. A cut needs no rule: what follows it looks otherwise.
/// </remarks>
/// <param name="evidence">What was kept of the video.</param>
/// <param name="checker">Compares the example's pixels.</param>
internal sealed class PoseCarrier(FeatureEvidence evidence, PoseChecker checker)
{
    // Half of the score that begins an appearance, and the likeness from which pixels know where it lies.
    private const double LeastScore = 9, LeastLikeness = PixelScore.Refines;

    // Overlap by which two poses are of one thing, as when the poses of one picture are told apart.
    private const double Same = 0.3;

    /// <summary>Carries all poses of a video forwards, then all backwards.</summary>
    /// <param name="poses">The poses of each look; those of a look where something was carried to are replaced.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public void Carry(IReadOnlyList<FoundPose>[] poses, CancellationToken cancellationToken)
    {
        for (var look = 0; look + 1 < poses.Length; look++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Carry(poses, look, look + 1);
        }

        for (var look = poses.Length - 1; look > 0; look--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Carry(poses, look, look - 1);
        }
    }

    private void Carry(IReadOnlyList<FoundPose>[] poses, int from, int to)
    {
        var there = poses[to];
        List<FoundPose> more = [.. poses[from].Select(pose => Carried(pose, there, from, to)).OfType<FoundPose>()];
        if (more.Count > 0)
        {
            poses[to] = PoseFinder.Distinct([.. there, .. more]);
        }
    }

    private FoundPose? Carried(FoundPose pose, IReadOnlyList<FoundPose> there, int from, int to)
    {
        if (pose.Score < LeastScore || !(pose.Pixels >= LeastLikeness))
        {
            return null;
        }

        var looks = evidence.Looks;
        var map = pose.Map.Then(looks[from].To(looks[to]));
        var corners = checker.CornersOf(map);
        return there.Any(one => one.Score >= pose.Score && one.Corners.Overlap(corners) >= Same) || evidence.Stills.At(to) is not { } still
            ? null
            : checker.Follow(pose, map, still) is { Pixels: >= LeastLikeness } seen ? seen : null;
    }
}
