using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Onnx.Binding;
using VideoIndex.ScreenText;
using VideoIndex.Vision.ScreenText.Reading;

namespace VideoIndex.Onnx.Tests.ScreenText;

public sealed class ModelTextReaderTests : IDisposable
{
    private readonly ModelTextReaders _readers = Readers(TextCatalogue.All);

    public void Dispose() => _readers.Dispose();

    [OnnxTheory]
    [InlineData("Breaking news from London", "DejaVu Sans")]
    [InlineData("ARSENAL 2 CHELSEA 1", "DejaVu Sans")]
    [InlineData("Gate 47 departures", "DejaVu Serif")]
    [InlineData("Director of Photography", "DejaVu Sans Mono")]
    public async Task A_line_is_read_word_for_word(string text, string font)
    {
        using var reader = _readers.Open();

        Assert.Equal(text, Text(reader.Read(await DrawnCrop.OfAsync(text, font))));
    }

    [OnnxFact]
    public async Task Words_are_told_where_they_stand_and_in_which_language()
    {
        using var reader = _readers.Open();
        var words = reader.Read(await DrawnCrop.OfAsync("left middle right"));

        Assert.Equal(3, words.Count);
        Assert.All(words, word => Assert.Equal("eng", word.Language));
        Assert.All(words, word => Assert.InRange(word.Height, 30, 58));
        Assert.InRange(words[0].Left, CropShape.Margin - 4, CropShape.Margin + 8);
        Assert.True(words[0].Left + words[0].Width < words[1].Left && words[1].Left + words[1].Width < words[2].Left);
    }

    [OnnxFact]
    public async Task A_line_that_stands_on_its_head_is_turned_and_its_words_are_told_where_they_are()
    {
        using var reader = _readers.Open();
        var upright = reader.Read(await DrawnCrop.OfAsync("Western Railway Station"));
        var crop = DrawnCrop.Turned(await DrawnCrop.OfAsync("Western Railway Station"));

        var turned = reader.Read(crop);

        Assert.Equal("Western Railway Station", Text(turned));
        Assert.Equal(upright.Select(word => crop.Width - word.Left - word.Width), turned.Select(word => word.Left));
    }

    [OnnxFact]
    public async Task A_line_as_long_as_any_is_read_to_its_end()
    {
        const string Text = "the quick brown fox jumps over the lazy dog while seven wizards make toxic brew for the evil queen and her friends from the north";
        using var reader = _readers.Open();

        Assert.Equal(Text, ModelTextReaderTests.Text(reader.Read(await DrawnCrop.OfAsync(Text))));
    }

    [OnnxTheory]
    [InlineData(1, 1, 0)]
    [InlineData(8, 8, 255)]
    [InlineData(3, 4000, 128)]
    [InlineData(4000, 3, 128)]
    [InlineData(5000, 40, 255)]
    [InlineData(1200, 120, 255)]
    [InlineData(2100, 2000, 0)]
    public void A_picture_without_words_has_none(int width, int height, byte shade)
    {
        using var reader = _readers.Open();

        Assert.Empty(reader.Read(new GrayPicture(width, height, [.. Enumerable.Repeat(shade, width * height)])));
    }

    [OnnxFact]
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

    [OnnxFact]
    public async Task Several_threads_read_the_same_with_readers_of_their_own()
    {
        string[] texts = ["Parliament Square", "Gate 47", "ARSENAL 2 CHELSEA 1", "Director of Photography"];
        var crops = await Task.WhenAll(texts.Select(text => DrawnCrop.OfAsync(text)));

        var read = await Task.WhenAll(Enumerable.Range(0, 4).Select(first => Task.Run(() =>
        {
            using var reader = _readers.Open();
            return Enumerable.Range(first, 12).Select(at => (at % 4, Text(reader.Read(crops[at % 4])))).ToList();
        })));

        Assert.All(read.SelectMany(one => one), one => Assert.Equal(texts[one.Item1], one.Item2));
    }

    [OnnxFact]
    public async Task A_reader_may_be_closed_while_it_reads_and_then_reads_no_more()
    {
        var crop = await DrawnCrop.OfAsync("Parliament Square");
        var reader = _readers.Open();
        var reading = new TaskCompletionSource();
        var endless = Task.Run(() =>
        {
            while (true)
            {
                Assert.Equal("Parliament Square", Text(reader.Read(crop)));
                reading.TrySetResult();
            }
        });
        await Task.WhenAny(reading.Task, endless);
        reader.Dispose();
        reader.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => endless);
    }

    [OnnxFact]
    public async Task Models_stay_open_until_the_last_reader_is_closed()
    {
        var crop = await DrawnCrop.OfAsync("Gate 47");
        var readers = Readers(TextCatalogue.All);
        using var reader = readers.Open();
        readers.Dispose();
        readers.Dispose();

        Assert.Equal("Gate 47", Text(reader.Read(crop)));
        Assert.Throws<ObjectDisposedException>(readers.Open);
    }

    [OnnxFact]
    public void It_says_who_it_is_by_model_version_and_hash()
    {
        using var reader = _readers.Open();

        Assert.Equal(("model", "lines eng", "1-llllllllllll 1-dddddddddddd 1-pppppppppppp"), (reader.Origin.Kind, reader.Origin.Name, reader.Origin.Version));
    }

    [OnnxFact]
    public async Task Lines_are_read_with_the_one_model_alone()
    {
        using var readers = Readers(new TextCatalogue(ModelTasks.TextLines));
        using var reader = readers.Open();

        Assert.Equal("Gate 47", Text(reader.Read(await DrawnCrop.OfAsync("Gate 47"))));
        Assert.Equal(2, readers.Notes.Count);
    }

    private static ModelTextReaders Readers(IModelCatalogue catalogue) =>
        new(catalogue, new OnnxRuntime(new OnnxRuntimeOptions { Library = OnnxLibrary.Path }), new ModelSessionOptions { Providers = ["cpu"] }, ["eng"]);

    private static string Text(IReadOnlyList<ReadWord> words) => string.Join(' ', words.Select(word => word.Text));
}
