namespace VideoIndex.Tesseract;

/// <summary>What Tesseract is to read.</summary>
public sealed record TesseractOptions
{
    /// <summary>How many languages may be asked for at once: each makes reading slower.</summary>
    public const int MostLanguages = 8;

    private const int LongestName = 32;

    /// <summary>Gets the languages, the likeliest first, as Tesseract's files are called: <c>eng</c>, <c>deu</c>, <c>chi_sim</c>. The default is English.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["eng"];

    /// <summary>Gets the folder of the <c>.traineddata</c> files; null, the default, for the one <c>TESSDATA_PREFIX</c> names, else the system's.</summary>
    public string? Folder { get; init; }

    /// <summary>Reads a setting: ISO 639-2 names with <c>+</c>, a comma or a blank between them.</summary>
    /// <param name="text"><c>eng+deu</c>.</param>
    /// <param name="options">The options; the default ones when the text is not a setting.</param>
    /// <returns>Whether each name could be a language's, and there are 1 to <see cref="MostLanguages"/>. Whether it is installed is not asked.</returns>
    public static bool TryParse(string? text, out TesseractOptions options)
    {
        string[] names = [.. (text ?? "").Split(['+', ',', ' '], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        var valid = names.Length is > 0 and <= MostLanguages && names.All(IsName);
        options = valid ? new TesseractOptions { Languages = [.. names] } : new TesseractOptions();
        return valid;
    }

    // Three letters, then perhaps a script or a variant: it becomes a file's name, so nothing else may be in it.
    private static bool IsName(string name) =>
        name.Length is >= 3 and <= LongestName && name.AsSpan(0, 3).IndexOfAnyExceptInRange('a', 'z') < 0
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
