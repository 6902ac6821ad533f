namespace VideoIndex.Speech.Timing;

/// <summary>A word of a window, and when it is heard there.</summary>
/// <param name="Text">The word, with the space before it where there is one; empty once its text has joined a neighbour's.</param>
/// <param name="Tokens">Its tokens, in order.</param>
/// <param name="Start">When it begins, in seconds.</param>
/// <param name="End">When it ends, in seconds; a word that lasts no time is usual.</param>
/// <param name="Probability">The mean probability of its tokens, 0 to 1.</param>
/// <remarks>Seconds are floating here, and only here: the rules that follow compare and halve them as the official program does.</remarks>
public sealed record TimedWord(string Text, IReadOnlyList<int> Tokens, double Start, double End, double Probability)
{
    /// <summary>Gets how long it lasts, in seconds.</summary>
    public double Length => End - Start;
}
