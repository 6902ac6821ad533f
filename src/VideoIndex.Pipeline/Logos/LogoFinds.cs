using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoIndex.Logos;
using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Recognition;
using VideoIndex.Logos.Stills;
using VideoIndex.Pipeline.Library;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos;

/// <summary>A logo as it is looked for.</summary>
/// <param name="Number">The logo's number.</param>
/// <param name="Pictures">The SHA-256 of each example's picture, in the order of the examples.</param>
/// <param name="Examples">What each is known by.</param>
public sealed record KnownLogo(long Number, IReadOnlyList<string> Pictures, IReadOnlyList<KnownExample> Examples);

/// <summary>Looks for logos in what is kept of videos, and keeps what it finds. No video is decoded, and none need be there.</summary>
/// <remarks>
/// What is found depends on the kept keypoints and stills of the video and the pictures of the logo alone: it is the same whichever of the two
/// came first, and another logo changes nothing of it. So it is looked for once, and again only when one of the two has changed.
/// </remarks>
/// <param name="store">Where what was found is kept.</param>
/// <param name="library">Where the keypoints are.</param>
/// <param name="search">Finds logos.</param>
/// <param name="version">The version of the extractor the keypoints must be of.</param>
/// <param name="decoder">Brings stills back.</param>
public sealed class LogoFinds(IFoundLogoStore store, LibraryFolder library, LogoSearch search, string version, IStillDecoder decoder)
{
    // Raised when the same keypoints and pictures give another answer.
    private const string SearchVersion = "2";

    /// <summary>Gets the version of the extractor whose keypoints are searched.</summary>
    public string Version => version;

    /// <summary>Returns the hash of the keypoints of a video, as hex digits; null where there are none that can be searched.</summary>
    public string? EvidenceOf(VideoId video)
    {
        using var open = Open(video);
        return open?.Fingerprint;
    }

    /// <summary>Gets who finds logos, for what is claimed of them.</summary>
    public Origin Origin { get; } = new("model", "logo-search", $"{SearchVersion} {version}");

    /// <summary>Returns the numbers of the logos that were looked for in a video.</summary>
    public async Task<IReadOnlySet<long>> LookedForAsync(VideoId video, CancellationToken cancellationToken) =>
        (await store.ReadBasesAsync(video, cancellationToken).ConfigureAwait(false)).Keys.ToHashSet();

    /// <summary>Looks for logos in a video where that was not done yet.</summary>
    /// <returns>Whether the video has keypoints to look in.</returns>
    public async Task<bool> EnsureAsync(VideoId video, IReadOnlyList<KnownLogo> logos, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(logos);
        if (Open(video) is not { } open)
        {
            return false;
        }

        using (open)
        {
            var known = await store.ReadBasesAsync(video, cancellationToken).ConfigureAwait(false);
            var missing = logos.Where(logo => known.GetValueOrDefault(logo.Number) != Basis(open.Fingerprint, logo)).ToList();
            foreach (var logo in missing)
            {
                var found = logo.Examples.SelectMany(example => search.Find(open.Evidence, example, cancellationToken));
                await store.SaveAsync([new FoundLogo(video, logo.Number, Basis(open.Fingerprint, logo), Distinct(found))], cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
    }

    /// <summary>Returns when a logo appears in a video, by a rule; nothing where it was not looked for.</summary>
    /// <param name="contents">The video.</param>
    /// <param name="evidence">Its frames.</param>
    /// <param name="logo">The number of the logo.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(IReadOnlyList<LogoAppearance> Appearances, (int Width, int Height) Size)> AppearancesAsync(
        VideoContents contents, FrameEvidence evidence, long logo, AppearanceRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(evidence);
        var found = await store.ReadAsync(contents.Video.Id, logo, cancellationToken).ConfigureAwait(false);
        if (found is null || Open(contents.Video.Id) is not { } open)
        {
            return ([], default);
        }

        using (open)
        {
            var looks = open.Evidence.Looks.ToArray();
            var finder = new AppearanceFinder(
                looks, [.. looks.Select(look => evidence.OnTimeline(look.Timestamp))], [.. contents.Shots.Select(shot => shot.Shot.Span)], rule);
            return (finder.Of(found.Sightings), (open.Evidence.Width, open.Evidence.Height));
        }
    }

    private KeptEvidence? Open(VideoId video) => KeptEvidence.Open(library, video, version, decoder);

    private static string Basis(string kept, KnownLogo logo) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{SearchVersion} {kept} {string.Join(' ', logo.Pictures)}"))));

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
