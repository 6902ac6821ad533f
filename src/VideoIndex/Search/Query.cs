using VideoIndex.Objects;
using VideoIndex.Search.Conditions;
using VideoIndex.Tags;

namespace VideoIndex.Search;

/// <summary>A question, as typed and as understood. Every term must hold.</summary>
/// <remarks>
/// Terms of one field are answered together, by one utterance, tag, shot or video, and so are the terms without a
/// field, by one thing of any field. The answers for the first such group become the moments; those for the others
/// must overlap them in time. <c>video:</c> only chooses videos, unless it is all that is asked. Plain words search
/// file names and what containers say, not the folders; no shots or scenes, but for <c>"shot 3"</c>; and neither colours, motion nor faces.
/// A term for objects or faces, and one with conditions, is answered by itself: one thing is not both a car and a person.
/// </remarks>
/// <param name="Text">The question as typed.</param>
/// <param name="Terms">What must hold, in the order typed.</param>
public sealed record Query(string Text, IReadOnlyList<QueryTerm> Terms);

/// <summary>One thing a question asks for.</summary>
/// <param name="Field">Where to look: one of <see cref="QueryField.All"/>; null for everywhere.</param>
/// <param name="Words">The word, or the words of a phrase, as typed.</param>
/// <param name="Prefix">Whether the last word may go on: <c>goal*</c>.</param>
/// <param name="At">Where the term starts in the question, from 0.</param>
public sealed record QueryTerm(string? Field, string Words, bool Prefix, int At)
{
    /// <summary>Gets what is asked beyond the words.</summary>
    public TermConditions Conditions { get; init; } = TermConditions.None;

    /// <summary>Gets whether any thing of the field answers: <c>object:any</c>, <c>face:any</c>.</summary>
    public bool IsAny => Field == TagKinds.Faces || (Field == TagKinds.Objects && Words.Equals("any", StringComparison.OrdinalIgnoreCase));

    /// <summary>Gets the classes of things the words stand for; none where they are searched as they are.</summary>
    public IReadOnlyList<string> Labels => Field == TagKinds.Objects && !Prefix && !IsAny ? ObjectVocabulary.Meant(Words) : [];

    /// <summary>Gets whether it is answered by itself, not by one thing together with other terms of its field.</summary>
    public bool StandsAlone => Field is TagKinds.Objects or TagKinds.Faces || Conditions != TermConditions.None;
}
