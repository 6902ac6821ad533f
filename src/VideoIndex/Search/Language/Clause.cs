using VideoIndex.Search.Conditions;
using VideoIndex.Timing;

namespace VideoIndex.Search.Language;

/// <summary>A part of a question that can be answered. Each says which stretches of a video answer it, but for those that only choose evidence or videos.</summary>
/// <remarks>
/// Every clause is of one of three <see cref="ClauseLevel"/>s. What a clause of moments answers with:
/// <list type="bullet">
/// <item>A term: each thing that has all its words, for as long as it is there; where spoken words have times, the words.</item>
/// <item>A and B: the moments of the first clause of moments that overlap a moment of every other one and of no excluded one. Clauses of evidence say which
/// evidence there is at all inside this conjunction, however deep; clauses of videos say in which videos. A conjunction of evidence alone is answered by every thing that keeps to it.</item>
/// <item>A and B: beside its own evidence, a moment has the first 100 pieces of each other clause of moments, and of clauses of videos those that hold. Where it has no clause of
/// moments but excluded ones, they are taken from every thing that keeps to its clauses of evidence; where it has none of those either, from the whole extent of the video.</item>
/// <item>A or B: the moments of both. One thing found by both at the same time is one moment, with the evidence of both.</item>
/// <item>A in time with B: see <see cref="TimeRelation"/>.</item>
/// </list>
/// Where a clause of videos is all that is asked, the whole extent of each such video is the moment. No clause of evidence makes a difference to clauses of videos: a file's name is
/// nobody's claim. What people rejected is there only inside a conjunction with <c>status:rejected</c>. Moments are in order of start, then end, then the field of what they show.
/// </remarks>
public abstract record Clause
{
    /// <summary>Gets where it starts in the question, in UTF-16 units from 0.</summary>
    public int At { get; init; }

    /// <summary>Gets how long it is in the question, in UTF-16 units.</summary>
    public int Length { get; init; }
}

/// <summary>Words that one thing must have, all of them: <c>say:"second half"</c>, <c>goal keeper</c>, <c>object:any</c>, <c>count(car) >= 2</c>.</summary>
/// <param name="Field">Where to look: one of <see cref="QueryField.All"/>; null for everywhere that plain words search.</param>
/// <param name="Wordings">The words and phrases; none where any thing of the field will do.</param>
/// <param name="Conditions">What is asked beyond the words.</param>
public sealed record TermClause(string? Field, IReadOnlyList<Wording> Wordings, TermConditions Conditions) : Clause;

/// <summary>All must hold at once: <c>A B</c>, <c>A AND B</c>, <c>A NOT B</c>. At least one of them is no <see cref="NotClause"/>, unless all choose videos or evidence.</summary>
/// <param name="Parts">Two or more, in the order typed.</param>
public sealed record AndClause(IReadOnlyList<Clause> Parts) : Clause;

/// <summary>One must hold: <c>A OR B</c>. The parts are all of evidence, or all of videos, or else moments and videos.</summary>
/// <param name="Parts">Two or more, in the order typed.</param>
public sealed record OrClause(IReadOnlyList<Clause> Parts) : Clause;

/// <summary>What is left out: <c>NOT A</c>. Of moments, only inside an <see cref="AndClause"/>.</summary>
/// <param name="Part">What must not hold.</param>
public sealed record NotClause(Clause Part) : Clause;

/// <summary>Two in time: <c>A WITHIN 5s OF B</c>, <c>A THEN B WITHIN 10s</c>.</summary>
/// <param name="Relation">How they stand in time.</param>
/// <param name="Left">The first, of moments.</param>
/// <param name="Right">The second, of moments.</param>
/// <param name="Seconds">How many seconds apart at most; null for any. Always set for <see cref="TimeRelation.Within"/>, perhaps for <see cref="TimeRelation.Then"/>, else null.</param>
public sealed record TimeClause(TimeRelation Relation, Clause Left, Clause Right, Rational? Seconds = null) : Clause;

/// <summary>How long something must last: <c>(A OR B) FOR >= 2s</c>. Moments that touch or overlap are one before they are measured; a single term's own FOR is in its conditions.</summary>
/// <param name="Part">What, of moments.</param>
/// <param name="For">How long, in seconds.</param>
public sealed record LastingClause(Clause Part, Limit For) : Clause;

/// <summary>The first or the last in each video: <c>FIRST A</c>, <c>LAST A</c>: the least start, then the least end; the greatest start, then the greatest end.</summary>
/// <param name="Part">What, of moments.</param>
/// <param name="IsLast">Whether the last is asked for.</param>
public sealed record PickClause(Clause Part, bool IsLast) : Clause;

/// <summary>Which evidence counts: <c>confidence:>0.8</c>, <c>by:human</c>, <c>status:verified</c>, <c>language:de</c>, <c>speaker:2</c>.</summary>
/// <param name="Test">What evidence must keep to.</param>
public sealed record EvidenceClause(EvidenceTest Test) : Clause;

/// <summary>Which videos count: <c>recorded:>=2026-01-01</c>, <c>collection:finals</c>, <c>client:Acme</c>. <c>video:</c> is one, too, and is a <see cref="TermClause"/>.</summary>
/// <param name="Test">What the video must keep to.</param>
public sealed record VideoClause(VideoTest Test) : Clause;
