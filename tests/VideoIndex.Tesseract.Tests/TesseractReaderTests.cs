using VideoIndex.Looks;
using VideoIndex.ScreenText;

namespace VideoIndex.Tesseract.Tests;

public sealed class TesseractReaderTests : IDisposable
{
    private readonly TesseractReaders _readers = new(new TesseractOptions());

    public void Dispose() => _readers.Dispose();

    [TesseractTheory]
    [InlineData("Breaking news from London", 14, 200, "DejaVu Sans")]
    [InlineData("ARSENAL 2 CHELSEA 1", 20, 200, "DejaVu Sans")]
    [InlineData("Gate 47 departures", 28, 60, "DejaVu Serif")]
    [InlineData("Director of Photography", 48, 120, "DejaVu Sans Mono")]
    public async Task A_line_is_read_word_for_word(string text, int size, int contrast, string font)
    {
        var words = await ReadAsync(new DrawnLine(text, size, contrast, Font: font));

        Assert.Equal(text, string.Join(' ', words.Select(word => word.Text)));
        Assert.All(words, word => Assert.True(word.Confidence.Value > 0.7, $"{word}"));
    }

    [TesseractFact]
    public async Task Words_are_told_where_they_stand_and_in_which_language()
    {
        var words = await ReadAsync(new DrawnLine("left middle right", 40));

        Assert.Equal(3, words.Count);
        Assert.All(words, word => Assert.Equal("eng", word.Language));
        Assert.All(words, word => Assert.InRange(word.Height, 25, 60));
        Assert.True(words[0].Left + words[0].Width < words[1].Left && words[1].Left + words[1].Width < words[2].Left);
    }

    [TesseractFact]
    public async Task A_picture_is_read_the_same_whatever_was_read_before()
    {
        var (first, other) = (await new DrawnLine("Parliament Square", 16, 60).DrawAsync(), await new DrawnLine("entirely different 1234").DrawAsync());
        using var reader = _readers.Open();
        using var fresh = _readers.Open();
        _ = reader.Read(other);

        Assert.Equal(fresh.Read(first), reader.Read(first));
    }

    [TesseractTheory]
    [InlineData(1, 1, 0)]
    [InlineData(8, 8, 0)]
    [InlineData(3, 4000, 128)]
    [InlineData(4000, 3, 128)]
    [InlineData(5000, 40, 0)]
    [InlineData(5000, 40, 255)]
    [InlineData(1200, 120, 0)]
    [InlineData(2100, 2000, 0)]
    public void A_picture_without_words_has_none(int width, int height, byte shade)
    {
        var picture = new byte[(long)width * height];
        Array.Fill(picture, shade);
        using var reader = _readers.Open();

        Assert.Empty(reader.Read(new GrayPicture(width, height, picture)));
    }

    [TesseractFact]
    public void Noise_does_no_harm()
    {
        var random = new Random(4);
        using var reader = _readers.Open();
        foreach (var (width, height) in ((int, int)[])[(40, 8), (333, 77), (1920, 120), (60, 1500), (5000, 40)])
        {
            var picture = new byte[width * height];
            random.NextBytes(picture);

            Assert.All(reader.Read(new GrayPicture(width, height, picture)), word => Assert.InRange(word.Left, 0, width));
        }
    }

    [TesseractFact]
    public void It_says_who_it_is()
    {
        using var reader = _readers.Open();

        Assert.Equal(("model", "tesseract eng", TesseractLibrary.Version), (reader.Origin.Kind, reader.Origin.Name, reader.Origin.Version));
        Assert.Matches(@"^\d+\.\d+", reader.Origin.Version);
    }

    [TesseractFact]
    public void A_reader_that_was_closed_reads_no_more()
    {
        var reader = _readers.Open();
        reader.Dispose();
        reader.Dispose();

        Assert.Throws<ObjectDisposedException>(() => reader.Read(new GrayPicture(9, 9, new byte[81])));
    }

    private async Task<IReadOnlyList<ReadWord>> ReadAsync(DrawnLine line)
    {
        var picture = await line.DrawAsync();
        using var reader = _readers.Open();
        return reader.Read(picture);
    }
}
