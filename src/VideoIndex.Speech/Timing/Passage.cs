using VideoIndex.Timing;

namespace VideoIndex.Speech.Timing;

/// <summary>What a model says between two of its own time marks. Its times count from the beginning of the sound.</summary>
public sealed class Passage
{
    // Marks lie 20 ms apart, windows begin at hundredths, and the rules halve such times once: so all times are whole numbers of this.
    private const int Grid = 200;

    /// <summary>Gets its tokens, time marks and all; none where it was emptied.</summary>
    public required IReadOnlyList<int> Tokens { get; set; }

    /// <summary>Gets its text: what its tokens below the end mark write.</summary>
    public required string Text { get; set; }

    /// <summary>Gets when it begins, in seconds.</summary>
    public required double Start { get; set; }

    /// <summary>Gets when it ends, in seconds; not before it begins, unless the model contradicts itself.</summary>
    public required double End { get; set; }

    /// <summary>Gets its words; empty where words were not asked for.</summary>
    public IReadOnlyList<TimedWord> Words { get; set; } = [];

    /// <summary>Gets the time as an exact fraction of a second.</summary>
    public static MediaTime Exact(double seconds) => new(new Rational((long)Math.Round(seconds * Grid), Grid));

    /// <summary>Gets a span of exact fractions; one that would end before it begins is empty.</summary>
    public static MediaSpan Exact(double start, double end) => new(Exact(start), Exact(Math.Max(start, end)));
}
