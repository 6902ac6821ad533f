using VideoIndex.Features;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Testing;

/// <summary>Holds all codes for one word: every one is compared.</summary>
public sealed class OneWord : ICodeWords
{
    public int Count => 1;

    public int WordOf(FeatureCode code) => 0;

    public IReadOnlyList<int> Near(FeatureCode code) => [0];
}
