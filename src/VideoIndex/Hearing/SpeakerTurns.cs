using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Hearing;

/// <summary>What one says until another speaks, or until nobody has for a while.</summary>
/// <param name="Span">When, with the short pauses in between.</param>
/// <param name="Speaker">Who; null where nobody knows.</param>
/// <param name="Utterances">What is said, in order.</param>
public sealed record SpeakerTurn(MediaSpan Span, string? Speaker, IReadOnlyList<Utterance> Utterances);

/// <summary>Divides utterances into turns.</summary>
public static class SpeakerTurns
{
    /// <summary>Divides them where the speaker changes, and where nobody speaks for <see cref="SilenceDiarizer.DefaultPause"/>.</summary>
    /// <param name="utterances">The utterances, in order of their start.</param>
    public static IReadOnlyList<SpeakerTurn> Of(IEnumerable<Utterance> utterances)
    {
        ArgumentNullException.ThrowIfNull(utterances);
        var turns = new List<SpeakerTurn>();
        foreach (var utterance in utterances)
        {
            if (turns is [.., var last] && last.Speaker == utterance.Speaker && utterance.Span.Start - last.Span.End < SilenceDiarizer.DefaultPause)
            {
                var end = utterance.Span.End > last.Span.End ? utterance.Span.End : last.Span.End;
                turns[^1] = new SpeakerTurn(new MediaSpan(last.Span.Start, end), last.Speaker, [.. last.Utterances, utterance]);
            }
            else
            {
                turns.Add(new SpeakerTurn(utterance.Span, utterance.Speaker, [utterance]));
            }
        }

        return turns;
    }
}
