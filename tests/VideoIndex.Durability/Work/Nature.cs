namespace VideoIndex.Durability.Work;

/// <summary>How a job behaves, the same each time it is tried.</summary>
internal enum Nature
{
    /// <summary>It takes up to 20 ms.</summary>
    Normal = 0,

    /// <summary>It fails the first time.</summary>
    Transient,

    /// <summary>It takes longer than a lease, and says how far it is.</summary>
    Slow,

    /// <summary>It finds that the file cannot be read, which is an answer and no failure. Only a probe does.</summary>
    Refuses,

    /// <summary>It fails every time, as if trying again might help.</summary>
    Throws,

    /// <summary>It fails for good.</summary>
    Permanent,

    /// <summary>It takes its whole process down, every time.</summary>
    Crashes,

    /// <summary>It never ends and never moves on.</summary>
    Hangs,
}

/// <summary>How many jobs of ten thousand are of each nature. Three of a hundred are poison.</summary>
internal static class Natures
{
    private static readonly (Nature Nature, int Share)[] Shares =
    [
        (Nature.Throws, 245), (Nature.Permanent, 50), (Nature.Crashes, 2), (Nature.Hangs, 3),
        (Nature.Transient, 800), (Nature.Slow, 30), (Nature.Refuses, 200),
    ];

    public static bool IsPoison(this Nature nature) => nature is Nature.Throws or Nature.Permanent or Nature.Crashes or Nature.Hangs;

    public static Nature Of(ulong hash)
    {
        var place = (int)(hash % 10_000);
        foreach (var (nature, share) in Shares)
        {
            if (place < share)
            {
                return nature;
            }

            place -= share;
        }

        return Nature.Normal;
    }
}
