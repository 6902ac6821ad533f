using System.Collections.Frozen;

namespace VideoIndex.Objects;

/// <summary>Which classes of things people mean by the words they use.</summary>
/// <remarks>
/// A word stands for a class when it says the same (<c>sofa</c>) or the class is the nearest there is and mostly that (<c>football</c>
/// for <c>sports ball</c>). It does not when a detector cannot tell: <c>woman</c>, <c>taxi</c>. Case, spaces, hyphens and the plural make no difference.
/// </remarks>
public static class ObjectVocabulary
{
    // What each class is called beside its name.
    private static readonly Dictionary<string, string[]> Synonyms = new()
    {
        ["person"] = ["human", "human being", "pedestrian", "people"],
        ["bicycle"] = ["bike", "push bike"],
        ["car"] = ["automobile", "auto", "motorcar"],
        ["motorcycle"] = ["motorbike"],
        ["airplane"] = ["aeroplane", "plane", "aircraft", "jet"],
        ["bus"] = ["autobus", "omnibus"],
        ["train"] = ["railway train"],
        ["truck"] = ["lorry"],
        ["boat"] = ["ship", "vessel"],
        ["traffic light"] = ["traffic signal", "stoplight"],
        ["fire hydrant"] = ["hydrant"],
        ["cat"] = ["kitten"],
        ["dog"] = ["puppy"],
        ["horse"] = ["pony"],
        ["sheep"] = ["lamb"],
        ["cow"] = ["cattle"],
        ["backpack"] = ["rucksack"],
        ["umbrella"] = ["parasol"],
        ["handbag"] = ["purse"],
        ["tie"] = ["necktie"],
        ["suitcase"] = ["luggage", "baggage"],
        ["frisbee"] = ["flying disc"],
        ["skis"] = ["ski"],
        ["sports ball"] = ["ball", "football", "soccer ball", "basketball", "tennis ball", "volleyball", "baseball"],
        ["tennis racket"] = ["racket", "tennis racquet", "racquet"],
        ["wine glass"] = ["glass", "goblet"],
        ["cup"] = ["mug"],
        ["donut"] = ["doughnut"],
        ["couch"] = ["sofa", "settee"],
        ["potted plant"] = ["houseplant", "pot plant"],
        ["dining table"] = ["table", "desk"],
        ["tv"] = ["tv monitor", "television", "television set", "tv set", "telly", "monitor"],
        ["laptop"] = ["laptop computer", "notebook computer"],
        ["mouse"] = ["computer mouse"],
        ["remote"] = ["remote control"],
        ["keyboard"] = ["computer keyboard"],
        ["cell phone"] = ["mobile", "mobile phone", "smartphone", "phone", "telephone"],
        ["microwave"] = ["microwave oven"],
        ["oven"] = ["stove", "cooker"],
        ["refrigerator"] = ["fridge"],
        ["teddy bear"] = ["teddy"],
        ["hair drier"] = ["hair dryer"],
    };

    private static readonly Dictionary<string, string[]> OfKinds = new()
    {
        ["electronics"] = ["electronic device"],
        ["sports equipment"] = ["sports gear"],
        ["household item"] = ["household object"],
    };

    // Classes and kinds whose plural is not made by a rule.
    private static readonly Dictionary<string, string> Plurals = new()
    {
        ["mouse"] = "mice",
        ["computer mouse"] = "computer mice",
        ["knife"] = "knives",
    };

    private static readonly FrozenDictionary<string, string> ByWord = Words(Synonyms, ObjectClasses.Names);
    private static readonly FrozenDictionary<string, string> ByKind = Words(OfKinds, ObjectClasses.Kinds.Keys);

    /// <summary>Returns the classes that words stand for: a class, all those of a kind, in the order of <see cref="ObjectClasses"/>.</summary>
    /// <param name="words">What somebody looks for: <c>sofa</c>, <c>Cars</c>, <c>vehicles</c>.</param>
    /// <returns>Names in use today; empty where no detector knows such a thing.</returns>
    public static IReadOnlyList<string> Meant(string words)
    {
        var key = Key(words);
        return ByWord.TryGetValue(key, out var one) ? [one]
            : ByKind.TryGetValue(key, out var kind) ? ObjectClasses.Kinds[kind]
            : [];
    }

    /// <summary>Returns the name in use today of a class: <c>airplane</c> for <c>aeroplane</c>, <c>tv</c> for <c>tvmonitor</c>.</summary>
    /// <param name="label">A class as a model, a list of labels or a truth set calls it.</param>
    /// <returns>The name; a class of no such list keeps its own, trimmed and in small letters.</returns>
    public static string Today(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return ByWord.TryGetValue(Key(label), out var name) ? name : label.Trim().ToLowerInvariant();
    }

    private static FrozenDictionary<string, string> Words(Dictionary<string, string[]> synonyms, IEnumerable<string> names)
    {
        var words = new Dictionary<string, string>();
        foreach (var name in names)
        {
            foreach (var word in (IEnumerable<string>)[name, .. synonyms.GetValueOrDefault(name, [])])
            {
                words.Add(Key(word), name);
                words.TryAdd(Key(Plural(word)), name);
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Plural(string word) =>
        Plurals.TryGetValue(word, out var own) ? own
        : word.EndsWith('y') && !"aeiou".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "ies"
        : word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es"
        : word + "s";

    private static string Key(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return string.Concat(words.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
    }
}
