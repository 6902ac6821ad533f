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
}
