using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Vision.ScreenText.Reading;

namespace VideoIndex.Onnx.Tests.ScreenText;

public sealed class ModelTextReadersTests
{
    private const string NoModel =
        "Words on the screen are not read: no model for it is installed. Run: videoindex models install ppocr-text-lines-en ppocr-text-direction ppocr-text-places-en";

    [Fact]
    public void Where_there_is_no_runtime_it_says_what_to_install()
    {
        using var readers = new ModelTextReaders(
            TextCatalogue.All, new OnnxRuntime(new OnnxRuntimeOptions { Library = "/nowhere/libonnxruntime.so.1" }), new ModelSessionOptions(), ["eng"]);

        Assert.Equal("There is no ONNX Runtime at '/nowhere/libonnxruntime.so.1', so no model can be run.", readers.Missing);
        Assert.Equal(readers.Missing, Assert.Throws<InvalidOperationException>(readers.Open).Message);
    }

    [OnnxFact]
    public void Where_no_model_is_installed_it_says_what_to_run()
    {
        using var readers = new ModelTextReaders(
            new TextCatalogue(), new OnnxRuntime(new OnnxRuntimeOptions { Library = OnnxLibrary.Path }), new ModelSessionOptions(), ["eng"]);

        Assert.Equal(NoModel, readers.Missing);
    }

    [Fact]
    public void Languages_that_are_not_read_are_named()
    {
        using var readers = new ModelTextReaders(TextCatalogue.All, new OnnxRuntime(new OnnxRuntimeOptions()), new ModelSessionOptions(), ["eng", "deu"]);

        Assert.Equal(["The models read English only, not the language 'deu': --text-reader tesseract"], readers.Notes);
    }

    [Theory]
    [InlineData("deu", "The models read the language 'deu' only, not the language 'eng': --text-reader tesseract")]
    [InlineData(null, null)]
    public void A_model_reads_the_language_its_card_says(string? language, string? note)
    {
        using var readers = new ModelTextReaders(Of(language), new OnnxRuntime(new OnnxRuntimeOptions()), new ModelSessionOptions(), ["eng"]);

        Assert.Equal(note is null ? [] : [note], readers.Notes);
    }

    [OnnxTheory]
    [InlineData("deu", "lines deu")]
    [InlineData(null, "lines")]
    public async Task Words_are_of_the_language_the_card_says(string? language, string origin)
    {
        using var readers = new ModelTextReaders(Of(language), new OnnxRuntime(new OnnxRuntimeOptions { Library = OnnxLibrary.Path }), new ModelSessionOptions { Providers = ["cpu"] }, []);
        using var reader = readers.Open();

        Assert.Equal(language, Assert.Single(reader.Read(await DrawnCrop.OfAsync("Parliament"))).Language);
        Assert.Equal(origin, reader.Origin.Name);
    }

    [OnnxFact]
    public void Places_in_whole_looks_are_found_where_a_model_for_them_is_installed()
    {
        var runtime = new OnnxRuntime(new OnnxRuntimeOptions { Library = OnnxLibrary.Path });
        using var all = new ModelTextReaders(TextCatalogue.All, runtime, new ModelSessionOptions { Providers = ["cpu"] }, ["eng"]);
        using var alone = new ModelTextReaders(new TextCatalogue(ModelTasks.TextLines), runtime, new ModelSessionOptions { Providers = ["cpu"] }, ["eng"]);

        Assert.NotNull(all.Places);
        Assert.Null(alone.Places);
    }

    private static TextCatalogue Of(string? language) => new(ModelTasks.TextLines, ModelTasks.TextDirection, ModelTasks.TextPlaces) { Language = language };
}
