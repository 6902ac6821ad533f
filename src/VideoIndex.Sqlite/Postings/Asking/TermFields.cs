using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Asking;

/// <summary>Tells which fields a term is looked for in.</summary>
internal static class TermFields
{
    private static readonly string[] Plain = ["say", "text", "logo", "object", "tag", "video"];

    /// <summary>Returns the fields, a bit for each: those of plain words where none is named; joints, too, where there is a phrase; folders where videos are named.</summary>
    public static int Of(TermClause term)
    {
        IEnumerable<string> named = term.Field is null ? Plain : [term.Field];
        var spoken = term.Field is null or "say" && term.Wordings.Any(HasPhrase);
        return named.Concat(spoken ? [TermKeys.Across] : []).Concat(term.Field == "video" ? [TermKeys.Folder] : []).Aggregate(0, (bits, field) => bits | Bit(TermKeys.Of(field)));
    }

    /// <summary>Returns the bit of a field; none for a field that is not kept here.</summary>
    public static int Bit(byte field) => field == 0 ? 0 : 1 << field;

    private static bool HasPhrase(Wording wording) => wording.Words.Count > 1 || wording.Alternatives.Any(HasPhrase);
}
