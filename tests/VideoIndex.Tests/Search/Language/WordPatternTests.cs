using VideoIndex.Search.Language;
using VideoIndex.Search.Stemming;

namespace VideoIndex.Tests.Search.Language;

public sealed class WordPatternTests
{
    [Theory]
    [InlineData("goal", "goal", true)]
    [InlineData("goal", "goals", false)]
    [InlineData("goal", "goa", false)]
    public void A_word_in_quotes_is_itself_alone(string pattern, string word, bool matches) =>
        Assert.Equal(matches, new WordPattern(pattern).Matches(word));

    [Theory]
    [InlineData("goal", "goals", true)]
    [InlineData("goals", "goal", true)]
    [InlineData("scoring", "scored", true)]
    [InlineData("general", "generous", false)]
    [InlineData("goal", "goalkeeper", false)]
    [InlineData("4k", "4ks", false)]
    public void A_plain_word_may_have_another_ending(string pattern, string word, bool matches) =>
        Assert.Equal(matches, new WordPattern(pattern, WordMatch.Stem).Matches(word));

    [Fact]
    public void Without_a_language_a_plain_word_is_itself() =>
        Assert.False(new WordPattern("goal", WordMatch.Stem, Languages: StemLanguages.None).Matches("goals"));

    [Theory]
    [InlineData("goal", "goal", true)]
    [InlineData("goal", "goalkeeper", true)]
    [InlineData("goal", "goa", false)]
    [InlineData("goal", "ongoal", false)]
    public void A_word_with_a_star_may_go_on(string pattern, string word, bool matches) =>
        Assert.Equal(matches, new WordPattern(pattern, WordMatch.Prefix).Matches(word));

    [Theory]
    [InlineData("gaol", "goal", 1, true)]
    [InlineData("gaol", "goals", 1, false)]
    [InlineData("gaol", "goals", 2, true)]
    [InlineData("goal", "goal", 0, true)]
    [InlineData("goal", "foal", 0, false)]
    [InlineData("ca", "abc", 2, false)] // three edits: what was swapped is not touched again
    [InlineData("a", "", 1, true)]
    public void A_word_with_a_tilde_may_be_misspelt(string pattern, string word, int edits, bool matches) =>
        Assert.Equal(matches, new WordPattern(pattern, WordMatch.Fuzzy, edits).Matches(word));

    [Fact]
    public void Distances_are_those_of_the_whole_table_on_random_words()
    {
        var random = new Random(8);
        for (var round = 0; round < 20_000; round++)
        {
            var (one, other) = (RandomWord(random), RandomWord(random));
            var distance = WholeTable(Letters(one), Letters(other));
            for (var most = 0; most <= 3; most++)
            {
                Assert.Equal((one, other, Math.Min(distance, most + 1)), (one, other, EditDistance.Between(one, other, most)));
            }
        }
    }

    [Fact]
    public void Words_longer_than_any_word_are_compared_too() =>
        Assert.Equal(2, EditDistance.Between(new string('a', 500) + "bc", "x" + new string('a', 500) + "cb", 2));

    [Fact]
    public void Every_word_that_matches_starts_as_the_matcher_says()
    {
        var random = new Random(9);
        for (var round = 0; round < 20_000; round++)
        {
            var word = RandomWord(random);
            var pattern = new WordPattern(RandomWord(random), (WordMatch)random.Next(4), random.Next(3), (StemLanguages)random.Next(256));
            var matcher = new WordMatcher(pattern);
            Assert.True(!matcher.Matches(word) || word.StartsWith(matcher.Start, StringComparison.Ordinal), $"{pattern} finds {word}");
        }
    }

    // Few letters, so that words are near each other; one of them takes two UTF-16 units.
    private static string RandomWord(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => random.GetItems(["a", "e", "s", "d", "\U0001D4B3"], 1)[0]));

    private static int[] Letters(string word) => [.. word.EnumerateRunes().Select(rune => rune.Value)];

    private static int WholeTable(int[] one, int[] other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var row = 0; row <= one.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
            {
                table[row, column] = Math.Max(row, column);
                if (row == 0 || column == 0)
                {
                    continue;
                }

                var changed = table[row - 1, column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                var best = Math.Min(changed, Math.Min(table[row - 1, column], table[row, column - 1]) + 1);
                var swapped = row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
                table[row, column] = swapped ? Math.Min(best, table[row - 2, column - 2] + 1) : best;
            }
        }

        return table[one.Length, other.Length];
    }
}
