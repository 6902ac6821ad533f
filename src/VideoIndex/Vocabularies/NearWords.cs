using VideoIndex.Metadata;
using VideoIndex.Search.Language;
using VideoIndex.Search.Stemming;

namespace VideoIndex.Vocabularies;

/// <summary>Something that was perhaps meant by a word that found nothing.</summary>
/// <param name="Text">The label, or the word of the index.</param>
/// <param name="Concept">The concept the label is of; null for a word of the index.</param>
/// <param name="Edits">How many edits it is from the word; 0 where it is the same word with another ending.</param>
/// <param name="Uses">In how many things the word is; 0 for a label.</param>
public sealed record Suggestion(string Text, string? Concept, int Edits, long Uses);

/// <summary>Finds what is near words that found nothing: the same word with another ending in one of the languages whose endings are known, or one that is a few edits away.</summary>
/// <remarks>Words of up to three letters have no near ones by edits, those of up to six one edit, longer ones two (<see cref="EditDistance"/>).</remarks>
public sealed class NearWords
{
    /// <summary>The most suggestions for a word.</summary>
    public const int Most = 5;

    private readonly Dictionary<string, Sought> _sought;

    /// <summary>Looks for what is near some words.</summary>
    /// <param name="words">Words and phrases, as typed.</param>
    /// <param name="vocabulary">The labels there are.</param>
    public NearWords(IEnumerable<string> words, Vocabulary vocabulary)
    {
        _sought = words.Select(FieldText.Folded).Where(folded => folded != "").Distinct().ToDictionary(folded => folded, folded => new Sought(folded));
        foreach (var (label, concept) in vocabulary.Concepts.SelectMany(concept => concept.Labels.Select(label => (label, concept))))
        {
            Offer(FieldText.Folded(label.Text), new Suggestion(label.Text, concept.Id, 0, 0));
        }
    }

    /// <summary>Offers a word of the index.</summary>
    /// <param name="folded">The word, folded.</param>
    /// <param name="uses">In how many things it is.</param>
    public void Offer(string folded, long uses) => Offer(folded, new Suggestion(folded, null, 0, uses));

    /// <summary>Returns what is near a word: labels first, then the nearer, then the more common; at most <see cref="Most"/>.</summary>
    public IReadOnlyList<Suggestion> Of(string word) =>
        _sought.TryGetValue(FieldText.Folded(word), out var sought) ? [.. sought.Near.OrderBy(one => one, Sought.Better).Take(Most)] : [];

    /// <summary>Returns whether a word is in the index as it is, or a form of a label.</summary>
    public bool Knows(string word) => _sought.TryGetValue(FieldText.Folded(word), out var sought) && sought.IsKnown;

    private void Offer(string folded, Suggestion suggestion)
    {
        foreach (var sought in _sought.Values)
        {
            if (sought.EditsTo(folded, suggestion.Concept is not null) is { } edits)
            {
                sought.Add(suggestion with { Edits = edits });
            }
        }
    }

    private sealed class Sought(string folded)
    {
        private const StemLanguages All = (StemLanguages)~0;

        private readonly WordMatcher _stem = new(new WordPattern(folded, WordMatch.Stem, 0, All));
        private readonly int _most = folded.Length switch { <= 3 => 0, <= 6 => 1, _ => 2 };

        public static Comparer<Suggestion> Better { get; } = Comparer<Suggestion>.Create((one, other) =>
            (one.Concept is null, one.Edits, -one.Uses, one.Text, one.Concept).CompareTo((other.Concept is null, other.Edits, -other.Uses, other.Text, other.Concept)));

        public List<Suggestion> Near { get; } = [];

        public bool IsKnown { get; private set; }

        // Null for what is too far, and for what needs no suggestion: the word itself, and another form of a label, which stands for it already.
        public int? EditsTo(string other, bool isLabel)
        {
            var sameWord = _stem.Matches(other);
            if (other == folded || (isLabel && sameWord))
            {
                IsKnown = true;
                return null;
            }

            return sameWord ? 0 : EditDistance.Between(folded, other, _most) is var edits && edits <= _most ? edits : null;
        }

        public void Add(Suggestion suggestion)
        {
            Near.Add(suggestion);
            if (Near.Count > 2 * Most)
            {
                Near.Sort(Better);
                Near.RemoveRange(Most, Near.Count - Most);
            }
        }
    }
}
