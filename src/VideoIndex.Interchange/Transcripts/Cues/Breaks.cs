namespace VideoIndex.Interchange.Transcripts.Cues;

/// <summary>Says how well a text is broken between two words, for a line or for a cue: best after a sentence, worst after a word that leans on the next.</summary>
internal static class Breaks
{
    /// <summary>The cost after a sentence.</summary>
    public const int Sentence = 0;

    private const int Clause = 2, Pause = 2, BeforeLeaning = 4, Anywhere = 7, AfterLeaning = 11;

    private static readonly Timing.MediaDuration LongPause = new(new Timing.Rational(3, 10));

    // Articles, prepositions, conjunctions and pronouns before their verb, in the languages where a break behind them reads badly.
    private static readonly HashSet<string> Leaning = new(
        ("a an the of to in on at by for from with into over under and or but nor as if that than because so when while which who my your his her its our their i you he she it we they not no "
        + "der die das den dem des ein eine einen einem einer eines und oder aber denn weil dass wenn als wie von vom zu zum zur mit bei nach aus auf für über unter vor ich du er sie es wir ihr mein sein kein nicht "
        + "le la les l un une des du de au aux et ou mais donc car que qui si pour par avec sans sur sous dans en je tu il elle nous vous ils elles mon ma mes ton ta son sa ses ne "
        + "el los las una unos unas y o pero porque del al con sin sobre para por mi su sus yo tú él ella no "
        + "lo gli i uno ed ma perché che di da con su per tra fra io tu lui lei noi voi loro non "
        + "os as um uma e mas do da dos das no na nos nas com sem eu ele ela não "
        + "het een en of maar want omdat dat van voor met bij naar uit op ik jij hij zij wij niet").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the cost of a break between two words that follow each other.</summary>
    public static int Cost(CueWord before, CueWord after)
    {
        var cost = EndsSentence(before) ? Sentence : EndsClause(before) ? Clause : Bare(before);
        return after.Span.Start - before.Span.End >= LongPause ? Math.Max(0, cost - Pause) : cost;

        int Bare(CueWord last) => Leaning.Contains(last.Text) ? AfterLeaning : Leaning.Contains(after.Text) ? BeforeLeaning : Anywhere;
    }

    /// <summary>Returns whether a sentence ends with a word.</summary>
    public static bool EndsSentence(CueWord word) => LastSign(word) is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।';

    private static bool EndsClause(CueWord word) => LastSign(word) is ',' or ';' or ':' or '–' or '—' or '、' or '，' or '；' or '：' or '،';

    // Behind it only closing quotation marks and brackets.
    private static char LastSign(CueWord word)
    {
        var text = word.Text.AsSpan().TrimEnd("\"'”’»)]」』）");
        return text.IsEmpty ? ' ' : text[^1];
    }
}
