namespace VideoIndex.Sqlite.Postings.Cursors;

/// <summary>Scores by BM25 with k1 1.2 and b 0.75 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009); the weight of a word is ln(1 + (N - n + 1/2) / (n + 1/2)).</summary>
internal sealed class Weighing
{
    private const float K1 = 1.2F;
    private const float B = 0.75F;

    private readonly float[] _lengths = new float[Coding.ListWriter.MostInPair + 1];
    private readonly float _average;
    private readonly long _things;

    /// <param name="things">How many things there are.</param>
    /// <param name="average">How many words they have on average.</param>
    public Weighing(long things, float average)
    {
        (_things, _average) = (things, average);
        for (var words = 0; words < _lengths.Length; words++)
        {
            _lengths[words] = Length(words);
        }
    }

    /// <summary>Returns how much a word says that some things have.</summary>
    public float WeightOf(long things) => (K1 + 1) * (float)Math.Log(1 + ((Math.Max(_things - things, 0) + 0.5) / (things + 0.5)));

    /// <summary>Returns the weight of a word that says so much.</summary>
    public static float WeightOf(double idf) => (K1 + 1) * (float)idf;

    /// <summary>Returns the score of a thing.</summary>
    /// <param name="weight">The weight of the word.</param>
    /// <param name="times">How often the thing has it.</param>
    /// <param name="words">How many words the thing has.</param>
    public float Score(float weight, int times, int words) => weight * times / (times + (words < _lengths.Length ? _lengths[words] : Length(words)));

    /// <summary>Returns the best score that pairs of times and words allow.</summary>
    /// <param name="weight">The weight of the word.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="most">How often a thing has the word at most.</param>
    public float Bound(float weight, ReadOnlySpan<ushort> pairs, int most = int.MaxValue)
    {
        var best = 0F;
        foreach (var pair in pairs)
        {
            var (times, words) = (pair >> 8, pair & 0xFF);
            best = Math.Max(best, times == Coding.ListWriter.MostInPair ? weight : Score(weight, Math.Min(times, most), words));
        }

        return best;
    }

    private float Length(int words) => K1 * (1 - B + (B * words / _average));
}
