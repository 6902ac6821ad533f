namespace VideoIndex.Search.Language;

/// <summary>How two moments of one video stand in time. Spans are half-open; all bounds are exact.</summary>
/// <remarks>
/// Two overlap where each starts before the other ends; two of which one starts where the other ends touch. Of the evidence of B, the first 100 pieces are given. A moment
/// may be its own B: <c>goal DURING goal</c> is every goal.
/// </remarks>
public enum TimeRelation
{
    /// <summary>A WITHIN d OF B: A, where some B is at most d away. The distance is 0 where they overlap or touch, else what lies between them. Evidence: A and all those B.</summary>
    Within,

    /// <summary>A THEN B: from the start of A to the end of B, for every A and the first B (by start, then end) that starts at or after the end of A, if it starts at most d after that end.</summary>
    Then,

    /// <summary>A BEFORE B: A, where some B starts at or after its end. Evidence: A and the first such B.</summary>
    Before,

    /// <summary>A AFTER B: A, where some B ends at or before its start. Evidence: A and the last such B (by end, then start).</summary>
    After,

    /// <summary>A DURING B: A, where one B starts no later and ends no earlier. Evidence: A and all those B.</summary>
    During,

    /// <summary>A WITH B: the frames that show both: for every A, its common stretches with all B, those that touch or overlap joined. What A and B show must be of one of <see cref="QueryField.Seen"/>. Evidence: A and those B.</summary>
    With,
}
