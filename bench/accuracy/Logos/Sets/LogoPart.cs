namespace VideoIndex.Accuracy.Logos.Sets;

/// <summary>What a mark may be used for. A mark belongs to one part, by its name, whatever set it is drawn for.</summary>
internal enum LogoPart
{
    Train,
    Dev,
    Test,
}

/// <summary>Sorts marks into parts.</summary>
internal static class LogoParts
{
    public static LogoPart Parse(string name) => Enum.Parse<LogoPart>(name, ignoreCase: true);

    /// <summary>Returns the name of a mark drawn from a number.</summary>
    public static string NameOf(int number) => $"mark-{number}";

    /// <summary>Returns the part a mark belongs to: half of all are for training, a fifth for development.</summary>
    public static LogoPart Of(string name) => (Hash(name) % 10) switch { < 5 => LogoPart.Train, < 7 => LogoPart.Dev, _ => LogoPart.Test };

    /// <summary>Returns the seed of a mark: numbers side by side give marks that have nothing in common.</summary>
    public static int SeedOf(string name) => (int)(Hash(name + " drawn") & int.MaxValue);

    // FNV-1a: G. Fowler, L. C. Noll, P. Vo (1991); the last step spreads the high bits.
    private static uint Hash(string name)
    {
        var hash = 2166136261;
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * 16777619;
        }

        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        return hash ^ (hash >> 13);
    }
}
