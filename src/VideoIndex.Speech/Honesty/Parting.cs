using VideoIndex.Speech.Honesty.Phrases;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Honesty;

/// <summary>Parts an utterance where one part of it is to be believed and the other is not.</summary>
internal static class Parting
{
    private const string SentenceEnds = ".!?。！？…";

    /// <summary>Parts sentences over which somebody speaks from those over which nobody does. It needs words with times.</summary>
    public static IEnumerable<DraftUtterance> BySilence(DraftUtterance draft, VoiceMap? voice, HonestyRules rules)
    {
        var words = draft.Utterance.Words;
        if (voice is null || words.Count < 2)
        {
            return [draft];
        }

        var parts = new List<(int First, bool Spoken)>();
        for (int i = 0, first = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && !EndsSentence(words[i].Text))
            {
                continue;
            }

            var spoken = Enumerable.Range(first, i + 1 - first).Any(at => voice.Touches(words[at].Span, rules.VoiceMargin));
            if (parts.Count == 0 || parts[^1].Spoken != spoken)
            {
                parts.Add((first, spoken));
            }

            first = i + 1;
        }

        return parts.Count < 2 ? [draft] : parts.Select((part, at) => Part(draft, part.First, at + 1 < parts.Count ? parts[at + 1].First : words.Count));
    }

    /// <summary>
    /// Parts a loop from what was said before it: the first time it may well have been said. It needs words with times, and at least one word before the
    /// loop goes round again.
    /// </summary>
    public static IEnumerable<DraftUtterance> ByLoop(DraftUtterance draft, VoiceMap? voice, HonestyRules rules)
    {
        var words = draft.Utterance.Words;
        var run = words.Count < 2 ? default : LoopCheck.Find(new Testimony(draft, voice, rules), rules);
        if (run.Length == 0)
        {
            return [draft];
        }

        var (letters, first) = (0, 0);
        while (first < words.Count && letters < run.First + run.Unit)
        {
            letters += Letters.Of(words[first++].Text).Length;
        }

        return first == 0 || first >= words.Count
            ? [draft]
            : [Part(draft, 0, first), Dropped(Part(draft, first, words.Count))];
    }

    private static DraftUtterance Dropped(DraftUtterance part) => part with { Utterance = part.Utterance with { Dropped = DropReasons.Loop } };

    private static bool EndsSentence(string word)
    {
        var end = word.AsSpan().TrimEnd(" \"'”’»)]");
        return end.Length > 0 && SentenceEnds.Contains(end[^1], StringComparison.Ordinal);
    }

    private static DraftUtterance Part(DraftUtterance draft, int from, int to)
    {
        var whole = draft.Utterance;
        var words = whole.Words.Skip(from).Take(to - from).ToArray();
        words[0] = words[0] with { Text = words[0].Text.TrimStart() };
        var start = from == 0 ? Earlier(whole.Span.Start, words[0].Span.Start) : words[0].Span.Start;
        var end = to == whole.Words.Count ? Later(whole.Span.End, words[^1].Span.End) : words[^1].Span.End;
        return draft with
        {
            Utterance = whole with
            {
                Span = new MediaSpan(start, Later(start, end)),
                Text = string.Concat(words.Select(word => word.Text)),
                Words = words,
            },
        };
    }

    private static MediaTime Earlier(MediaTime one, MediaTime other) => one < other ? one : other;

    private static MediaTime Later(MediaTime one, MediaTime other) => one > other ? one : other;
}
