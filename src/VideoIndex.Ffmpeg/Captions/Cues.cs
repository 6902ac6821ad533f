using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Ffmpeg.Captions;

/// <summary>Makes utterances of the cues of one track.</summary>
internal static class Cues
{
    // A thousand hours. A damaged container may claim more than an index can sort.
    private static readonly MediaTime Unbelievable = new(new Rational(1_000 * 3_600, 1));

    /// <summary>
    /// Returns the cues in order, without those that have no words, or end before the player's clock starts, or start a thousand hours later. The same
    /// words again without a gap between are one utterance: some formats repeat a line for every change beside it.
    /// </summary>
    public static IReadOnlyList<Utterance> InOrder(IEnumerable<(MediaTime Start, MediaTime End, string Text)> cues)
    {
        var utterances = new List<Utterance>();
        var latest = new Dictionary<string, int>(); // where each text was last heard
        foreach (var (start, last, text) in cues.OrderBy(cue => cue.Start).ThenBy(cue => cue.End))
        {
            var from = start < default(MediaTime) ? default : start;
            var end = last > Unbelievable ? Unbelievable : last;
            if (text.Length == 0 || end <= from)
            {
                continue;
            }

            if (latest.TryGetValue(text, out var at) && utterances[at].Span.End >= from)
            {
                var before = utterances[at].Span;
                utterances[at] = new Utterance(new MediaSpan(before.Start, end > before.End ? end : before.End), text);
                continue;
            }

            latest[text] = utterances.Count;
            utterances.Add(new Utterance(new MediaSpan(from, end), text));
        }

        return utterances;
    }
}
