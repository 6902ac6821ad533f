using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Search.Language;

namespace VideoIndex.Elasticsearch.Searching.Asking;

/// <summary>What Elasticsearch is asked for a question: for each term, and for each clause that chooses by evidence or video alone, one query; and what a video must have of them.</summary>
internal sealed class QuestionPlan
{
    private readonly List<Ask> _asks = [];

    private QuestionPlan(Question question) => Need = Walk(question.Root, []);

    /// <summary>Gets the queries.</summary>
    public IReadOnlyList<Ask> Asks => _asks;

    /// <summary>Gets what a video must have of them.</summary>
    public Need Need { get; }

    /// <summary>Gets whether it counts things, and so asks who looked for them.</summary>
    public bool Counts { get; private set; }

    /// <summary>Gets whether moments are measured, or picked, in each video.</summary>
    public bool IsPicked { get; private set; }

    /// <summary>Makes the plan of a question.</summary>
    public static QuestionPlan Of(Question question) => new(question);

    // Goes the way the core's evaluator goes: what it asks for, where it asks for it, and in which scope.
    private Need Walk(Clause clause, IReadOnlyList<Clause> scope) => clause.Level() switch
    {
        ClauseLevel.Videos => Add(null, AskKind.Video, VideoFilters.Of(clause)),
        ClauseLevel.Evidence when clause is not AndClause => Things([.. scope, clause]),
        _ => Moments(clause, scope),
    };

    private Need Moments(Clause clause, IReadOnlyList<Clause> scope) => clause switch
    {
        TermClause term => Term(term, scope),
        AndClause all => Every(all.Parts, scope),
        OrClause any => new Need.Any([.. any.Parts.Select(part => Walk(part, scope))]),
        TimeClause two => new Need.All([Walk(two.Left, scope), Walk(two.Right, scope)]),
        LastingClause lasting => Picked(lasting.Part, scope),
        PickClause pick => Picked(pick.Part, scope),
        _ => new Need.Any([]),
    };

    private Need Picked(Clause part, IReadOnlyList<Clause> scope)
    {
        IsPicked = true;
        return Walk(part, scope);
    }

    private Need Term(TermClause term, IReadOnlyList<Clause> scope)
    {
        var found = Add(term, AskKind.Term, Queries.Every([TermQueries.Of(term), .. EvidenceFilters.Of(scope)]));
        if (term.Conditions.Count is null || term.Field is not { } field)
        {
            return found;
        }

        // That none is there is known where somebody looked.
        Counts = true;
        return new Need.Any([found, Add(null, AskKind.Video, Queries.Every([Queries.Term(DocumentFields.Field, "video"), Queries.Term(DocumentFields.Looked, field)]))]);
    }

    private Need.All Every(IReadOnlyList<Clause> parts, IReadOnlyList<Clause> outer)
    {
        var evidence = parts.Where(part => part.Level() == ClauseLevel.Evidence).ToList();
        IReadOnlyList<Clause> scope = [.. outer, .. evidence];
        var needs = new List<Need>();
        var hasMoments = false;
        foreach (var part in parts.Where(part => part.Level() != ClauseLevel.Evidence))
        {
            var isMoments = part.Level() == ClauseLevel.Moments;
            if (isMoments && part is NotClause not)
            {
                Walk(not.Part, scope);
                continue;
            }

            hasMoments |= isMoments;
            needs.Add(Walk(part, scope));
        }

        if (!hasMoments && evidence is [_, ..])
        {
            needs.Add(Things(scope));
        }

        return new Need.All(needs);
    }

    private Need.One Things(IReadOnlyList<Clause> scope) => Add(null, AskKind.Everything, Queries.Every(
    [
        Queries.Not(Queries.Terms(DocumentFields.Field, ["shot", "scene", "video"])),
        Queries.Term(DocumentFields.IsJoint, false),
        .. EvidenceFilters.Of(scope),
    ]));

    private Need.One Add(TermClause? term, AskKind kind, JsonObject query)
    {
        _asks.Add(new Ask(term, kind, query));
        return new Need.One(_asks.Count - 1);
    }
}

/// <summary>One query for a part of a question.</summary>
/// <param name="Term">The term; null for what is chosen by evidence or video alone.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Query">The query.</param>
internal sealed record Ask(TermClause? Term, AskKind Kind, JsonObject Query);

/// <summary>What a query is for.</summary>
internal enum AskKind
{
    /// <summary>What may answer a term.</summary>
    Term,

    /// <summary>What evidence alone asks for.</summary>
    Everything,

    /// <summary>Videos, by their own documents.</summary>
    Video,
}
