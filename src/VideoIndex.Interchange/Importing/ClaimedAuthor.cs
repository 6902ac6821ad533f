namespace VideoIndex.Interchange.Importing;

/// <summary>Whom a file names as the author of what it says. Nobody can prove it, so the claim is the file's, and the name stands beside it.</summary>
internal static class ClaimedAuthor
{
    /// <summary>Returns the author in a few words; empty where the file names none.</summary>
    public static string Of(params ReadOnlySpan<string?> parts) => string.Join(' ', parts.ToArray().Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Returns how something was found, with whom the file names; null where there is neither.</summary>
    public static string? Beside(string? how, string author) =>
        author == "" ? how : how is null ? Told(author) : $"{how} - {Told(author)}";

    /// <summary>Returns whom the file names as a sentence.</summary>
    public static string Told(string author) => $"The file says that it is by {author}.";
}
