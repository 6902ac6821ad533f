using VideoIndex.ScreenText;

namespace VideoIndex.Tesseract;

/// <summary>Opens Tesseract readers, in this process, for the languages asked for as far as they are installed.</summary>
/// <remarks>Safe for use by several threads. A reader takes about 10 MB a language; one may be kept ready until it is asked for.</remarks>
public sealed class TesseractReaders : ITextReaders, IDisposable
{
    private readonly Lazy<string?> _missing;
    private readonly string? _folder;
    private readonly string[] _languages;
    private TesseractReader? _tried;

    /// <summary>Creates them; nothing is loaded until it is asked what is missing.</summary>
    public TesseractReaders(TesseractOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _folder = TrainedLanguages.FindFolder(options.Folder);
        _languages = [.. options.Languages.Where(IsInstalled)];
        Notes = [.. options.Languages.Except(_languages).Select(NotInstalled)];
        _missing = new Lazy<string?>(() => Try(options));
    }

    /// <summary>Gets the languages that are read: those asked for, as far as they are installed.</summary>
    public IReadOnlyList<string> Languages => _languages;

    /// <inheritdoc/>
    public string? Missing => _missing.Value;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is none; <see cref="Missing"/> says why.</exception>
    public ITextReader Open() =>
        Missing is { } missing
            ? throw new InvalidOperationException(missing)
            : Interlocked.Exchange(ref _tried, null) ?? OpenOne() ?? throw new InvalidOperationException(Unreadable);

    /// <summary>Lets go of a reader that was never asked for; those that were opened stay open.</summary>
    public void Dispose() => Interlocked.Exchange(ref _tried, null)?.Dispose();

    private string Unreadable => $"Tesseract cannot read its languages in {_folder}: reinstall {string.Join(' ', _languages.Select(TrainedLanguages.PackageOf))}.";

    // Only opening one proves that there is one: a language's file may be damaged, or made for another version.
    private string? Try(TesseractOptions options)
    {
        if (TesseractLibrary.Version is null)
        {
            return "Tesseract 5 is not installed, so words on the screen are not read: apt-get install tesseract-ocr";
        }

        if (_languages.Length == 0)
        {
            var packages = string.Join(' ', options.Languages.Select(TrainedLanguages.PackageOf));
            return $"Tesseract has none of the languages asked for ({string.Join(", ", options.Languages)}), so words on the screen are not read: apt-get install {packages}";
        }

        _tried = OpenOne();
        return _tried is null ? Unreadable : null;
    }

    private TesseractReader? OpenOne() => TesseractReader.TryOpen(_folder!, _languages);

    private bool IsInstalled(string language) => _folder is not null && TrainedLanguages.Has(_folder, language);

    private static string NotInstalled(string language) =>
        $"Tesseract does not have the language '{language}': apt-get install {TrainedLanguages.PackageOf(language)}";
}
