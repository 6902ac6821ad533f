using VideoIndex.Features;
using VideoIndex.Logos.Recognition;
using VideoIndex.Vision.Features.Codes;

namespace VideoIndex.Vision.Logos;

/// <summary>Sorts codes by which of the codes that show nothing in particular they are nearest to.</summary>
/// <remarks>An inverted file over a coarse quantiser (Sivic and Zisserman 2003), its cells being those of the background codes in Hamming space.</remarks>
public sealed class CodeWords : ICodeWords
{
    // How many cells a code is looked for in.
    private const int Probes = 24;
    private readonly CodeTable _cells = new(CodeBook.Trained.Background);

    /// <inheritdoc/>
    public int Count => _cells.Count;

    /// <inheritdoc/>
    public int WordOf(FeatureCode code)
    {
        Span<NearCode> nearest = stackalloc NearCode[1];
        _cells.Nearest(code, FeatureCode.Bits + 1, nearest);
        return nearest[0].At;
    }

    /// <inheritdoc/>
    public IReadOnlyList<int> Near(FeatureCode code)
    {
        Span<NearCode> nearest = stackalloc NearCode[Probes];
        var found = _cells.Nearest(code, FeatureCode.Bits + 1, nearest);
        var words = new int[found];
        for (var at = 0; at < found; at++)
        {
            words[at] = nearest[at].At;
        }

        return words;
    }
}
