namespace VideoIndex.Accuracy.Speech;

/// <summary>
/// Words held against words: the fewest that must be replaced, left out or put in (V. Levenshtein, 1966), and which are the same. Among equally few,
/// more words are the same.
/// </summary>
/// <param name="Errors">How many words are wrong, missing or too many.</param>
/// <param name="Same">The pairs of words that are the same, by their places, from the last to the first.</param>
internal sealed record WordMatches(int Errors, IReadOnlyList<(int Said, int Heard)> Same)
{
    public static WordMatches Of(IReadOnlyList<string> said, IReadOnlyList<string> heard)
    {
        var cost = new int[said.Count + 1, heard.Count + 1];
        for (var i = 0; i <= said.Count; i++)
        {
            for (var j = 0; j <= heard.Count; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    cost[i - 1, j - 1] + (said[i - 1] == heard[j - 1] ? 0 : 1), Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
            }
        }

        var (same, row, column) = (new List<(int, int)>(), said.Count, heard.Count);
        while (row > 0 && column > 0)
        {
            if (said[row - 1] == heard[column - 1] && cost[row, column] == cost[row - 1, column - 1])
            {
                same.Add((--row, --column));
            }
            else if (cost[row, column] == cost[row - 1, column - 1] + 1)
            {
                (row, column) = (row - 1, column - 1);
            }
            else if (cost[row, column] == cost[row - 1, column] + 1)
            {
                row--;
            }
            else
            {
                column--;
            }
        }

        return new WordMatches(cost[said.Count, heard.Count], same);
    }

    /// <summary>A word as it is compared: small letters, no punctuation at its ends.</summary>
    public static string Plain(string word) => word.Trim().Trim('.', ',', '!', '?').ToLowerInvariant();
}
