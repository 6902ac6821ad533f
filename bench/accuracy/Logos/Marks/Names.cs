namespace VideoIndex.Accuracy.Logos.Marks;

/// <summary>Words that can be spoken and mean nothing.</summary>
internal static class Names
{
    private static readonly string[] Starts = ["B", "BR", "D", "DR", "F", "FL", "G", "H", "J", "K", "KR", "L", "M", "N", "P", "QU", "R", "S", "SK", "T", "TR", "V", "W", "Z", "X", "Y"];
    private static readonly string[] Middles = ["A", "E", "I", "O", "U", "AI", "EO", "IA", "OU"];
    private static readonly string[] Ends = ["", "", "N", "R", "L", "X", "S", "M", "NT", "RK", "Z", "VE"];

    /// <summary>Returns a word of three to eight capitals.</summary>
    public static string Any(Random random)
    {
        var (word, length) = ("", random.Next(3, 8));
        while (word.Length < length)
        {
            word += Starts[random.Next(Starts.Length)] + Middles[random.Next(Middles.Length)] + Ends[random.Next(Ends.Length)];
        }

        return word[..Math.Min(8, word.Length)];
    }

    /// <summary>Returns one to three capitals.</summary>
    public static string Initials(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => (char)('A' + random.Next(26))));
}
