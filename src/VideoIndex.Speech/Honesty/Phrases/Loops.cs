namespace VideoIndex.Speech.Honesty.Phrases;

/// <summary>Finds what is said over and over without a pause between.</summary>
internal static class Loops
{
    private const int LongestUnit = 120;

    /// <summary>Something said several times in a row.</summary>
    /// <param name="First">Where it begins, in letters.</param>
    /// <param name="Length">How many letters it is in all.</param>
    /// <param name="Unit">How many letters are said over and over.</param>
    public readonly record struct Run(int First, int Length, int Unit)
    {
        /// <summary>Gets how many times it is said, the last maybe only in part.</summary>
        public double Times => (double)Length / Unit;
    }

    /// <summary>Finds the longest run; of equally long ones that of the smallest unit.</summary>
    /// <param name="letters">The letters of a text.</param>
    /// <param name="times">How many times something has to be said.</param>
    /// <returns>The run; empty where nothing is said so often.</returns>
    public static Run Longest(string letters, int times)
    {
        var longest = default(Run);
        for (var unit = 1; unit <= Math.Min(LongestUnit, letters.Length / times); unit++)
        {
            var same = 0;
            for (var i = unit; i < letters.Length; i++)
            {
                same = letters[i] == letters[i - unit] ? same + 1 : 0;
                if (same + unit >= unit * times && same + unit > longest.Length)
                {
                    longest = new(i + 1 - same - unit, same + unit, unit);
                }
            }
        }

        return longest;
    }
}
