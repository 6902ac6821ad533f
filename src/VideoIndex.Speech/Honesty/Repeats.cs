using VideoIndex.Speech.Honesty.Phrases;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Honesty;

/// <summary>Finds loops that go from one utterance to the next: the same one, two or three of them over and over.</summary>
internal static class Repeats
{
    private const int LongestCycle = 3;

    /// <summary>Flags utterances that say again what was just said, more often in a row than people do; those that said it first stay.</summary>
    public static void Drop(List<Utterance> utterances, VoiceMap? voice, HonestyRules rules)
    {
        var believed = Enumerable.Range(0, utterances.Count).Where(at => utterances[at].Dropped is null).ToArray();
        var letters = Array.ConvertAll(believed, at => Letters.Of(utterances[at].Text));
        for (var cycle = 1; cycle <= LongestCycle; cycle++)
        {
            for (var first = 0; first + cycle < believed.Length;)
            {
                var end = first + cycle;
                while (end < believed.Length && letters[end].Length > 0 && letters[end] == letters[end - cycle])
                {
                    end++;
                }

                var again = believed[(first + cycle)..end];
                if (again.Length > 0 && (end - first) / cycle > Allowed(utterances, again, voice, rules))
                {
                    Flag(utterances, again);
                }

                first = Math.Max(first + 1, end - cycle);
            }
        }
    }

    private static int Allowed(List<Utterance> utterances, int[] again, VoiceMap? voice, HonestyRules rules)
    {
        if (voice is null)
        {
            return rules.SameInARow.WithVoice;
        }

        double voiced = 0, needed = 0, touched = 0;
        foreach (var utterance in again.Select(at => utterances[at]))
        {
            voiced += voice.Within(utterance.Span, rules.VoiceMargin);
            needed += Letters.Count(Letters.Of(utterance.Text), rules.SignLetters) / rules.LettersPerSecond;
            touched += voice.Touches(utterance.Span, rules.VoiceMargin) ? 1 : 0;
        }

        return voiced >= needed / 2 && touched >= again.Length / 2.0 ? rules.SameInARow.WithVoice : rules.SameInARow.WithoutVoice;
    }

    private static void Flag(List<Utterance> utterances, int[] again)
    {
        foreach (var at in again)
        {
            utterances[at] = utterances[at] with { Dropped = DropReasons.Loop };
        }
    }
}
