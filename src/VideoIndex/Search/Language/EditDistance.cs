namespace VideoIndex.Search.Language;

/// <summary>How far apart two words are: the letters to be added, dropped, changed or swapped with their neighbour, none of them touched twice (optimal string alignment, after Damerau 1964).</summary>
/// <remarks>Letters are code points. Only the diagonals that can still be near enough are looked at (Ukkonen 1985), so that a word costs a few steps a letter.</remarks>
public static class EditDistance
{
    private const int OnStack = 64;

    /// <summary>Returns whether two words are at most so many edits apart.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="most">The most edits, from 0.</param>
    public static bool IsWithin(string one, string other, int most) => Between(one, other, most) <= most;

    /// <summary>Returns how many edits apart two words are; <paramref name="most"/> + 1 where they are farther apart than that.</summary>
    public static int Between(string one, string other, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        if (Math.Abs(one.Length - other.Length) > 2 * most) // a letter has up to two UTF-16 units
        {
            return most + 1;
        }

        var left = one.Length <= OnStack ? stackalloc int[one.Length] : new int[one.Length];
        var right = other.Length <= OnStack ? stackalloc int[other.Length] : new int[other.Length];
        return Between(Letters(one, left), Letters(other, right), most);
    }

    private static ReadOnlySpan<int> Letters(string word, Span<int> letters)
    {
        var count = 0;
        foreach (var letter in word.EnumerateRunes())
        {
            letters[count++] = letter.Value;
        }

        return letters[..count];
    }

    private static int Between(ReadOnlySpan<int> one, ReadOnlySpan<int> other, int most)
    {
        var width = other.Length + 1;
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return most + 1;
        }

        var rows = width <= OnStack ? stackalloc int[3 * OnStack] : new int[3 * width];
        var before = rows[..width];
        var last = rows[width..(2 * width)];
        var row = rows[(2 * width)..(3 * width)];
        for (var column = 0; column < width; column++)
        {
            last[column] = Math.Min(column, most + 1);
        }

        for (var at = 1; at <= one.Length; at++)
        {
            if (Fill(one, other, at, most, before, last, row) > most)
            {
                return most + 1;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[other.Length];
    }

    // Writes the row of the first 'at' letters of one; cells off the band count as too far. Returns its least.
    private static int Fill(ReadOnlySpan<int> one, ReadOnlySpan<int> other, int at, int most, ReadOnlySpan<int> before, ReadOnlySpan<int> last, Span<int> row)
    {
        var far = most + 1;
        row.Fill(far);
        row[0] = Math.Min(at, far);
        var least = row[0];
        var end = Math.Min(other.Length, at + most);
        for (var column = Math.Max(1, at - most); column <= end; column++)
        {
            var changed = last[column - 1] + (one[at - 1] == other[column - 1] ? 0 : 1);
            var edits = Math.Min(changed, 1 + Math.Min(last[column], row[column - 1]));
            if (at > 1 && column > 1 && one[at - 1] == other[column - 2] && one[at - 2] == other[column - 1])
            {
                edits = Math.Min(edits, before[column - 2] + 1);
            }

            row[column] = Math.Min(edits, far);
            least = Math.Min(least, row[column]);
        }

        return least;
    }
}
