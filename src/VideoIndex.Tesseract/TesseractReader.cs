using System.Runtime.InteropServices;
using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Tags;

namespace VideoIndex.Tesseract;

/// <summary>Reads single lines with Tesseract's line recogniser (R. Smith, "An Overview of the Tesseract OCR Engine", 2007, and the LSTM of version 4).</summary>
/// <remarks>What it reads in a picture depends on that picture alone. One is used by one thread at a time.</remarks>
public sealed class TesseractReader : ITextReader
{
    // A capital 40 pixels high is 12 points at this resolution, which is what the line finder's limits are made for.
    private const int DotsPerInch = 300;

    // No line of words is this small, and the engine complains of some that are smaller.
    private const int LeastSide = 8;

    // A line as high as a 4K frame and wide: beyond it, reading would take seconds and gigabytes.
    private const int MostPixels = 4_000_000;

    // The crops are dark on light already, so a line that is read badly need not be read again the other way round.
    // And it must not learn from one picture what it says of the next.
    private static readonly (string Name, string Value)[] Settings =
    [
        ("tessedit_do_invert", "0"),
        ("classify_enable_learning", "0"),
    ];

    private readonly string? _onlyLanguage;
    private nint _api;

    private TesseractReader(nint api, string[] languages)
    {
        _api = api;
        _onlyLanguage = languages.Length == 1 ? languages[0] : null;
        Origin = new Origin("model", "tesseract " + string.Join('+', languages), TesseractLibrary.Version!);
    }

    /// <inheritdoc/>
    public Origin Origin { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ReadWord> Read(GrayPicture crop)
    {
        ArgumentNullException.ThrowIfNull(crop);
        ObjectDisposedException.ThrowIf(_api == 0, this);
        if (Math.Min(crop.Width, crop.Height) < LeastSide || (long)crop.Width * crop.Height > MostPixels || IsOneShade(crop.Pixels))
        {
            return [];
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(crop.Pixels.Length, crop.Width * crop.Height, nameof(crop));
        Native.SetImage(_api, Surroundings.Clear(crop).Pixels, crop.Width, crop.Height, bytesPerPixel: 1, bytesPerLine: crop.Width);
        Native.SetResolution(_api, DotsPerInch);
        try
        {
            return Native.Recognize(_api, 0) == 0 ? Words() : [];
        }
        finally
        {
            Native.Clear(_api);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _api, 0) is var api and not 0)
        {
            Native.Delete(api);
        }
    }

    /// <summary>Opens one; null when the languages' files cannot be used.</summary>
    internal static TesseractReader? TryOpen(string folder, string[] languages)
    {
        var api = Native.Create();
        _ = Native.SetVariable(api, "debug_file", "/dev/null"); // what it has to say about odd pictures is no use to anyone
        if (Native.Init(api, folder, string.Join('+', languages), Native.LstmOnly) != 0)
        {
            Native.Delete(api);
            return null;
        }

        foreach (var (name, value) in Settings) // after the start, which forgets them
        {
            _ = Native.SetVariable(api, name, value);
        }

        Native.SetPageMode(api, Native.SingleLine);
        return new TesseractReader(api, languages);
    }

    // The engine reads letters even in a picture that is black throughout.
    private static bool IsOneShade(byte[] pixels) => pixels.Length == 0 || pixels.AsSpan().IndexOfAnyExcept(pixels[0]) < 0;

    private List<ReadWord> Words()
    {
        var words = new List<ReadWord>();
        var results = Native.GetIterator(_api);
        if (results == 0)
        {
            return words;
        }

        try
        {
            do
            {
                if (Word(results) is { } word)
                {
                    words.Add(word);
                }
            }
            while (Native.Next(results, Native.Word) != 0);
        }
        finally
        {
            Native.DeleteIterator(results);
        }

        return words;
    }

    private ReadWord? Word(nint results)
    {
        if (Native.Bounds(Native.Place(results), Native.Word, out var left, out var top, out var right, out var bottom) == 0
            || Text(results) is not { Length: > 0 } text)
        {
            return null;
        }

        var sure = Math.Clamp(Math.Round((double)Native.Percent(results, Native.Word)) / 100, 0, 1);
        var language = _onlyLanguage ?? Marshal.PtrToStringUTF8(Native.Language(results));
        return new ReadWord(text, new Confidence(sure), left, top, right - left, bottom - top, language);
    }

    private static string Text(nint results)
    {
        var text = Native.Text(results, Native.Word);
        try
        {
            return Marshal.PtrToStringUTF8(text)?.Trim() ?? "";
        }
        finally
        {
            Native.DeleteText(text);
        }
    }
}
