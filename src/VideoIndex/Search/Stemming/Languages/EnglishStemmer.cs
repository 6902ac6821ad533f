namespace VideoIndex.Search.Stemming.Languages;

/// <summary>Takes English endings off: the algorithm called Porter2 (M. F. Porter, snowballstem.org, "The English (Porter2) stemming algorithm", with the changes of Snowball 3.0).</summary>
/// <remarks>The steps about apostrophes are left out: no folded word has one.</remarks>
internal sealed class EnglishStemmer : Stemmer
{
    private static readonly Dictionary<string, string> Irregular = new()
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["sky"] = "sky",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    };

    // Words whose first letters are all of them before R1, so that general and generous stay apart.
    private static readonly string[] Starts = ["gener", "commun", "arsen", "past", "univers", "later"];
    private static readonly string[] KeepEed = ["proc", "exc", "succ"];
    private static readonly string[] KeepIng = ["inn", "out", "cann", "herr", "earr", "even"];
    private static readonly string[] Doubles = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"];
    private static readonly string[] OfVerbs = Endings.Of("eed eedly ed edly ing ingly");

    private static readonly Dictionary<string, string> Second = new()
    {
        ["tional"] = "tion",
        ["enci"] = "ence",
        ["anci"] = "ance",
        ["abli"] = "able",
        ["entli"] = "ent",
        ["izer"] = "ize",
        ["ization"] = "ize",
        ["ational"] = "ate",
        ["ation"] = "ate",
        ["ator"] = "ate",
        ["alism"] = "al",
        ["aliti"] = "al",
        ["alli"] = "al",
        ["fulness"] = "ful",
        ["ousli"] = "ous",
        ["ousness"] = "ous",
        ["iveness"] = "ive",
        ["iviti"] = "ive",
        ["biliti"] = "ble",
        ["bli"] = "ble",
        ["ogist"] = "og",
        ["ogi"] = "og",
        ["fulli"] = "ful",
        ["lessli"] = "less",
        ["li"] = "",
    };

    private static readonly Dictionary<string, string> Third = new()
    {
        ["tional"] = "tion",
        ["ational"] = "ate",
        ["alize"] = "al",
        ["icate"] = "ic",
        ["iciti"] = "ic",
        ["ical"] = "ic",
        ["ful"] = "",
        ["ness"] = "",
        ["ative"] = "",
    };

    private static readonly string[] SecondEndings = Endings.Of(string.Join(' ', Second.Keys));
    private static readonly string[] ThirdEndings = Endings.Of(string.Join(' ', Third.Keys));
    private static readonly string[] FourthEndings = Endings.Of("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion");

    /// <inheritdoc/>
    public override StemLanguages Language => StemLanguages.English;

    /// <inheritdoc/>
    private protected override string Stem(Letters word)
    {
        var whole = word.ToString();
        if (word.Length <= 2 || Irregular.TryGetValue(whole, out _))
        {
            return Irregular.GetValueOrDefault(whole, whole);
        }

        for (var at = 0; at < word.Length; at++)
        {
            word[at] = word[at] == 'y' && (at == 0 || word.IsVowel(at - 1)) ? 'Y' : word[at];
        }

        var start = Array.Find(Starts, start => whole.StartsWith(start, StringComparison.Ordinal));
        var r1 = start?.Length ?? word.RegionAfter(0);
        var r2 = word.RegionAfter(r1);
        Plurals(word);
        Verbs(word, r1);
        if (word.Length > 2 && word[word.Length - 1] is 'y' or 'Y' && word.IsConsonant(word.Length - 2))
        {
            word[word.Length - 1] = 'i';
        }

        Derived(word, r1, r2);
        Last(word, r1, r2);
        return word.ToString();
    }

    private static void Plurals(Letters word)
    {
        if (word.Ends("sses"))
        {
            word.Cut(2);
        }
        else if (word.Ends("ied") || word.Ends("ies"))
        {
            word.Cut(word.Length > 4 ? 2 : 1);
        }
        else if (word.Ends("s") && !word.Ends("us") && !word.Ends("ss") && HasVowel(word, word.Length - 2))
        {
            word.Cut();
        }
    }

    private static void Verbs(Letters word, int r1)
    {
        var ending = word.Ending(OfVerbs);
        var before = word.Before(ending);
        if (ending.StartsWith("eed", StringComparison.Ordinal))
        {
            if (before >= r1 && !KeepEed.Any(kept => word.Is(kept + ending)))
            {
                word.Replace(ending, "ee");
            }
        }
        else if (ending == "ing" && before == 2 && word[1] is 'y' or 'Y' && word.IsConsonant(0))
        {
            word.Replace("ying", "ie");
        }
        else if (ending.Length > 0 && HasVowel(word, before) && !(ending == "ing" && KeepIng.Any(kept => word.Is(kept + ending))))
        {
            word.Cut(ending.Length);
            Mend(word, r1);
        }
    }

    // What is left of a verb gets the form it has by itself: hopp is hop, hop is hope.
    private static void Mend(Letters word, int r1)
    {
        if (word.Ends("at") || word.Ends("bl") || word.Ends("iz"))
        {
            word.Replace("", "e");
        }
        else if (word.Ending(Doubles).Length > 0)
        {
            word.Cut(word.Length == 3 && word[0] is 'a' or 'e' or 'o' ? 0 : 1);
        }
        else if (r1 >= word.Length && EndsShort(word, word.Length))
        {
            word.Replace("", "e");
        }
    }

    private static void Derived(Letters word, int r1, int r2)
    {
        var ending = word.Ending(SecondEndings);
        if (ending.Length > 0 && word.Before(ending) >= r1 && (ending switch
        {
            "ogi" => word[word.Before(ending) - 1] == 'l',
            "li" => "cdeghkmnrt".Contains(word[word.Before(ending) - 1]),
            _ => true,
        }))
        {
            word.Replace(ending, Second[ending]);
        }

        ending = word.Ending(ThirdEndings);
        if (ending.Length > 0 && word.Before(ending) >= (ending == "ative" ? Math.Max(r1, r2) : r1))
        {
            word.Replace(ending, Third[ending]);
        }
    }

    private static void Last(Letters word, int r1, int r2)
    {
        var ending = word.Ending(FourthEndings);
        if (ending.Length > 0 && word.Before(ending) >= r2 && (ending != "ion" || word[word.Before(ending) - 1] is 's' or 't'))
        {
            word.Cut(ending.Length);
        }

        var last = word.Length - 1;
        if (word.Ends("e") && (last >= r2 || last >= r1 && !EndsShort(word, last)) || word.Ends("ll") && last >= r2)
        {
            word.Cut();
        }
    }

    private static bool HasVowel(Letters word, int until) => Enumerable.Range(0, Math.Max(0, until)).Any(word.IsVowel);

    // Whether the letters before a place end with a short syllable: rap, and on at the start of a word.
    private static bool EndsShort(Letters word, int end)
    {
        if (!word.IsConsonant(end - 1) || !word.IsVowel(end - 2))
        {
            return end >= 4 && word[end - 4] == 'p' && word[end - 3] == 'a' && word[end - 2] == 's' && word[end - 1] == 't';
        }

        return end == 2 || word.IsConsonant(end - 3) && word[end - 1] is not ('w' or 'x' or 'Y');
    }
}
