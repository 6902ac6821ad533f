namespace VideoIndex.Interchange.Transcripts.Cues;

/// <summary>
/// Divides what one person says into cues, by the cheapest way through all its words (dynamic programming): cues that fit the screen, can be read in
/// their time, and end where a break reads well. The costs are our own.
/// </summary>
internal sealed class CueSplitter(CueRules rules, LineBreaker lines)
{
    private const double EachCue = 4, SentenceInside = 3, TooFast = 40, TooShort = 10;

    /// <summary>Returns the words of each cue.</summary>
    public List<CueWord[]> Split(CueWord[] words, int indent)
    {
        var (costs, from) = (new double[words.Length + 1], new int[words.Length + 1]);
        for (var end = 1; end <= words.Length; end++)
        {
            costs[end] = double.PositiveInfinity;
            var inside = 0.0;
            for (var start = end - 1; start >= 0; start--)
            {
                var span = words.AsSpan(start, end - start);
                if (start < end - 1 && !Fits(span, indent))
                {
                    break;
                }

                inside += start < end - 1 && Breaks.EndsSentence(words[start]) ? SentenceInside : 0;
                var cost = costs[start] + inside + Cost(words, start, end) + (start > 0 ? Breaks.Cost(words[start - 1], words[start]) : 0);
                if (cost < costs[end])
                {
                    (costs[end], from[end]) = (cost, start);
                }
            }
        }

        return Cues(words, from);
    }

    /// <summary>Returns whether words may be one cue: they fit the screen, and are not said for too long.</summary>
    public bool Fits(ReadOnlySpan<CueWord> words, int indent) =>
        words[^1].Span.End - words[0].Span.Start <= rules.MaxDuration
        && LineBreaker.ColumnsOf(words) <= rules.MaxLines * lines.Limit
        && lines.FewestLines(words, indent) <= rules.MaxLines;

    private double Cost(CueWord[] words, int start, int end)
    {
        var last = words[end - 1].Span.End;
        var silence = end < words.Length && words[end].Span.Start > last ? words[end].Span.Start - last : rules.Linger;
        var shown = (last - words[start].Span.Start + (silence < rules.Linger ? silence : rules.Linger)).Seconds.ToDouble();
        var characters = rules.IsWide ? LineBreaker.ColumnsOf(words.AsSpan(start, end - start)) / 2.0 : LineBreaker.ColumnsOf(words.AsSpan(start, end - start));
        var wanted = characters / rules.ReadingSpeed;
        var missing = wanted > shown ? 1 - shown / wanted : 0;
        return EachCue + TooFast * missing * missing + (shown < rules.MinDuration.Seconds.ToDouble() ? TooShort : 0);
    }

    private static List<CueWord[]> Cues(CueWord[] words, int[] from)
    {
        var cues = new List<CueWord[]>();
        for (var end = words.Length; end > 0; end = from[end])
        {
            cues.Insert(0, words[from[end]..end]);
        }

        return cues;
    }
}
