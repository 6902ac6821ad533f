namespace VideoIndex.Accuracy.Text.Planting;

/// <summary>Words to plant: some that are in dictionaries, some that only sound so, names, numbers.</summary>
internal static class Words
{
    private static readonly string[] Real =
    [
        "market", "river", "council", "bridge", "winter", "harvest", "station", "record", "minister", "garden", "north", "public", "summer", "final",
        "league", "report", "energy", "office", "school", "morning", "evening", "museum", "island", "harbour", "village", "theatre", "library",
        "weather", "traffic", "budget", "hospital", "festival", "coast", "mountain", "border", "player", "captain", "season", "service", "welcome",
        "future", "history", "science", "nature", "kitchen", "orchestra", "railway", "climate", "election", "interview",
    ];

    private static readonly string[] Starts = ["b", "br", "c", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w"];
    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "ai", "ea", "oo"];
    private static readonly string[] Ends = ["", "n", "r", "l", "s", "nd", "st", "m", "t", "ck"];

    /// <summary>Returns a line of one to five words, in one of the ways lines are written.</summary>
    public static string Line(Random random)
    {
        var words = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Word(random));
        return random.Next(4) switch
        {
            0 => string.Join(' ', words).ToUpperInvariant(),
            1 => string.Join(' ', words.Select(Title)),
            2 => Title(string.Join(' ', words)),
            _ => string.Join(' ', words.Select(Title)) + " " + random.Next(2, 2100),
        };
    }

    /// <summary>Returns a first and a last name.</summary>
    public static string Name(Random random) => Title(Invented(random)) + " " + Title(Invented(random) + Ends[random.Next(1, Ends.Length)]);

    /// <summary>Returns a word of four letters or more.</summary>
    public static string Word(Random random) => random.Next(3) > 0 ? Real[random.Next(Real.Length)] : Invented(random);

    private static string Invented(Random random)
    {
        var word = "";
        while (word.Length < 4)
        {
            word += Starts[random.Next(Starts.Length)] + Middles[random.Next(Middles.Length)] + Ends[random.Next(Ends.Length)];
        }

        return word;
    }

    private static string Title(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
