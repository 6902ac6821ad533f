namespace VideoIndex.Tesseract.Tests;

/// <summary>A test that reads with Tesseract, skipped, and saying so, where it is not installed.</summary>
public sealed class TesseractFactAttribute : FactAttribute
{
    public TesseractFactAttribute() => Skip = Installed.Missing;
}

/// <summary>A test that reads with Tesseract, one case a row.</summary>
public sealed class TesseractTheoryAttribute : TheoryAttribute
{
    public TesseractTheoryAttribute() => Skip = Installed.Missing;
}

internal static class Installed
{
    public static string? Missing { get; } = Ask();

    private static string? Ask()
    {
        using var readers = new TesseractReaders(new TesseractOptions());
        return readers.Missing;
    }
}
