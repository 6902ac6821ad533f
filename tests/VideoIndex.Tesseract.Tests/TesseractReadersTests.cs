namespace VideoIndex.Tesseract.Tests;

public sealed class TesseractReadersTests : IDisposable
{
    private readonly DirectoryInfo _empty = Directory.CreateTempSubdirectory("videoindex-test-");

    public void Dispose() => _empty.Delete(recursive: true);

    [TesseractFact]
    public void A_language_that_is_not_installed_is_named_and_the_others_are_read()
    {
        using var readers = new TesseractReaders(new TesseractOptions { Languages = ["eng", "xyz", "qaa_vert"] });

        Assert.Null(readers.Missing);
        Assert.Equal(
            [
                "Tesseract does not have the language 'xyz': apt-get install tesseract-ocr-xyz",
                "Tesseract does not have the language 'qaa_vert': apt-get install tesseract-ocr-qaa-vert",
            ],
            readers.Notes);
        using var reader = readers.Open();
        Assert.Equal("tesseract eng", reader.Origin.Name);
    }

    [TesseractFact]
    public void Where_no_language_is_installed_it_says_what_to_install()
    {
        using var readers = new TesseractReaders(new TesseractOptions { Languages = ["xyz", "zyx"], Folder = _empty.FullName });

        Assert.Equal(
            "Tesseract has none of the languages asked for (xyz, zyx), so words on the screen are not read: apt-get install tesseract-ocr-xyz tesseract-ocr-zyx",
            readers.Missing);
        Assert.Equal(readers.Missing, Assert.Throws<InvalidOperationException>(readers.Open).Message);
    }

    [TesseractFact]
    public void A_damaged_language_is_a_sentence_and_no_crash()
    {
        File.WriteAllText(Path.Combine(_empty.FullName, "eng.traineddata"), "not one at all");
        using var readers = new TesseractReaders(new TesseractOptions { Folder = _empty.FullName });

        Assert.Equal($"Tesseract cannot read its languages in {_empty.FullName}: reinstall tesseract-ocr-eng.", readers.Missing);
    }

    [TesseractFact]
    public void Each_reader_is_another_one()
    {
        using var readers = new TesseractReaders(new TesseractOptions());
        using var one = readers.Open();
        using var other = readers.Open();

        Assert.NotSame(one, other);
    }

    [Theory]
    [InlineData("eng", "eng")]
    [InlineData("eng+deu", "eng deu")]
    [InlineData(" deu, eng ,deu", "deu eng")]
    [InlineData("chi_sim+osd", "chi_sim osd")]
    public void A_setting_is_a_list_of_names(string text, string names)
    {
        Assert.True(TesseractOptions.TryParse(text, out var options));
        Assert.Equal(names, string.Join(' ', options.Languages));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" + ")]
    [InlineData("english!")]
    [InlineData("en")]
    [InlineData("ENG")]
    [InlineData("../../etc/passwd")]
    [InlineData("eng+./x")]
    [InlineData("aaa+bbb+ccc+ddd+eee+fff+ggg+hhh+iii")]
    public void Anything_else_is_none(string? text)
    {
        Assert.False(TesseractOptions.TryParse(text, out var options));
        Assert.Equal(["eng"], options.Languages);
    }
}
