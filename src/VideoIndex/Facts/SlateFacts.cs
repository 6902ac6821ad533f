using VideoIndex.Tags;

namespace VideoIndex.Facts;

/// <summary>Finds slates: the card with words that follows the colour bars at the head of a tape.</summary>
/// <remarks>Without colour bars and words a slate cannot be told from any other card, so it is not said.</remarks>
internal static class SlateFacts
{
    private const int LeastLines = 2;

    public static IEnumerable<Tag> Of(FactSource source, IReadOnlyList<Tag> bars, IReadOnlyList<Tag> stills, IReadOnlyList<Tag>? text)
    {
        foreach (var still in stills)
        {
            var lines = (text ?? []).Count(words =>
                words.Kind == TagKinds.Text && words.Span.Start < still.Span.End && still.Span.Start < words.Span.End);
            if (lines >= LeastLines && bars.Any(bar => FollowsSoon(bar, still)))
            {
                yield return still with
                {
                    Label = "slate",
                    Confidence = new Confidence(0.8),
                    How = FormattableString.Invariant($"A still picture with {lines} lines of words, within five seconds of colour bars."),
                };
            }
        }

        static bool FollowsSoon(Tag bar, Tag still) =>
            still.Span.Start >= bar.Span.Start && (still.Span.Start - bar.Span.End).Seconds <= new Timing.Rational(5, 1);
    }
}
