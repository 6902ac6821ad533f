using System.Text.Json;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Searching.Asking;
using VideoIndex.Metadata;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;

namespace VideoIndex.Elasticsearch.Searching.Finding;

/// <summary>What was fetched of one video, as the core's evaluator asks for it.</summary>
/// <param name="facts">The video.</param>
/// <param name="plan">What was asked.</param>
/// <param name="things">What was fetched.</param>
/// <param name="document">The video's own document; undefined where nobody needs it.</param>
/// <param name="noise">Labels that are passed over.</param>
internal sealed class FoundEvidence(VideoFacts facts, QuestionPlan plan, IEnumerable<CandidateThing> things, JsonElement document, IReadOnlySet<string> noise) : IEvidence
{
    private readonly List<CandidateThing> _things = [.. things.Where(one => !IsNoise(one.Thing, noise)).Order(InTime)];

    private static readonly Comparer<CandidateThing> InTime = Comparer<CandidateThing>.Create((one, other) =>
        one.Thing.Span.Start.CompareTo(other.Thing.Span.Start) is not 0 and var starts ? starts
        : one.Thing.Span.End.CompareTo(other.Thing.Span.End) is not 0 and var ends ? ends
        : one.Thing.Number.CompareTo(other.Thing.Number));

    /// <inheritdoc/>
    public VideoFacts Facts => facts;

    /// <inheritdoc/>
    public Looked? Looked(string field) => DocumentReader.Looker(document, field) is { } by ? new Looked(facts.Video.Extent, by) : null;

    /// <inheritdoc/>
    public IReadOnlyList<SearchableSpan> Candidates(TermClause term) => Of(ask => ReferenceEquals(ask.Term, term));

    /// <inheritdoc/>
    public IReadOnlyList<SearchableSpan> Everything() => Of(ask => ask.Kind == AskKind.Everything);

    private List<SearchableSpan> Of(Func<Ask, bool> isAsked)
    {
        var asked = plan.Asks.Index().Where(ask => isAsked(ask.Item)).Select(ask => ask.Index).ToHashSet();
        return [.. _things.Where(one => one.Asks.Any(asked.Contains)).Select(one => one.Thing)];
    }

    private static bool IsNoise(SearchableSpan thing, IReadOnlySet<string> noise) =>
        noise.Count > 0 && thing.Field is not ("say" or "video" or "shot" or "scene") && noise.Contains(FieldText.Folded(thing.Texts[0]));
}
