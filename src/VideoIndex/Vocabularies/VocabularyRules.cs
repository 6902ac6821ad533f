using VideoIndex.Brands;
using VideoIndex.Metadata;

namespace VideoIndex.Vocabularies;

/// <summary>What a vocabulary may say: how ids, labels and languages are written, and what must hold between its statements.</summary>
public static class VocabularyRules
{
    /// <summary>The most characters (UTF-16 units) of an id or a label.</summary>
    public const int LongestLabel = 200;

    /// <summary>The most characters of a note.</summary>
    public const int LongestNote = 2000;

    /// <summary>The most statements of a vocabulary.</summary>
    public const int MostStatements = 100_000;

    /// <summary>Returns a statement as it is kept: blanks around its parts taken away, single blanks inside, the language in small letters.</summary>
    /// <exception cref="VocabularyException">A part cannot be what it is to be.</exception>
    public static VocabularyStatement Read(VocabularyStatement typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var kind = typed.Kind.Trim().ToLowerInvariant();
        if (!StatementKind.All.Contains(kind))
        {
            throw new VocabularyException("bad-statement", $"'{Short(typed.Kind)}' is no kind of statement. They are {string.Join(", ", StatementKind.All)}.");
        }

        var language = typed.Language.Trim().ToLowerInvariant().Replace('_', '-');
        if (StatementKind.HasLanguage(kind) ? !IsLanguage(language) : language != "")
        {
            throw new VocabularyException("bad-language", language == "" ? $"A label or note of '{Short(typed.Concept)}' has no language." : $"'{Short(typed.Language)}' is no language for {kind}.");
        }

        var text = kind == StatementKind.Broader ? Id(typed.Text) : Text(typed.Text, kind == StatementKind.Note ? LongestNote : LongestLabel);
        if (kind is not (StatementKind.Broader or StatementKind.Note) && FieldText.Folded(text) == "")
        {
            throw new VocabularyException("bad-label", $"The label '{text}' has no letter or digit to be found by.");
        }

        return kind == StatementKind.Noise && typed.Concept.Trim() != ""
            ? throw new VocabularyException("bad-statement", $"A noise label is about no concept, and '{text}' is put under '{Short(typed.Concept)}'.")
            : new VocabularyStatement(kind == StatementKind.Noise ? "" : Id(typed.Concept), kind, language, text);
    }

    /// <summary>Refuses statements that contradict each other.</summary>
    /// <param name="concepts">The concepts, by id.</param>
    /// <exception cref="VocabularyException">They do.</exception>
    public static void Check(IReadOnlyDictionary<string, Concept> concepts)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        var named = new Dictionary<(string Language, string Folded), string>();
        foreach (var concept in concepts.Values)
        {
            CheckLabels(concept, named);
            if (concept.Broader.FirstOrDefault(parent => !concepts.ContainsKey(parent)) is { } unknown)
            {
                throw new VocabularyException("unknown-parent", $"'{concept.Id}' is put under '{unknown}', and there is no such concept.");
            }
        }

        if (FindCycle(concepts) is { } cycle)
        {
            throw new VocabularyException("cycle", $"'{cycle[0]}' would be above itself: {string.Join(" under ", cycle.Append(cycle[0]).Take(6))}{(cycle.Count > 5 ? " ..." : "")}.");
        }
    }

    private static void CheckLabels(Concept concept, Dictionary<(string Language, string Folded), string> named)
    {
        var preferred = concept.Labels.Where(label => label.Kind == StatementKind.Preferred).Select(label => label.Language).ToList();
        if (preferred.Count == 0)
        {
            throw new VocabularyException("no-label", $"The concept '{concept.Id}' has no preferred label.");
        }

        if (preferred.Distinct().Count() < preferred.Count)
        {
            throw new VocabularyException("two-labels", $"The concept '{concept.Id}' has two preferred labels in one language ({preferred.GroupBy(one => one).First(same => same.Count() > 1).Key}).");
        }

        foreach (var label in concept.Labels)
        {
            if (!named.TryAdd((label.Language, FieldText.Folded(label.Text)), concept.Id) && named[(label.Language, FieldText.Folded(label.Text))] is var other && other != concept.Id)
            {
                throw new VocabularyException("label-taken", $"'{label.Text}'{(label.Language == "" ? "" : $" ({label.Language})")} is a label of two concepts, '{other}' and '{concept.Id}'.");
            }
        }
    }

    // Walks up from each concept without recursion: a chain may be as long as the vocabulary.
    private static List<string>? FindCycle(IReadOnlyDictionary<string, Concept> concepts)
    {
        var done = new HashSet<string>();
        foreach (var start in concepts.Keys)
        {
            var (path, next) = (new List<string>(), new Stack<(string Id, int Depth)>([(start, 0)]));
            var onPath = new HashSet<string>();
            while (next.TryPop(out var at))
            {
                foreach (var left in path.Skip(at.Depth))
                {
                    onPath.Remove(left);
                    done.Add(left);
                }

                path.RemoveRange(at.Depth, path.Count - at.Depth);
                if (onPath.Contains(at.Id))
                {
                    return path[path.IndexOf(at.Id)..];
                }

                if (!done.Contains(at.Id))
                {
                    path.Add(at.Id);
                    onPath.Add(at.Id);
                    foreach (var parent in concepts[at.Id].Broader)
                    {
                        next.Push((parent, path.Count));
                    }
                }
            }

            done.UnionWith(path);
        }

        return null;
    }

    private static string Id(string typed)
    {
        var id = typed.Trim();
        return id.Length is > 0 and <= LongestLabel && char.IsLetterOrDigit(id[0]) && id.All(letter => char.IsLetterOrDigit(letter) || "-._~:/?#@!$&+;=%()".Contains(letter))
            ? id
            : throw new VocabularyException("bad-concept", $"'{Short(typed)}' is no id of a concept: letters, digits and -._~:/?#@!$&+;=%(), a letter or digit first, {LongestLabel} at most.");
    }

    private static string Text(string typed, int longest)
    {
        var text = string.Join(' ', typed.Split((char[]?)[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? throw new VocabularyException("bad-label", "A label or note is empty.")
            : text.Length > longest ? throw new VocabularyException("bad-label", $"'{Short(text)}' is longer than {longest} characters.")
            : text.EnumerateRunes().Any(BrandName.IsUnseen) ? throw new VocabularyException("bad-label", $"'{Short(text)}' holds a character that cannot be shown.")
            : text;
    }

    private static bool IsLanguage(string code) => code.Length <= 35
        && code.Split('-') is [{ Length: 2 or 3 } main, .. var rest] && main.All(char.IsAsciiLetterLower) && rest.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));

    // What is shown of a text nobody has looked at yet.
    private static string Short(string text)
    {
        var shown = string.Concat(text.EnumerateRunes().Where(rune => !BrandName.IsUnseen(rune)).Take(40));
        return shown.Length < text.Length ? shown + "..." : shown;
    }
}
