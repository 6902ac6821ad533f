using Microsoft.Data.Sqlite;
using VideoIndex.Search;

namespace VideoIndex.Sqlite.Search;

/// <summary>Makes moments of hits: what was found, where, and everything that made it match.</summary>
internal sealed class MomentReader(SqliteConnection connection, Query query)
{
    // One chapter can hold every goal of a match; the first of them are proof enough.
    private const int MostEvidenceOfGroup = 100;

    private readonly FindingReader _findings = new(connection);

    /// <summary>Reads one moment.</summary>
    /// <param name="group">The terms the hit answers.</param>
    /// <param name="hit">The hit.</param>
    /// <param name="others">The hits of the other groups that hold with it.</param>
    public Moment Read(TermGroup group, Hit hit, IEnumerable<(TermGroup Group, IEnumerable<Hit> Hits)> others)
    {
        var finding = _findings.Read(hit);
        var evidence = new List<Evidence>(EvidenceOf(group, hit, finding));
        foreach (var (otherGroup, otherHits) in others)
        {
            evidence.AddRange(
                otherHits.Take(MostEvidenceOfGroup).SelectMany(other => EvidenceOf(otherGroup, other, _findings.Read(other))));
        }

        var (text, origin) = finding.Texts.FirstOrDefault(
            candidate => group.Terms.Any(term => Marking.Mark(candidate.Text, term) is not null), finding.Texts[0]);
        return new Moment(
            _findings.Video(hit.Video),
            finding.Field,
            hit.Span,
            text,
            hit.Place?.Confidence ?? finding.Confidence,
            origin,
            finding.Language,
            _findings.Keyframe(hit.Video, hit.Span.Start),
            evidence)
        {
            Box = finding.Box,
            How = finding.How,
            Words = hit.Place?.Words ?? [],
            Speaker = finding.Speaker,
            Track = finding.Track,
        };
    }

    private IEnumerable<Evidence> EvidenceOf(TermGroup terms, Hit hit, Finding finding) =>
        from term in terms.Terms
        from text in finding.Texts
        let marked = Marking.Mark(finding.Shown ?? text.Text, term)
        where marked is not null
        select new Evidence(QueryParser.AsTyped(query, term), finding.Field, hit.Span, marked);
}
