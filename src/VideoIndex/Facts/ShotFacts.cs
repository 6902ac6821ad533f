using VideoIndex.Facts.Bars;
using VideoIndex.Facts.Camera;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Facts;

/// <summary>Says what can be said of shots and of the whole picture from what was kept of the frames, without decoding.</summary>
/// <remarks>
/// The kinds are <see cref="TagKinds.Colour"/>, <see cref="TagKinds.Motion"/> and <see cref="TagKinds.Picture"/>; docs/facts.md has each label with its rule,
/// its thresholds and how well it does. How close the camera is, is not among them: without knowing how large what is filmed is,
/// it cannot be told.
/// </remarks>
public static class ShotFacts
{
    /// <summary>The version of the rules; a change of what is said is a new one.</summary>
    public const string Version = "1";

    /// <summary>Returns the facts, in order of time.</summary>
    /// <param name="video">The video.</param>
    /// <param name="evidence">What was kept of its frames. Without sketches there is no motion and no freeze, without looks no colour and no bars.</param>
    /// <param name="shots">The first frame of each shot, and the first after it, in order; they touch.</param>
    /// <param name="transitions">How each shot gives way to the next: where two share the screen, nothing is said to move or to stand still, and no colour is counted.</param>
    /// <param name="text">The words on the screen, where they are known: with them credits are surer, and slates can be told.</param>
    public static IReadOnlyList<Tag> Of(
        VideoId video,
        FrameEvidence evidence,
        IReadOnlyList<(int First, int Until)> shots,
        IReadOnlyList<FrameTransition>? transitions = null,
        IReadOnlyList<Tag>? text = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(shots);
        var source = new FactSource(video, evidence);
        var stretches = shots.Select(shot => new Stretch(shot.First, shot.Until)).ToList();
        var pure = stretches.Select(shot => Pure(shot, transitions ?? [])).ToList();
        var inside = PictureFrame.Of(evidence, pure);
        var empty = EmptyFacts.Of(source).ToList();
        var bars = TestBarFacts.Of(source).ToList();
        var stills = StillFacts.Of(source, pure, bars).ToList();
        var rolls = RollFacts.Of(source, pure, inside, text).ToList();
        return [.. new[]
            {
                empty, bars, stills, rolls,
                FrameBarFacts.Of(source, stretches, inside),
                SlateFacts.Of(source, bars, stills, text),
                TintFacts.Of(source, stretches, inside),
                ColourFacts.Of(source, stretches, pure),
                MotionFacts.Of(source, pure, rolls),
            }
            .SelectMany(facts => facts)
            .OrderBy(tag => tag.Span.Start).ThenBy(tag => tag.Kind, StringComparer.Ordinal).ThenBy(tag => tag.Label, StringComparer.Ordinal)];
    }

    // A shot without the frames it shares with its neighbours; all of it where nothing else is left.
    private static Stretch Pure(Stretch shot, IReadOnlyList<FrameTransition> transitions)
    {
        var (first, until) = (shot.First, shot.Until);
        foreach (var transition in transitions)
        {
            first = transition.Start <= shot.First && transition.End > first ? transition.End : first;
            until = transition.End >= shot.Until && transition.Start < until ? transition.Start : until;
        }

        return first < until ? new Stretch(first, until) : shot;
    }
}
