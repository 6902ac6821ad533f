using VideoIndex.Search.Conditions;
using VideoIndex.Tags;

namespace VideoIndex.Search.Language.Reading;

/// <summary>Puts together what stands side by side without an operator.</summary>
/// <remarks>
/// Words of one field are one term, in the place of the first of them: one thing must have them all. Those of <c>object:</c> and <c>face:</c>, those with
/// conditions, and what stands in parentheses keep to themselves.
/// </remarks>
internal sealed class SideBySide
{
    private readonly List<Clause> _parts = [];
    private readonly Dictionary<string, int> _placeOf = [];

    /// <summary>Gets how many parts there are.</summary>
    public int Count => _parts.Count;

    /// <summary>Adds the next.</summary>
    /// <param name="part">The clause.</param>
    /// <param name="isWords">Whether it is a term that was typed without parentheses and without NOT.</param>
    public void Add(Clause part, bool isWords)
    {
        if (!isWords || part is not TermClause term || !Joins(term))
        {
            _parts.Add(part);
            return;
        }

        if (_placeOf.TryGetValue(term.Field ?? "", out var place))
        {
            var first = (TermClause)_parts[place];
            _parts[place] = first with { Wordings = [.. first.Wordings, .. term.Wordings], Length = term.At + term.Length - first.At };
            return;
        }

        _placeOf[term.Field ?? ""] = _parts.Count;
        _parts.Add(part);
    }

    /// <summary>Returns the clause.</summary>
    public Clause Clause() => Sense.And(_parts);

    /// <summary>Returns whether a term becomes one with others of its field.</summary>
    public static bool Joins(TermClause term) =>
        term.Field is not (TagKinds.Objects or TagKinds.Faces) && term.Wordings.Count > 0 && term.Conditions == TermConditions.None;
}
