using VideoIndex.Tags;

namespace VideoIndex.Speech.Honesty;

/// <summary>
/// What a probability that a model gives a word is worth: how often such words are right. A rising line through measured points, found by pooling
/// neighbours that do not rise (M. Ayer and others, "An empirical distribution function for sampling with incomplete information", 1955).
/// </summary>
public sealed class Calibration
{
    private readonly double[] _probabilities;
    private readonly double[] _shares;

    private Calibration(double[] probabilities, double[] shares) => (_probabilities, _shares) = (probabilities, shares);

    /// <summary>Gets the one that takes a model at its word.</summary>
    public static Calibration None { get; } = new([0, 1], [0, 1]);

    /// <summary>Finds it from words of which it is known whether they were right.</summary>
    /// <param name="words">The probability the model gave, 0 to 1, and whether the word was right.</param>
    /// <param name="atLeast">How many words a point is made of at least; fewer would measure chance.</param>
    /// <returns>The calibration; <see cref="None"/> where there are not enough words for two points.</returns>
    public static Calibration Fit(IEnumerable<(double Probability, bool Right)> words, int atLeast = 50)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(atLeast);
        var pools = new List<(double Sum, double Right, int Count)>();
        foreach (var chunk in words.OrderBy(word => word.Probability).Chunk(atLeast).Where(chunk => chunk.Length == atLeast))
        {
            pools.Add((chunk.Sum(word => word.Probability), chunk.Count(word => word.Right), chunk.Length));
            while (pools.Count > 1 && Share(pools[^1]) <= Share(pools[^2]))
            {
                var (last, before) = (pools[^1], pools[^2]);
                pools.RemoveRange(pools.Count - 2, 2);
                pools.Add((last.Sum + before.Sum, last.Right + before.Right, last.Count + before.Count));
            }
        }

        return pools.Count < 2 ? None : new([.. pools.Select(pool => pool.Sum / pool.Count)], [.. pools.Select(Share)]);
    }

    /// <summary>Says how sure to be.</summary>
    /// <param name="probability">What the model says, 0 to 1; what lies outside is moved to its edge.</param>
    public Confidence Of(double probability)
    {
        var above = Array.FindIndex(_probabilities, point => point >= probability);
        if (above <= 0)
        {
            return new(Math.Clamp(above == 0 ? _shares[0] : _shares[^1], 0, 1));
        }

        var (low, high) = (_probabilities[above - 1], _probabilities[above]);
        var way = high > low ? (probability - low) / (high - low) : 1;
        return new(Math.Clamp(_shares[above - 1] + (way * (_shares[above] - _shares[above - 1])), 0, 1));
    }

    /// <summary>Measures how far off it is: the mean distance of what it says from how often that is right, in ten bins of equal width.</summary>
    /// <param name="words">The probability the model gave, and whether the word was right: other words than it was found from.</param>
    public double ExpectedError(IReadOnlyCollection<(double Probability, bool Right)> words) => words
        .Select(word => (Sure: Of(word.Probability).Value, word.Right))
        .GroupBy(word => Math.Min(9, (int)(word.Sure * 10)))
        .Sum(bin => Math.Abs(bin.Sum(word => word.Sure) - bin.Count(word => word.Right))) / Math.Max(1, words.Count);

    private static double Share((double Sum, double Right, int Count) pool) => pool.Right / pool.Count;
}
