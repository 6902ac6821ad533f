using VideoIndex.Search.Language;

namespace VideoIndex.Search.Evaluation;

/// <summary>Which evidence there is at all in a part of a question. What people rejected is there only where <c>status:rejected</c> is asked.</summary>
/// <param name="clauses">What evidence must keep to: clauses of evidence, perhaps with clauses of videos in them.</param>
/// <param name="videos">Decides clauses of videos.</param>
internal sealed class EvidenceScope(IReadOnlyList<Clause> clauses, VideoChoice videos)
{
    private readonly bool _hasRejected = clauses.Any(AsksForRejected);

    /// <summary>Returns the scope in which evidence must keep to more clauses as well.</summary>
    public EvidenceScope With(params IReadOnlyList<Clause> more) => more is [] ? this : new([.. clauses, .. more], videos);

    /// <summary>Returns whether a thing is there.</summary>
    public bool Has(SearchableSpan thing) => (_hasRejected || thing.Status != ReviewStatus.Rejected) && clauses.All(clause => Keeps(clause, thing));

    private bool Keeps(Clause clause, SearchableSpan thing) => clause switch
    {
        EvidenceClause one => one.Test.Admits(thing),
        NotClause not => !Keeps(not.Part, thing),
        AndClause all => all.Parts.All(part => Keeps(part, thing)),
        OrClause any => any.Parts.Any(part => Keeps(part, thing)),
        _ => videos.Evidence(clause) is not null,
    };

    private static bool AsksForRejected(Clause clause) => clause switch
    {
        EvidenceClause { Test: StatusTest { Status: ReviewStatus.Rejected } } => true,
        AndClause all => all.Parts.Any(AsksForRejected),
        OrClause any => any.Parts.Any(AsksForRejected),
        _ => false,
    };
}

/// <summary>Decides clauses of videos. What evidence is asked for makes no difference to them: a file name is nobody's claim.</summary>
internal sealed class VideoChoice(IEvidence video)
{
    /// <summary>Gets the video as a thing.</summary>
    public SearchableSpan Whole => field ??= SearchableSpans.Whole(video.Facts.Video);

    /// <summary>Returns what of the video answers the clause; null where it does not hold.</summary>
    public IReadOnlyList<Found>? Evidence(Clause clause) => clause switch
    {
        VideoClause one => one.Test.Admits(video.Facts) ? [] : null,
        TermClause term => TermAnswers.Of(term, [Whole], null) is [_, ..] found ? found : null,
        NotClause not => Evidence(not.Part) is null ? [] : null,
        AndClause all => all.Parts.Select(Evidence).ToList() is var parts && parts.Contains(null) ? null : [.. parts.SelectMany(part => part!)],
        OrClause any => any.Parts.Select(Evidence).OfType<IReadOnlyList<Found>>().ToList() is [_, ..] parts ? [.. parts.SelectMany(part => part)] : null,
        _ => null,
    };
}
