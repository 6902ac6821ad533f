using VideoIndex.Inference;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Catalogue.Checking;
using VideoIndex.Testing.Models;

namespace VideoIndex.Onnx.Tests.Catalogue;

public sealed class OnnxFileTests
{
    public static TheoryData<string, TinyModel> Refused => new()
    {
        { "external-data", new TinyModel { KeepsWeightsElsewhere = true } },
        { "opset-too-new", new TinyModel { Operators = OnnxFile.NewestOperators + 1 } },
        { "opset-too-new", new TinyModel { Format = OnnxFile.NewestFormat + 1 } },
        { "unknown-operators", new TinyModel { Domain = "com.example" } },
        { "malformed-model", new TinyModel { WeightBytes = 5 } },
        { "malformed-model", new TinyModel { WeightSide = -1 } },
        { "malformed-model", new TinyModel { WeightSide = long.MaxValue } },
        { "malformed-model", new TinyModel { Depth = 40 } },
    };

    [Fact]
    public void A_model_says_what_it_takes_and_gives()
    {
        var read = OnnxFile.Read(new TinyModel().Bytes());
        Assert.Equal((7, 11), (read.FormatVersion, read.Operators[""]));
        Assert.Equal(("x", ElementType.Real32, "-1 3 -1 -1"), Words(Assert.Single(read.Inputs)));
        Assert.Equal(("map", ElementType.Real32, "-1 1 -1 -1"), Words(Assert.Single(read.Outputs)));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_run_is_refused_before_any_native_code_sees_it(string code, TinyModel model) =>
        Assert.Equal(code, Assert.Throws<ModelException>(() => OnnxFile.Read(model.Bytes())).Code);

    [Fact]
    public void The_newest_that_can_be_run_is_taken() =>
        Assert.NotEmpty(OnnxFile.Read(new TinyModel { Operators = OnnxFile.NewestOperators, Format = OnnxFile.NewestFormat, Depth = 10 }.Bytes()).Inputs);

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Not found</body></html>")]
    [InlineData("version https://git-lfs.github.com/spec/v1")]
    public void Other_files_are_no_models(string text) =>
        Assert.Equal("not-onnx", Assert.Throws<ModelException>(() => OnnxFile.Read(System.Text.Encoding.UTF8.GetBytes(text))).Code);

    [Fact]
    public void Wherever_a_model_breaks_off_it_is_refused()
    {
        var whole = new TinyModel().Bytes();
        Assert.All(Enumerable.Range(0, whole.Length - 1), length =>
        {
            var (card, code) = (new TinyModel().Card(), "");
            try
            {
                var read = OnnxFile.Read(whole.AsSpan(0, length));
                Declared.Check(card, read.Inputs, read.Outputs);
            }
            catch (ModelException refusal)
            {
                code = refusal.Code;
            }

            Assert.NotEqual("", code);
        });
    }

    [Fact]
    public void Another_name_for_an_input_is_not_what_the_card_says()
    {
        var read = OnnxFile.Read(new TinyModel { Input = "y" }.Bytes());
        var refusal = Assert.Throws<ModelException>(() => Declared.Check(new TinyModel().Card(), read.Inputs, read.Outputs));
        Assert.Equal(("wrong-inputs", "The model takes y (real32 any x 3 x any x any), where its card says x (real32 any x 3 x any x any)."), (refusal.Code, refusal.Message));
    }

    [FixtureFact]
    public void Every_model_of_the_manifest_is_as_its_card_says()
    {
        var files = Directory.GetFiles(Path.Combine(Fixtures.Folder, "models"), "*.onnx", SearchOption.AllDirectories).ToDictionary(file => new FileInfo(file).Length);
        Assert.All(Manifest.Embedded.Models, card =>
        {
            var read = OnnxFile.Read(File.ReadAllBytes(files[card.Bytes]));
            Declared.Check(card, read.Inputs, read.Outputs);
        });
    }

    private static (string Name, ElementType Type, string Shape) Words(TensorShape shape) => (shape.Name, shape.Type, string.Join(' ', shape.Shape));
}
