using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language;
using VideoIndex.Timing;

namespace VideoIndex.Elasticsearch.Searching.Asking;

/// <summary>Asks which evidence there is at all in a part of a question.</summary>
internal static class EvidenceFilters
{
    private static readonly Rational Million = new(1_000_000, 1);

    /// <summary>Returns the filters of a scope; they let everything through that is in it, and perhaps more.</summary>
    public static IEnumerable<JsonObject> Of(IReadOnlyList<Clause> scope)
    {
        if (!scope.Any(AsksForRejected))
        {
            yield return Queries.Not(Queries.Term(DocumentFields.Status, ReviewStatus.Rejected));
        }

        foreach (var clause in scope)
        {
            if (Exactly(clause) is { } filter)
            {
                yield return filter;
            }
        }
    }

    // Null where Elasticsearch cannot tell: what is not known cannot be turned round either.
    private static JsonObject? Exactly(Clause clause)
    {
        switch (clause)
        {
            case EvidenceClause one:
                return Of(one.Test);
            case NotClause not:
                return Exactly(not.Part) is { } part ? Queries.Not(part) : null;
            case AndClause all when all.Parts.Select(Exactly).ToList() is var parts && !parts.Contains(null):
                return Queries.Every(parts!);
            case OrClause any when any.Parts.Select(Exactly).ToList() is var parts && !parts.Contains(null):
                return Queries.Any(parts!);
            default:
                return null;
        }
    }

    private static JsonObject? Of(EvidenceTest test) => test switch
    {
        ConfidenceTest sure => Of(sure.Limit),
        AuthorTest author => Queries.Every(
        [
            .. author.Kind is { } kind ? [Queries.Term(DocumentFields.OriginKind, kind)] : (JsonObject[])[],
            .. author.Name is { } name ? [Queries.Prefix(DocumentFields.Author, Keys.Of(name))] : (JsonObject[])[],
        ]),
        StatusTest status => Queries.Term(DocumentFields.Status, status.Status),
        LanguageTest language => Queries.Terms(DocumentFields.LanguageKey, language.Language.Select(Keys.Of).Distinct()),
        SpeakerTest speaker => Queries.Term(DocumentFields.SpeakerKeys, Keys.Of(speaker.Speaker)),
        _ => null,
    };

    // In whole millionths, as the core compares it.
    private static JsonObject Of(Limit limit)
    {
        var value = limit.Value * Million;
        var (below, isWhole) = (value.Floor(), value.Denominator == 1);
        return limit.Comparison switch
        {
            Comparison.More => Range("gt", below),
            Comparison.AtLeast => Range("gte", isWhole ? below : below + 1),
            Comparison.Less => Range("lt", isWhole ? below : below + 1),
            Comparison.AtMost => Range("lte", below),
            _ => isWhole ? Queries.Term(DocumentFields.Millionths, below) : Queries.None,
        };
    }

    private static JsonObject Range(string bound, long millionths) => Queries.Range(DocumentFields.Millionths, new JsonObject { [bound] = millionths });

    private static bool AsksForRejected(Clause clause) => clause switch
    {
        EvidenceClause { Test: StatusTest { Status: ReviewStatus.Rejected } } => true,
        AndClause all => all.Parts.Any(AsksForRejected),
        OrClause any => any.Parts.Any(AsksForRejected),
        _ => false,
    };
}
