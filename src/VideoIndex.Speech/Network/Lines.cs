namespace VideoIndex.Speech.Network;

/// <summary>
/// Sequences laid in lines, a window each, all as long as the longest: how those that listen to one window share its keys and values. A place that no
/// sequence has is filled with another of its window, and what comes of it is dropped.
/// </summary>
internal sealed class Lines
{
    /// <summary>Lays sequences out.</summary>
    /// <param name="windows">The window of each sequence, from 0.</param>
    /// <param name="count">How many windows there are; each has a sequence at least.</param>
    public Lines(int[] windows, int count)
    {
        var lengths = new int[count];
        var ranks = Array.ConvertAll(windows, window => lengths[window]++);
        (Count, Length) = (count, count == 0 ? 0 : lengths.Max());
        Sequences = new long[Count * Length];
        Places = new long[windows.Length];
        for (var i = windows.Length - 1; i >= 0; i--)
        {
            var line = windows[i] * Length;
            Places[i] = line + ranks[i];
            Sequences.AsSpan(line + ranks[i], ranks[i] == lengths[windows[i]] - 1 ? Length - ranks[i] : 1).Fill(i);
        }
    }

    /// <summary>Gets how many lines there are.</summary>
    public int Count { get; }

    /// <summary>Gets how many places each has.</summary>
    public int Length { get; }

    /// <summary>Gets the sequence of each place, line by line.</summary>
    public long[] Sequences { get; }

    /// <summary>Gets the place of each sequence.</summary>
    public long[] Places { get; }
}
