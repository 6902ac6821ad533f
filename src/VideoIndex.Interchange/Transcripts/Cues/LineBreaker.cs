namespace VideoIndex.Interchange.Transcripts.Cues;

/// <summary>Breaks words into lines: as few as there must be, of about the same length, where a break reads well.</summary>
internal sealed class LineBreaker(CueRules rules)
{
    private const double Unevenness = 20; // against the costs of breaks: a line twice as long as the other is as bad as a break in the middle of a phrase

    /// <summary>Gets the most columns a line may have.</summary>
    public int Limit { get; } = rules.IsWide ? 2 * rules.MaxLine : rules.MaxLine;

    /// <summary>Returns how many columns words take in one line.</summary>
    public static int ColumnsOf(ReadOnlySpan<CueWord> words)
    {
        var columns = 0;
        for (var at = 0; at < words.Length; at++)
        {
            columns += words[at].Columns + (at > 0 && words[at].HasSpace ? 1 : 0);
        }

        return columns;
    }

    /// <summary>Returns how few lines words can be broken into; a word too long for a line has one of its own.</summary>
    /// <param name="words">The words.</param>
    /// <param name="indent">The columns at the beginning of the first line that something else takes.</param>
    public int FewestLines(ReadOnlySpan<CueWord> words, int indent)
    {
        var (lines, columns) = (1, indent);
        for (var at = 0; at < words.Length; at++)
        {
            var wanted = columns + words[at].Columns + (at > 0 && words[at].HasSpace ? 1 : 0);
            var isBroken = at > 0 && wanted > Limit;
            (lines, columns) = isBroken ? (lines + 1, words[at].Columns) : (lines, wanted);
        }

        return lines;
    }

    /// <summary>Returns the lines.</summary>
    public List<CueWord[]> Break(CueWord[] words, int indent)
    {
        var lines = FewestLines(words, indent);
        var (costs, from) = (new double[lines + 1, words.Length + 1], new int[lines + 1, words.Length + 1]);
        for (var line = 0; line <= lines; line++)
        {
            for (var end = 0; end <= words.Length; end++)
            {
                costs[line, end] = line == 0 && end == 0 ? 0 : double.PositiveInfinity;
            }
        }

        for (var line = 1; line <= lines; line++)
        {
            for (var end = line; end <= words.Length; end++)
            {
                Choose(words, indent, (line, end), costs, from);
            }
        }

        return Lines(words, from, lines);
    }

    private void Choose(CueWord[] words, int indent, (int Line, int End) at, double[,] costs, int[,] from)
    {
        for (var start = at.End - 1; start >= at.Line - 1; start--)
        {
            var columns = ColumnsOf(words.AsSpan(start, at.End - start)) + (at.Line == 1 ? indent : 0);
            if (columns > Limit && at.End - start > 1)
            {
                break;
            }

            var share = (double)columns / Limit;
            var cost = costs[at.Line - 1, start] + Unevenness * share * share + (start > 0 ? Breaks.Cost(words[start - 1], words[start]) : 0);
            if (cost < costs[at.Line, at.End])
            {
                (costs[at.Line, at.End], from[at.Line, at.End]) = (cost, start);
            }
        }
    }

    private static List<CueWord[]> Lines(CueWord[] words, int[,] from, int lines)
    {
        var broken = new List<CueWord[]>();
        for (var (line, end) = (lines, words.Length); line > 0; line--)
        {
            var start = from[line, end];
            broken.Insert(0, words[start..end]);
            end = start;
        }

        return broken;
    }
}
