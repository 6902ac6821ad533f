using VideoIndex.Brands;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos.Finding;

/// <summary>Tells what a search finds while it runs, in the words of a report: which brand, where, when, how sure.</summary>
/// <param name="videos">The videos that are searched.</param>
/// <param name="brands">The brands whose logos are looked for.</param>
/// <param name="sure">The score from which a sighting is told.</param>
/// <param name="progress">Is told.</param>
internal sealed class FirstHits(IReadOnlyList<Video> videos, IReadOnlyList<Brand> brands, double sure, IProgress<ReportProgress> progress) : IProgress<LogoProgress>
{
    private readonly Dictionary<VideoId, Video> _videos = videos.ToDictionary(video => video.Id);
    private readonly Dictionary<long, (Brand Brand, Logo Logo)> _logos = brands
        .SelectMany(brand => brand.Logos.Select(logo => (brand, logo))).ToDictionary(one => one.logo.Id.Number);

    private readonly Dictionary<VideoId, int> _begun = [];

    /// <inheritdoc/>
    public void Report(LogoProgress value)
    {
        var video = _videos[value.Video];
        if (_begun.TryAdd(value.Video, _begun.Count + 1))
        {
            progress.Report(new ReportProgress(video, _begun[value.Video], videos.Count));
        }

        if (value.Hit is { } hit && hit.Surest.Score >= sure && video.Probe?.Pictures is [var track, ..])
        {
            var (brand, logo) = _logos[hit.Logo];
            var time = MediaTime.FromTimestamp(hit.Elapsed, track.TimeBase);
            progress.Report(new ReportProgress(video, _begun[value.Video], videos.Count) { Hit = new FirstHit(brand.Name, logo.Name, time, hit.Surest.Score) });
        }
    }
}
