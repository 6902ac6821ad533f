using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoIndex.Logos;
using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Recognition;
using VideoIndex.Pipeline.Logos.Finding;
using VideoIndex.Pipeline.Logos.Keeping;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos;

/// <summary>When a logo appears in a video.</summary>
/// <param name="Logo">The number of the logo.</param>
/// <param name="Basis">What it was looked for by and in.</param>
/// <param name="Appearances">The appearances, in the order they begin.</param>
/// <param name="Looks">The looks of the video.</param>
/// <param name="Size">The size of the looks in pixels.</param>
public sealed record LogoStays(
    long Logo, string Basis, IReadOnlyList<LogoAppearance> Appearances, IReadOnlyList<LookPose> Looks, (int Width, int Height) Size);

/// <summary>Looks for logos in what is kept of videos, and keeps what it finds. No video is decoded, and none need be there.</summary>
/// <remarks>
/// What is found depends on the kept keypoints and stills of the video and the pictures of the logo alone: it is the same whichever of the two
/// came first, and another logo changes nothing of it. So it is looked for once, and again only when one of the two has changed.
/// </remarks>
/// <param name="store">Where what was found is kept.</param>
/// <param name="shelf">Where the keypoints and stills are.</param>
/// <param name="search">Finds logos.</param>
/// <param name="examples">Knows what the examples are known by; asked only for logos that are missing.</param>
public sealed class LogoFinds(IFoundLogoStore store, EvidenceShelf shelf, LogoSearch search, KnownExamples examples)
{
    // Raised when the same keypoints and pictures give another answer.
    private const string SearchVersion = "3";

    /// <summary>Gets where the keypoints and stills are.</summary>
    public EvidenceShelf Shelf => shelf;

    /// <summary>Gets who finds logos, for what is claimed of them.</summary>
    public Origin Origin { get; } = new("model", "logo-search", $"{SearchVersion} {shelf.Version}");

    /// <summary>Returns the numbers of the logos that were looked for in a video.</summary>
    public async Task<IReadOnlySet<long>> LookedForAsync(VideoId video, CancellationToken cancellationToken) =>
        (await store.ReadBasesAsync(video, cancellationToken).ConfigureAwait(false)).Keys.ToHashSet();

    /// <summary>Looks for logos in a video where that was not done yet.</summary>
    /// <remarks>Each logo is kept as soon as it is looked for, so that the work may be stopped and taken up, or shared with others.</remarks>
    /// <param name="video">The video.</param>
    /// <param name="logos">The logos.</param>
    /// <param name="progress">Is told how far it has come, and of each logo that was missing when it has been looked for.</param>
    /// <param name="cancellationToken">Stops the search; what was found so far is kept.</param>
    /// <returns>Whether the video has keypoints to look in.</returns>
    public async Task<bool> EnsureAsync(VideoId video, IReadOnlyList<KnownLogo> logos, IProgress<LogoProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(logos);
        if (shelf.Open(video) is not { } open)
        {
            return false;
        }

        using (open)
        {
            var missing = await MissingAsync(video, open.Fingerprint, logos, cancellationToken).ConfigureAwait(false);
            var looks = open.Evidence.Looks.Length;
            var count = new LookCount(video, (long)looks * missing.Sum(one => one.Logo.Examples.Count), progress);
            foreach (var (logo, basis) in missing)
            {
                var found = new List<LogoSighting>();
                foreach (var picture in logo.Examples)
                {
                    var example = await examples.ReadAsync(picture, cancellationToken).ConfigureAwait(false);
                    found.AddRange(OwnTime.Of(() => search.Find(open.Evidence, example, cancellationToken, count).ToList()));
                    count.End(looks);
                }

                found = Distinct(found);
                await store.SaveAsync([new FoundLogo(video, logo.Number, basis, found)], cancellationToken).ConfigureAwait(false);
                var surest = found.MaxBy(one => one.Score);
                count.Found(surest is null ? null : new LogoHit(logo.Number, surest, open.Evidence.Looks[surest.Look].Timestamp - open.Evidence.Looks[0].Timestamp));
            }

            return true;
        }
    }

    /// <summary>Returns whether any of some logos was seen in a video with a score of at least so much.</summary>
    public async Task<bool> IsSeenAsync(VideoId video, IReadOnlyList<KnownLogo> logos, double sure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(logos);
        foreach (var logo in logos)
        {
            if (await store.ReadAsync(video, logo.Number, cancellationToken).ConfigureAwait(false) is { } found && found.Sightings.Any(one => one.Score >= sure))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns which logos are not looked for yet in a video; none where it has no keypoints.</summary>
    public async Task<IReadOnlyList<(KnownLogo Logo, string Basis)>> MissingAsync(VideoId video, IReadOnlyList<KnownLogo> logos, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(logos);
        return shelf.FingerprintOf(video) is { } kept ? await MissingAsync(video, kept, logos, cancellationToken).ConfigureAwait(false) : [];
    }

    private async Task<IReadOnlyList<(KnownLogo Logo, string Basis)>> MissingAsync(
        VideoId video, string kept, IReadOnlyList<KnownLogo> logos, CancellationToken cancellationToken)
    {
        var known = await store.ReadBasesAsync(video, cancellationToken).ConfigureAwait(false);
        return [.. logos.Select(logo => (logo, Basis(kept, logo))).Where(one => known.GetValueOrDefault(one.logo.Number) != one.Item2)];
    }

    /// <summary>Returns when logos appear in a video, by a rule, as well as the looks tell; those that were not looked for are left out.</summary>
    /// <param name="contents">The video.</param>
    /// <param name="evidence">Its frames.</param>
    /// <param name="logos">The numbers of the logos.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<LogoStays>> AppearancesAsync(
        VideoContents contents, FrameEvidence evidence, IEnumerable<long> logos, AppearanceRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(logos);
        if (shelf.Open(contents.Video.Id) is not { } open)
        {
            return [];
        }

        using (open)
        {
            var (looks, size, stays) = (open.Evidence.Looks.ToArray(), (open.Evidence.Width, open.Evidence.Height), new List<LogoStays>());
            var finder = new AppearanceFinder(
                looks, [.. looks.Select(look => evidence.OnTimeline(look.Timestamp))], [.. contents.Shots.Select(shot => shot.Shot.Span)], rule);
            foreach (var logo in logos)
            {
                if (await store.ReadAsync(contents.Video.Id, logo, cancellationToken).ConfigureAwait(false) is { } found)
                {
                    stays.Add(new LogoStays(logo, found.Basis, finder.Of(found.Sightings), looks, size));
                }
            }

            return stays;
        }
    }

    private static string Basis(string kept, KnownLogo logo) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{SearchVersion} {kept} {string.Join(' ', logo.Examples.Select(picture => picture.Sha256))}"))));

    // Several examples of one logo see the same thing.
    private static List<LogoSighting> Distinct(IEnumerable<LogoSighting> found)
    {
        var kept = new List<LogoSighting>();
        foreach (var look in found.GroupBy(one => one.Look).OrderBy(group => group.Key))
        {
            var here = new List<LogoSighting>();
            foreach (var one in look.OrderByDescending(one => one.Score))
            {
                if (here.TrueForAll(better => better.Corners.Overlap(one.Corners) < 0.3))
                {
                    here.Add(one);
                }
            }

            kept.AddRange(here);
        }

        return kept;
    }
}
