namespace VideoIndex.Search.Stemming;

/// <summary>Makes lists of endings.</summary>
internal static class Endings
{
    /// <summary>Returns the endings of a list with spaces between them, the longer first, none twice.</summary>
    public static string[] Of(string list) => [.. list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().OrderByDescending(ending => ending.Length)];
}
