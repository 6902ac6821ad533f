namespace VideoIndex.Speech.Timing;

/// <summary>What a model says between two of its own time marks. Its times count from the beginning of the sound.</summary>
/// <remarks>
/// Marks lie 20 ms apart, windows begin at hundredths, and the rules halve such times once: all times are whole numbers of 5 ms.
/// </remarks>
public sealed class Passage
{
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

    /// <summary>Gets the text it had before it was emptied, because it says nothing or lasts no time; empty where it was not.</summary>
    public string EmptiedText { get; private set; } = "";

    /// <summary>Takes its text, its tokens and its words away.</summary>
    public void Empty() => (EmptiedText, Text, Tokens, Words) = (Text, "", [], []);
}
