using VideoIndex.Performance.Searching;

namespace VideoIndex.Performance.Answering;

/// <summary>Words by how many moments say them, as the library itself counts.</summary>
internal sealed class AskedWords(Asking asking)
{
    private readonly Random _random = new(3);
    private readonly Dictionary<int, long> _totals = [];

    /// <summary>Returns different words that about so many moments say.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(int moments, int most)
    {
        var (low, high) = (0, SpokenLibrary.Vocabulary - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = await TotalAsync(middle).ConfigureAwait(false) > moments ? (middle + 1, high) : (low, middle);
        }

        var around = Math.Max(most, low / 10); // a rank is near the next
        var first = Math.Clamp(low - (around / 2), 0, SpokenLibrary.Vocabulary - around);
        return [.. Enumerable.Range(first, around).OrderBy(_ => _random.Next()).Take(most).Select(SpokenLibrary.Word)];
    }

    /// <summary>Returns the commonest words, the commonest first.</summary>
    public static IReadOnlyList<string> Commonest(int most) => [.. Enumerable.Range(0, most).Select(SpokenLibrary.Word)];

    private async Task<long> TotalAsync(int rank) =>
        _totals.TryGetValue(rank, out var known) ? known : _totals[rank] = await asking.TotalAsync("say:" + SpokenLibrary.Word(rank)).ConfigureAwait(false);
}
