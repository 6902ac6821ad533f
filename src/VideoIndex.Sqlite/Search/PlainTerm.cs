using VideoIndex.Search.Answers;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Search.Things;
using VideoIndex.Tags;

namespace VideoIndex.Sqlite.Search;

/// <summary>A question that is one term of single words, perhaps with tests of evidence and of videos: the index alone tells how much answers it, and what comes first.</summary>
/// <param name="Term">The term.</param>
/// <param name="Evidence">What things must keep to.</param>
internal sealed record PlainTerm(TermClause Term, IReadOnlyList<EvidenceTest> Evidence)
{
    private static readonly string?[] Fields = [null, "say", TagKinds.Text, TagKinds.Logo, TagKinds.Objects, TagKinds.Faces, "tag", TagKinds.Colour, TagKinds.Motion];

    /// <summary>Returns what a request asks for; null where it is no such question.</summary>
    public static PlainTerm? Of(SearchRequest request) => request switch
    {
        { Noise.Count: > 0 } => null,
        { Question.Root: TermClause term } => IsPlain(term) ? new PlainTerm(term, []) : null,
        { Question.Root: AndClause all } when all.Parts.Count(part => part is not EvidenceClause && !ChosenVideos.IsTest(part)) == 1 && all.Parts.OfType<TermClause>().SingleOrDefault() is { } term && IsPlain(term)
            => new PlainTerm(term, [.. all.Parts.OfType<EvidenceClause>().Select(part => part.Test)]),
        _ => null,
    };

    // A phrase may run across a border, and a class is the whole of a label: whether those answer is not for the index to say.
    private static bool IsPlain(TermClause term) =>
        term.Conditions == TermConditions.None && Fields.Contains(term.Field) && term.Wordings.Count > 0 && term.Wordings.All(IsWord);

    private static bool IsWord(Wording wording) => wording is { Words.Count: 1, Labels.Count: 0 } && wording.Alternatives.All(IsWord);
}
