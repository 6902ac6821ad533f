using System.Globalization;

namespace VideoIndex.Interchange.Importing.EditLists;

/// <summary>Gathers what of a list was left out or does not fit: the first of a kind in full, then how many more there are.</summary>
internal sealed class Complaints
{
    private const int MostOfAKind = 10;

    private readonly List<string> _said = [];
    private readonly Dictionary<string, int> _more = [];

    /// <summary>Gets the sentences.</summary>
    public IReadOnlyList<string> All =>
        [.. _said.Distinct(), .. _more.Where(kind => kind.Value > MostOfAKind).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value - MostOfAKind} more {kind.Key}."))];

    /// <summary>Takes a sentence.</summary>
    public void Say(string sentence) => _said.Add(sentence);

    /// <summary>Takes a sentence of which there may be many.</summary>
    /// <param name="kind">What they all say, after "7 more": <c>labels cannot be read</c>.</param>
    /// <param name="sentence">The sentence.</param>
    public void Say(string kind, string sentence)
    {
        _more[kind] = _more.GetValueOrDefault(kind) + 1;
        if (_more[kind] <= MostOfAKind)
        {
            _said.Add(sentence);
        }
    }
}
