using VideoIndex.Metadata;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;

namespace VideoIndex.Testing.Contracts.Searching.Cases;

/// <summary>A video that is all in memory. It lays everything before the evaluator, whatever is asked.</summary>
/// <param name="Facts">The video and what people keep of it.</param>
/// <param name="Things">Everything that can be found in it, in order of start, then end.</param>
/// <param name="Detectors">Who looked for things of which field.</param>
public sealed record KnownVideo(VideoFacts Facts, IReadOnlyList<SearchableSpan> Things, IReadOnlyDictionary<string, Looked> Detectors) : IEvidence
{
    public Looked? Looked(string field) => Detectors.GetValueOrDefault(field);

    public IReadOnlyList<SearchableSpan> Candidates(TermClause term) => Things;

    public IReadOnlyList<SearchableSpan> Everything() => [.. Things.Where(thing => thing is { Joint: null, Field: not ("shot" or "scene" or "video") })];
}
