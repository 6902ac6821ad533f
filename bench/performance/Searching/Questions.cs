namespace VideoIndex.Performance.Searching;

/// <summary>Asks both sides the same, word by word, side by side.</summary>
internal sealed class Questions(PostingSide postings, FtsSide fts)
{
    private readonly Dictionary<string, long> _things = [];
    private readonly Random _random = new(3);

    /// <summary>Asks, and prints.</summary>
    /// <param name="rounds">How many words of each frequency.</param>
    public void Ask(int rounds)
    {
        SearchBench.Print($"| words of about | ranked 20: postings | by stem | FTS5 | first 20: postings | by stem | FTS5 | count by video: postings | FTS5 |");
        SearchBench.Print($"|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, words) in Classes(rounds))
        {
            var few = words.Take(Things(words[0]) > 300_000 ? 3 : 12).ToArray(); // FTS5 takes seconds
            Warm(words);
            SearchBench.Print(
                $"| {name} | {Each(words, word => postings.Best(word))} | {Each(words, word => postings.BestStem(word))} | {Each(few, word => fts.Best(word))} | {Each(words, word => postings.First(word))} | {Each(words, word => postings.FirstStem(word))} | {Each(words, word => fts.First(word))} | {Each(words, word => postings.Count(word))} | {Each(few, word => fts.Count(word))} |");
        }

        AskTwo(rounds);
        Join(rounds);
    }

    private void AskTwo(int rounds)
    {
        var top = Enumerable.Range(0, rounds).Select(_ => (One: SpokenLibrary.Word(_random.Next(50)), Next: SpokenLibrary.Word(_random.Next(50)))).ToArray();
        var middle = Enumerable.Range(0, rounds).Select(_ => (One: Near(10_000), Next: Near(10_000))).ToArray();
        var starts = Enumerable.Range(0, rounds).Select(_ => SpokenLibrary.Word(SpokenLibrary.Rank(_random))[..3]).ToArray();
        Both("phrase of two of the 50 commonest, all", top, pair => postings.Phrase(pair.One, pair.Next), pair => fts.Phrase(pair.One, pair.Next));
        Both("phrase of two in 10,000, all", middle, pair => postings.Phrase(pair.One, pair.Next), pair => fts.Phrase(pair.One, pair.Next));
        Both("both of two in 10,000, all", middle, pair => postings.All(pair.One, pair.Next), pair => fts.All(pair.One, pair.Next));
        Both("both of two of the 50 commonest, first 20", top, pair => postings.First(pair.One, pair.Next), pair => fts.First(pair.One, pair.Next));
        Both("starts with three letters, first 20", starts, start => postings.Prefix(start), start => fts.Prefix(start));
    }

    private void Join(int rounds)
    {
        foreach (var (left, right) in ((int, int)[])[(1000, 1000), (10_000, 10_000), (100_000, 100_000)])
        {
            var pairs = Enumerable.Range(0, Math.Min(rounds, 20)).Select(_ => (One: Near(left), Next: Near(right))).ToArray();
            Both($"{left:n0} within 5 s of {right:n0}", pairs, pair => postings.Join(pair.One, pair.Next), pair => fts.Join(pair.One, pair.Next));
        }

        var rare = Enumerable.Range(0, Math.Min(rounds, 20)).Select(_ => (One: Near(65), Next: Near(100_000))).ToArray();
        Both("65 within 5 s of 100,000", rare, pair => postings.Join(pair.One, pair.Next), pair => fts.JoinRare(pair.One, pair.Next));
    }

    private static void Both<T>(string name, T[] asked, Func<T, long> ours, Func<T, long> theirs)
    {
        var (one, other) = (asked.Sum(ours), asked.Sum(theirs)); // warms, and tells whether they find alike
        SearchBench.Print($"{name}: postings {Each(asked, ours)}, FTS5 {Each(asked, theirs)}; found {one:n0} and {other:n0}");
    }

    private IEnumerable<(string Name, string[] Words)> Classes(int rounds)
    {
        yield return ("any", [.. Enumerable.Range(0, 10 * rounds).Select(_ => SpokenLibrary.Word(SpokenLibrary.Rank(_random)))]);
        foreach (var things in (int[])[1000, 10_000, 100_000])
        {
            yield return ($"{things:n0} things", [.. Enumerable.Range(0, rounds).Select(_ => Near(things)).Distinct()]);
        }

        yield return ("the 5 commonest", [.. Enumerable.Range(0, 5).Select(SpokenLibrary.Word)]);
    }

    // A word that about so many things have: the rank is where Zipf says, give or take a tenth. The very last word is no rare one: all tags end there that would go beyond.
    private string Near(int things)
    {
        var (low, high) = (0, SpokenLibrary.Vocabulary - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Things(SpokenLibrary.Word(middle)) > things ? (middle + 1, high) : (low, middle);
        }

        var around = Math.Max(1, low / 10);
        return SpokenLibrary.Word(Math.Clamp(low - around + _random.Next(2 * around), 0, SpokenLibrary.Vocabulary - 2));
    }

    private long Things(string word) => _things.TryGetValue(word, out var known) ? known : _things[word] = postings.Count(word);

    private void Warm(string[] words)
    {
        foreach (var word in words.Take(20))
        {
            _ = postings.Best(word) + postings.First(word) + postings.BestStem(word) + fts.First(word);
        }
    }

    private static string Each<T>(IEnumerable<T> asked, Func<T, long> question) => Timing.Of(asked.Select(one => new Action(() => question(one)))).Text();

    private static string Each<T>(IEnumerable<T> asked, Func<T, int> question) => Each(asked, one => (long)question(one));
}
