using VideoIndex.Timing;

namespace VideoIndex.Transcripts;

/// <summary>Where one utterance runs on into the next: a phrase that was cut in two there is found all the same.</summary>
/// <remarks>
/// A speech model ends an utterance where somebody takes a breath, not where a phrase ends. Utterances whose words have
/// times of their own are joined where at most <see cref="MostPause"/> lies between them; captions are cut by people, and are not.
/// </remarks>
public static class UtteranceJoints
{
    /// <summary>How many words of each of the two are joined: a phrase of one word more is found wherever it is cut.</summary>
    public const int MostWords = 15;

    /// <summary>The longest pause that words are consecutive over: 2 s.</summary>
    public static readonly MediaDuration MostPause = new(new Rational(2, 1));

    /// <summary>Returns the joints of a transcript, in order.</summary>
    public static IEnumerable<UtteranceJoint> Of(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        (int Position, Utterance Utterance)? before = null;
        foreach (var (position, utterance) in transcript.Utterances.Index())
        {
            if (utterance.Dropped is not null)
            {
                continue; // nobody said it: what stands on both sides of it is consecutive
            }

            if (before is { } first && Touch(first.Utterance, utterance))
            {
                yield return new UtteranceJoint(first.Position, position, [.. first.Utterance.Words.TakeLast(MostWords)], [.. utterance.Words.Take(MostWords)]);
            }

            before = (position, utterance);
        }
    }

    private static bool Touch(Utterance one, Utterance next) =>
        one.Words is [.., var last] && next.Words is [var first, ..] && first.Span.Start - last.Span.End <= MostPause;
}

/// <summary>Two utterances that follow each other.</summary>
/// <param name="First">The place of the one in its transcript, from 0.</param>
/// <param name="Second">The place of the other.</param>
/// <param name="Before">The last words of the one.</param>
/// <param name="After">The first words of the other.</param>
public sealed record UtteranceJoint(int First, int Second, IReadOnlyList<SpokenWord> Before, IReadOnlyList<SpokenWord> After)
{
    /// <summary>Gets the words on both sides of the border, with a space between the two.</summary>
    public string Text => $"{string.Concat(Before.Select(word => word.Text)).Trim()} {string.Concat(After.Select(word => word.Text)).Trim()}";
}
