namespace VideoIndex.Search.Stemming.Languages;

/// <summary>Endings that make one word of another, in Romance languages: <c>-acion</c>, <c>-mente</c>.</summary>
internal sealed class DerivedEndings
{
    private readonly Dictionary<string, Rule> _rules = [];
    private readonly string[] _endings;

    /// <summary>Makes the list of a language.</summary>
    public DerivedEndings(params Rule[] rules)
    {
        foreach (var rule in rules)
        {
            foreach (var ending in Endings.Of(rule.Endings))
            {
                _rules.Add(ending, rule);
            }
        }

        _endings = Endings.Of(string.Join(' ', _rules.Keys));
    }

    /// <summary>The region an ending must lie in.</summary>
    internal enum Region
    {
        /// <summary>RV.</summary>
        Rv,

        /// <summary>R1.</summary>
        R1,

        /// <summary>R2.</summary>
        R2,
    }

    /// <summary>Takes the longest of the endings off that the word has, where it lies in its region, and says whether.</summary>
    public bool TryTake(Letters word, Regions regions)
    {
        var ending = word.Ending(_endings);
        if (ending.Length == 0)
        {
            return false;
        }

        var rule = _rules[ending];
        var from = rule.In switch { Region.Rv => regions.Rv, Region.R1 => regions.R1, _ => regions.R2 };
        if (word.Before(ending) < from || rule.After is { } before && !word.Ends(before + ending))
        {
            return false;
        }

        word.Replace(ending, rule.By);
        foreach (var chain in rule.Then)
        {
            var links = chain.Split(' ');
            if (word.TryCut(links[0], regions.R2))
            {
                _ = links is [_, var next] && word.TryCut(next, regions.R2);
                break;
            }
        }

        return true;
    }

    /// <summary>What is done with some endings.</summary>
    /// <param name="Endings">The endings, with spaces between them.</param>
    /// <param name="In">The region they must lie in.</param>
    /// <param name="By">What stands in their place afterwards.</param>
    /// <param name="Then">What is taken off next, the first that is there and in R2: <c>"iv at"</c> is iv, and then at.</param>
    internal sealed record Rule(string Endings, Region In, string By = "", params string[] Then)
    {
        /// <summary>Gets what must stand before it; null for anything.</summary>
        public string? After { get; init; }
    }
}
