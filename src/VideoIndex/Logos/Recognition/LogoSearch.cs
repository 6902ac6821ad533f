using System.Runtime.CompilerServices;
using VideoIndex.Features;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Matching;
using VideoIndex.Logos.Pixels;

namespace VideoIndex.Logos.Recognition;

/// <summary>Finds a logo in what was kept of a video. The one way a logo is found, whether the video or the logo came first.</summary>
/// <remarks>One search may be used by several threads at once.</remarks>
/// <param name="words">Sorts codes into words.</param>
public sealed class LogoSearch(ICodeWords words)
{
    private const int Fewest = 3;
    private const int LooksBetweenReports = 256;

    // Kept as long as the example is.
    private readonly ConditionalWeakTable<KnownExample, ExampleWords> _sorted = [];

    /// <summary>Returns where an example is seen, look by look.</summary>
    /// <remarks>All looks are gone through before the first is returned: what is seen later speaks for what was seen before.</remarks>
    /// <param name="evidence">What was kept of the video.</param>
    /// <param name="example">The example.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <param name="progress">Is told now and then how many looks were gone through; null for nobody.</param>
    public IEnumerable<LogoSighting> Find(
        FeatureEvidence evidence, KnownExample example, CancellationToken cancellationToken, IProgress<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(example);
        var (poses, checker) = (new IReadOnlyList<FoundPose>[evidence.Looks.Length], new PoseChecker(example));
        See(evidence, example, checker, poses, progress, cancellationToken);
        if (checker.CanCheck)
        {
            new PoseCarrier(evidence, checker).Carry(poses, cancellationToken);
        }

        return poses.SelectMany((here, look) => here.Select(pose =>
            new LogoSighting(look, pose.Corners, pose.Score, pose.Matches, pose.Covered, pose.Inverted) { Pixels = pose.Pixels }));
    }

    private void See(
        FeatureEvidence evidence, KnownExample example, PoseChecker checker, IReadOnlyList<FoundPose>[] poses, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var sorted = Sorted(example);
        var matches = new LookMatches(evidence, example, sorted.Features, TrackMatch.In(evidence, sorted));
        var finder = new PoseFinder(example.Size, evidence.Width, evidence.Height);
        for (var look = 0; look < poses.Length; look++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (look % LooksBetweenReports == 0)
            {
                progress?.Report(look);
            }

            poses[look] = !matches.MoveTo(look) ? poses[look - 1]
                : matches.MayAgree(Fewest) ? Checked(checker, finder.In(matches.Matches()), evidence.Stills, look) : [];
        }
    }

    // A still is brought back only where there is something to compare.
    private static IReadOnlyList<FoundPose> Checked(PoseChecker checker, IReadOnlyList<FoundPose> found, IStills stills, int look) =>
        checker.CanCheck ? checker.Check(found, () => stills.At(look)) : found;

    /// <summary>Returns an example's codes by their words, sorted when they are asked for first.</summary>
    internal ExampleWords Sorted(KnownExample example) => _sorted.GetValue(example, one => ExampleWords.Of(one, words));
}

/// <summary>Sorts codes into words, so that of a library only those near a given code need be read.</summary>
public interface ICodeWords
{
    /// <summary>Gets how many words there are.</summary>
    int Count { get; }

    /// <summary>Returns the word a code belongs to.</summary>
    int WordOf(FeatureCode code);

    /// <summary>Returns the words codes like it may belong to, the likeliest first.</summary>
    IReadOnlyList<int> Near(FeatureCode code);
}
