using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Pictures.Matching;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Copies;

/// <summary>Finds where a video shows again what it has shown before.</summary>
public static class Replays
{
    /// <summary>The version of the decision.</summary>
    public const string Version = "1";

    // Shown again is what comes back after this long; before, it is the same shot going on.
    private const int LeastApart = 5 * Reel.TicksPerSecond;

    /// <summary>Returns a tag for each stretch that was shown before, linked to its first showing, in order of time.</summary>
    /// <remarks>
    /// The same frames must come again. The same place filmed twice, a speaker in the same framing, or a still picture that
    /// comes back is no replay; nor is slow motion found, which lasts longer than what it repeats.
    /// </remarks>
    /// <param name="video">The video.</param>
    /// <param name="evidence">Its frames.</param>
    /// <param name="labels">The labels of its frames; null for clock time.</param>
    /// <param name="options">How alike is the same.</param>
    public static IReadOnlyList<Tag> Of(VideoId video, FrameEvidence evidence, TimecodeTrack? labels, CopyOptions options)
    {
        if (Reel.Of(evidence) is not { } reel)
        {
            return [];
        }

        var tags = new List<Tag>();
        foreach (var match in Again(new PictureSearch(reel, int.MinValue, int.MaxValue, options), reel))
        {
            var (shown, first) = (Span(match.First.Here, match.End.Here), Span(match.First.There, match.End.There));
            tags.Add(new Tag(
                video, shown, TagKinds.Replay, $"replay of {Label(first.Start)}", new Confidence(Math.Clamp(match.Agreement.Change, 0, 1000) / 1000.0), new Origin("model", "replays", Version))
            {
                How = $"First shown from {Label(first.Start)} to {Label(first.End)}. {CopyFinder.How(match)}",
            });
        }

        return tags;

        MediaSpan Span(int from, int until) => new(CopyFinder.TimeOf(from, evidence), CopyFinder.TimeOf(until, evidence));

        string Label(MediaTime time) => labels?.At(time).ToString() ?? $"{time.Seconds} s";
    }

    // Of what was shown more than once before, the first showing counts.
    private static IEnumerable<PictureMatch> Again(PictureSearch search, Reel reel)
    {
        var seeds = search.Seeds(PicturePrints.Of(reel), (here, there) => here - there >= LeastApart);
        var kept = new List<PictureMatch>();
        foreach (var match in search.Follow(reel, seeds).Where(match => !match.Mirrored && match.First.Here >= match.End.There).OrderBy(match => match.First.There))
        {
            if (!kept.Exists(known => known.First.Here < match.End.Here && match.First.Here < known.End.Here))
            {
                kept.Add(match);
            }
        }

        return kept.OrderBy(match => match.First.Here);
    }
}
