namespace VideoIndex.Tesseract;

/// <summary>Finds which languages are installed.</summary>
internal static class TrainedLanguages
{
    private const string Suffix = ".traineddata";

    /// <summary>Returns the folder of the languages' files: the one named, else <c>TESSDATA_PREFIX</c>'s, else where systems keep it; null when there is none.</summary>
    public static string? FindFolder(string? named)
    {
        var prefix = Environment.GetEnvironmentVariable("TESSDATA_PREFIX");
        return Candidates(named ?? (string.IsNullOrEmpty(prefix) ? null : prefix))
            .FirstOrDefault(folder => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*" + Suffix).Any());
    }

    /// <summary>Returns whether a folder holds a language.</summary>
    public static bool Has(string folder, string language) => File.Exists(Path.Combine(folder, language + Suffix));

    /// <summary>Returns the Debian package of a language: <c>tesseract-ocr-chi-sim</c> for <c>chi_sim</c>.</summary>
    public static string PackageOf(string language) => "tesseract-ocr-" + language.ToLowerInvariant().Replace('_', '-');

    private static IEnumerable<string> Candidates(string? named)
    {
        if (named is not null)
        {
            return [named, Path.Combine(named, "tessdata")];
        }

        const string Debian = "/usr/share/tesseract-ocr";
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return versions.OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "tessdata"))
            .Concat(["/usr/share/tessdata", "/usr/local/share/tessdata", "/opt/homebrew/share/tessdata"]);
    }
}
