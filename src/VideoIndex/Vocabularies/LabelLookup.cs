using VideoIndex.Search;
using VideoIndex.Search.Language;
using VideoIndex.Search.Stemming;

namespace VideoIndex.Vocabularies;

/// <summary>Finds the concepts that words name.</summary>
internal sealed class LabelLookup
{
    private readonly Dictionary<(int Words, char First), List<(string[] Words, StemLanguages Languages, Concept Concept)>> _labels = [];

    /// <summary>Makes the lookup.</summary>
    public LabelLookup(IEnumerable<Concept> concepts)
    {
        foreach (var (label, concept) in concepts.SelectMany(concept => concept.Labels.Select(label => (label, concept))))
        {
            string[] folded = [.. Words.In(label.Text).Select(word => word.Folded)];
            MostWords = Math.Max(MostWords, folded.Length);
            if (!_labels.TryGetValue((folded.Length, folded[0][0]), out var labels))
            {
                _labels[(folded.Length, folded[0][0])] = labels = [];
            }

            labels.Add((folded, Stemmers.Of([label.Language]), concept));
        }
    }

    /// <summary>Gets how many words the longest label has; 0 where there is none.</summary>
    public int MostWords { get; }

    /// <summary>Returns the concepts of which the words are a label, by id, none twice. A plain word is a label in another form, too, by the endings of its language and of the label's: goals for goal.</summary>
    public IReadOnlyList<Concept> Named(IReadOnlyList<WordPattern> words)
    {
        // Every form of a word begins with the same letter.
        if (words is [] || words[0].Folded == "" || !_labels.TryGetValue((words.Count, words[0].Folded[0]), out var labels))
        {
            return [];
        }

        var matchers = labels.Select(label => label.Languages).Distinct()
            .ToDictionary(languages => languages, languages => words.Select(word => new WordMatcher(word with { Languages = word.Languages | languages })).ToArray());
        return [.. labels.Where(label => IsLabel(matchers[label.Languages], label.Words)).Select(label => label.Concept).Distinct().OrderBy(concept => concept.Id, StringComparer.Ordinal)];
    }

    private static bool IsLabel(WordMatcher[] matchers, string[] words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (!matchers[at].Matches(words[at]))
            {
                return false;
            }
        }

        return true;
    }
}
