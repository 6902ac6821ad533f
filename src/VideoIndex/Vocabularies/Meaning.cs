using VideoIndex.Objects;
using VideoIndex.Search;
using VideoIndex.Search.Language;
using VideoIndex.Search.Stemming;
using VideoIndex.Tags;

namespace VideoIndex.Vocabularies;

/// <summary>What a question means by a vocabulary: every word and phrase with all that says the same.</summary>
/// <remarks>
/// A label of a concept stands for every label of it, in all languages, and of every concept that is a kind of it, however far down. Labels mapped to a concept count
/// where labels are looked for, not in what is said, written or called. Several plain words of one term that are a label together (<c>goal kick</c>) stand for it, too.
/// In quotes, words are exact, but in <c>object:</c> and <c>tag:</c>, where quotes only hold the words of a label together. The classes that <see cref="ObjectVocabulary"/>
/// knows stay as they are and come first. It happens when a question is asked: nothing is analysed again when the vocabulary changes.
/// </remarks>
/// <param name="Question">The question with its alternatives.</param>
/// <param name="Notes">Sentences about what was left out.</param>
public sealed record Meaning(Question Question, IReadOnlyList<string> Notes)
{
    /// <summary>The most alternatives of one word or phrase.</summary>
    public const int MostAlternatives = 200;

    /// <summary>The most alternatives of a question.</summary>
    public const int MostInAll = 1000;

    /// <summary>Returns what a question means by a vocabulary.</summary>
    public static Meaning Of(Question question, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(vocabulary);
        if (vocabulary.Concepts.Count == 0)
        {
            return new Meaning(question, []);
        }

        var widening = new Widening(vocabulary);
        return new Meaning(question with { Root = widening.Of(question.Root) }, widening.Notes);
    }

    private sealed class Widening(Vocabulary vocabulary)
    {
        private int _left = MostInAll;

        public List<string> Notes { get; } = [];

        public Clause Of(Clause clause) => clause switch
        {
            TermClause term when CanWiden(term.Field) => term with { Wordings = OfTerm(term) },
            AndClause all => all with { Parts = [.. all.Parts.Select(Of)] },
            OrClause any => any with { Parts = [.. any.Parts.Select(Of)] },
            NotClause not => not with { Part = Of(not.Part) },
            TimeClause two => two with { Left = Of(two.Left), Right = Of(two.Right) },
            LastingClause lasting => lasting with { Part = Of(lasting.Part) },
            PickClause pick => pick with { Part = Of(pick.Part) },
            _ => clause,
        };

        private static bool CanWiden(string? field) => field is null or "say" or "text" or "logo" or TagKinds.Objects or "tag" or "video";

        private static bool NamesLabels(string? field) => field is TagKinds.Objects or "tag";

        private IReadOnlyList<Wording> OfTerm(TermClause term)
        {
            var concepts = term.Wordings.Select(_ => new List<Concept>()).ToList();
            for (var from = 0; from < term.Wordings.Count; from++)
            {
                var words = new List<WordPattern>();
                for (var to = from; to < term.Wordings.Count && words.Count < vocabulary.Labels.MostWords && CanJoin(term, from, to); to++)
                {
                    words.AddRange(term.Wordings[to].Words);
                    var named = vocabulary.Labels.Named(words);
                    concepts[from..(to + 1)].ForEach(all => all.AddRange(named));
                }
            }

            return [.. term.Wordings.Select((wording, at) => concepts[at] is [] ? wording : Widened(term.Field, wording, concepts[at]))];
        }

        // A phrase in quotes stands alone, and only where labels are looked for.
        private static bool CanJoin(TermClause term, int from, int to) => term.Wordings[to].Words.All(word => word.Match == WordMatch.Stem)
            || from == to && NamesLabels(term.Field) && term.Wordings[to].Words.All(word => word.Match == WordMatch.Exact);

        private Wording Widened(string? field, Wording wording, IEnumerable<Concept> concepts)
        {
            var labels = concepts.SelectMany(vocabulary.WithNarrower).DistinctBy(concept => concept.Id).SelectMany(concept => concept.Labels)
                .Where(label => label.Kind != StatementKind.Mapped || field is null or "logo" || NamesLabels(field)).ToList();
            List<string> classes = [.. wording.Labels];
            var alternatives = new List<Wording>();
            var taken = new HashSet<string> { Folded(wording) };
            foreach (var label in labels)
            {
                var other = Written(label);
                if (field == TagKinds.Objects && ObjectVocabulary.Meant(label.Text) is [_, ..] meant)
                {
                    classes.AddRange(meant);
                }
                else if (taken.Add(Folded(other)))
                {
                    alternatives.Add(other);
                }
            }

            // What was typed stays what it was: where no detector knows it by that name, a word to look for among the labels there are.
            if (classes.Count > 0 && wording.Labels is [])
            {
                alternatives.Insert(0, wording with { At = 0, Length = 0 });
            }

            return wording with { Labels = [.. classes.Distinct()], Alternatives = [.. wording.Alternatives, .. Bounded(wording.Typed, alternatives)] };
        }

        private List<Wording> Bounded(string typed, List<Wording> alternatives)
        {
            var most = Math.Min(MostAlternatives, _left);
            if (alternatives.Count > most)
            {
                Notes.Add($"By the vocabulary, '{typed}' stands for {alternatives.Count} other labels; {(most == 0 ? "none of them is" : most == 1 ? "the first is" : $"the first {most} are")} looked for.");
                alternatives = alternatives[..most];
            }

            _left -= alternatives.Count;
            return alternatives;
        }

        private static Wording Written(ConceptLabel label)
        {
            var languages = Stemmers.Of([label.Language]);
            var match = languages == StemLanguages.None ? WordMatch.Exact : WordMatch.Stem;
            return new Wording(label.Text, [.. Words.In(label.Text).Select(word => new WordPattern(word.Folded, match, 0, languages))]);
        }

        private static string Folded(Wording wording) => string.Join(' ', wording.Words.Select(word => word.Folded));
    }
}
