using VideoIndex.Features;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Logos.Matching;

/// <summary>An example's codes by the words they may be seen as: made once, for all videos it is looked for in.</summary>
internal sealed class ExampleWords
{
    private readonly int[] _words, _starts, _known;
    private readonly FeatureCode[] _codes;

    private ExampleWords(KnownFeature[] features, List<(int Word, int Known)> entries)
    {
        Features = features;
        var byWord = entries.GroupBy(entry => entry.Word).OrderBy(group => group.Key).ToList();
        _words = [.. byWord.Select(group => group.Key)];
        _known = [.. byWord.SelectMany(group => group.Select(entry => entry.Known))];
        _codes = Array.ConvertAll(_known, known => features[known].Code);
        _starts = new int[_words.Length + 1];
        for (var at = 0; at < byWord.Count; at++)
        {
            _starts[at + 1] = _starts[at] + byWord[at].Count();
        }
    }

    /// <summary>Gets the example's keypoints.</summary>
    public KnownFeature[] Features { get; }

    /// <summary>Gets how many words there are.</summary>
    public int Count => _words.Length;

    /// <summary>Sorts an example's codes.</summary>
    public static ExampleWords Of(KnownExample example, ICodeWords words)
    {
        KnownFeature[] features = [.. example.Features];
        return new ExampleWords(features, [.. features.SelectMany((feature, at) => words.Near(feature.Code).Select(word => (word, at)))]);
    }

    /// <summary>Returns a word; they rise.</summary>
    /// <param name="at">Which, from 0.</param>
    public int WordOf(int at) => _words[at];

    /// <summary>Returns which of the example's keypoints may be seen as that word.</summary>
    /// <param name="at">Which word, from 0.</param>
    public ReadOnlySpan<int> KnownOf(int at) => _known.AsSpan(_starts[at].._starts[at + 1]);

    /// <summary>Returns the codes of those keypoints.</summary>
    /// <param name="at">Which word, from 0.</param>
    public ReadOnlySpan<FeatureCode> CodesOf(int at) => _codes.AsSpan(_starts[at].._starts[at + 1]);
}
