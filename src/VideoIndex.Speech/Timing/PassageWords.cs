namespace VideoIndex.Speech.Timing;

/// <summary>
/// Hands the words of a window to its passages, and mends what goes wrong where speech pauses: a word beside a pause soaks it up. The rules and
/// their numbers are those of the official program.
/// </summary>
public static class PassageWords
{
    private const double LongestMedian = 0.7;
    private const double Tolerance = 0.5;

    /// <summary>Sets the words of passages, and with them the times of the passages.</summary>
    /// <param name="passages">The passages of one window, in order.</param>
    /// <param name="alignment">The words of all of them, with times that count from the beginning of the window.</param>
    /// <param name="endOfText">The end mark: tokens below it are text.</param>
    /// <param name="punctuation">Which marks cling to words.</param>
    /// <param name="offset">When the window begins, in seconds.</param>
    /// <param name="lastSpeech">When speech was last heard before it, in seconds.</param>
    public static void Set(
        IReadOnlyList<Passage> passages, IReadOnlyList<TimedWord> alignment, int endOfText, Punctuation punctuation, double offset, double lastSpeech)
    {
        var words = alignment.ToArray();
        var usual = UsualLength(words);
        CutAtSentenceEnds(words, 2 * usual);
        punctuation.Join(words);
        var next = 0;
        foreach (var passage in passages)
        {
            var own = Take(words, ref next, passage.Tokens.Count(token => token < endOfText), offset);
            if (own.Count > 0)
            {
                CutAfterPause(own, usual, lastSpeech);
                MeetStart(passage, own, usual);
                MeetEnd(passage, own, usual);
                lastSpeech = passage.End;
            }

            passage.Words = own;
        }
    }

    // The median of the words that last at all; 0 where none does.
    private static double UsualLength(TimedWord[] words)
    {
        var lengths = words.Select(word => word.Length).Where(length => length != 0).Order().ToArray();
        var middle = lengths.Length / 2;
        return lengths.Length == 0 ? 0
            : Math.Min(LongestMedian, lengths.Length % 2 == 1 ? lengths[middle] : (lengths[middle - 1] + lengths[middle]) / 2);
    }

    private static void CutAtSentenceEnds(TimedWord[] words, double longest)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i].Length <= longest)
            {
                continue;
            }

            if (Punctuation.IsIn(words[i].Text, Punctuation.SentenceEnds))
            {
                words[i] = words[i] with { End = words[i].Start + longest };
            }
            else if (Punctuation.IsIn(words[i - 1].Text, Punctuation.SentenceEnds))
            {
                words[i] = words[i] with { Start = words[i].End - longest };
            }
        }
    }

    private static List<TimedWord> Take(TimedWord[] words, ref int next, int tokens, double offset)
    {
        var own = new List<TimedWord>();
        for (var taken = 0; next < words.Length && taken < tokens; next++)
        {
            var word = words[next];
            taken += word.Tokens.Count;
            if (word.Text.Length > 0)
            {
                own.Add(word with { Start = Hundredths.Round(offset + word.Start), End = Hundredths.Round(offset + word.End) });
            }
        }

        return own;
    }

    private static void CutAfterPause(List<TimedWord> words, double usual, double lastSpeech)
    {
        var longest = 2 * usual;
        if (words[0].End - lastSpeech <= usual * 4
            || !(words[0].Length > longest || (words.Count > 1 && words[1].End - words[0].Start > longest * 2)))
        {
            return;
        }

        if (words.Count > 1 && words[1].Length > longest)
        {
            var boundary = Math.Max(words[1].End / 2, words[1].End - longest);
            words[0] = words[0] with { End = boundary };
            words[1] = words[1] with { Start = boundary };
        }

        words[0] = words[0] with { Start = Math.Max(0, words[0].End - longest) };
    }

    private static void MeetStart(Passage passage, List<TimedWord> words, double usual)
    {
        if (passage.Start < words[0].End && passage.Start - Tolerance > words[0].Start)
        {
            words[0] = words[0] with { Start = Math.Max(0, Math.Min(words[0].End - usual, passage.Start)) };
        }
        else
        {
            passage.Start = words[0].Start;
        }
    }

    private static void MeetEnd(Passage passage, List<TimedWord> words, double usual)
    {
        var last = words[^1];
        if (passage.End > last.Start && passage.End + Tolerance < last.End)
        {
            words[^1] = last with { End = Math.Max(last.Start + usual, passage.End) };
        }
        else
        {
            passage.End = last.End;
        }
    }
}
