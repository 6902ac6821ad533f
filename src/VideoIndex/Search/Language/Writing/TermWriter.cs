using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language.Reading;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Search.Language.Writing;

/// <summary>Writes a term: its words, its number, its conditions.</summary>
internal static class TermWriter
{
    private static readonly string[] Capitals = ["FOR", "AREA", "ZONE", "AND", "OR", "NOT", "THEN", "DURING", "BEFORE", "AFTER", "WITH", "WITHIN", "OF", "FIRST", "LAST"];

    /// <summary>Returns a term as text.</summary>
    public static string Write(TermClause term)
    {
        var asked = term.Conditions;
        var words = asked.Count is { } count ? $"count({Counted(term)}) {NumberWriter.Limit(count, NumberWriter.Decimal)}"
            : term.Wordings is [] ? term.Field is TagKinds.Objects or TagKinds.Faces ? $"{term.Field}:any" : $"{term.Field}:*"
            : string.Join(' ', term.Wordings.Select(wording => term.Field is null ? Plain(wording) : $"{term.Field}:{Marked(wording)}"));
        return words
            + Condition("FOR", asked.For, NumberWriter.Length)
            + Condition("AREA", asked.Area, NumberWriter.Percent)
            + (asked.Zone is { } zone ? $" ZONE {zone}" : "");
    }

    /// <summary>Returns words in quotes that do not stand in them.</summary>
    public static string Quoted(string words) => !words.Contains('"', StringComparison.Ordinal) ? $"\"{words}\""
        : !words.Contains('\uFF02', StringComparison.Ordinal) ? $"\uFF02{words}\uFF02"
        : $"\u201C{words}\u201D";

    private static string Condition(string name, Limit? asked, Func<Rational, string> number) =>
        asked is { } limit ? $" {name} {NumberWriter.Limit(limit, number)}" : "";

    private static string Counted(TermClause term)
    {
        if (term.Wordings is [])
        {
            return term.Field switch { TagKinds.Objects => "any", TagKinds.Faces => "face", _ => $"{term.Field}:*" };
        }

        var words = Marked(term.Wordings[0]);
        var isPlain = term.Field == TagKinds.Objects && words.All(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-') && words.ToLowerInvariant() is not ("face" or "faces");
        return isPlain ? words : $"{term.Field}:{words}";
    }

    // A plain word in capitals is not to become an operator.
    private static string Plain(Wording wording)
    {
        var words = Marked(wording);
        return Capitals.Contains(words) ? words.ToLowerInvariant() : words;
    }

    private static string Marked(Wording wording) => wording.Words[^1] switch
    {
        { Match: WordMatch.Exact } => Quoted(wording.Typed),
        { Match: WordMatch.Prefix } when IsPhrase(wording) => Quoted(wording.Typed) + "*",
        { Match: WordMatch.Prefix } => wording.Typed + "*",
        { Match: WordMatch.Fuzzy } last => (IsOneWord(wording.Typed) ? wording.Typed : Quoted(wording.Typed)) + Edits(wording, last),
        _ => wording.Typed,
    };

    private static bool IsPhrase(Wording wording) => wording.Words.Count > 1 ? wording.Words[0].Match == WordMatch.Exact : !IsOneWord(wording.Typed);

    private static bool IsOneWord(string typed) => typed.All(char.IsLetterOrDigit) && !Capitals.Contains(typed);

    private static string Edits(Wording wording, WordPattern last) =>
        wording.Words.All(word => word.Edits == WordingReader.EditsOf(word.Folded)) ? "~" : $"~{last.Edits}";
}
