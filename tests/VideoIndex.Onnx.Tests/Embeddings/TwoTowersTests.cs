using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Catalogue.Checking;
using VideoIndex.Onnx.Catalogue.Downloading;
using VideoIndex.Vision.Embeddings;

namespace VideoIndex.Onnx.Tests.Embeddings;

public sealed class TwoTowersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex-towers").FullName;
    private readonly OnnxRuntime _runtime = new(new OnnxRuntimeOptions());

    private string Brought => Path.Combine(_folder, "brought");

    private string Models => Path.Combine(_folder, "models");

    [OnnxFact]
    public async Task Imported_towers_find_the_word_for_a_picture_and_the_picture_for_a_word()
    {
        ColourTowers.Write(Brought);
        Assert.All(await ImportAsync(), imported => Assert.Null(imported.Sentence));
        var embedders = Embedders();
        Assert.Null(embedders.Missing);
        using var embedder = embedders.Open();
        Assert.Equal(("colours-picture", 3), (embedder.Pictures.Name, embedder.Dimensions));

        var random = new Random(4);
        var words = ColourTowers.Colours.ToDictionary(colour => colour.Key, colour => embedder.Embed($"A photo of a {colour.Key} house."));
        foreach (var (name, place) in ColourTowers.Colours)
        {
            for (var trial = 0; trial < 10; trial++)
            {
                var picture = embedder.Embed(Speckled(random, [.. place.Select(side => side > 0 ? 200 : 60)]));
                Assert.Equal(name, words.MaxBy(word => word.Value.Zip(picture, (one, other) => one * other).Sum()).Key);
            }
        }
    }

    [OnnxFact]
    public async Task One_tower_alone_is_not_enough_and_strangers_do_not_belong_together()
    {
        Assert.Contains("no model for it is installed", Embedders().Missing, StringComparison.Ordinal);
        Assert.Equal("no-model", Assert.Throws<ModelException>(() => Embedders().Open()).Code);
        ColourTowers.Write(Brought);
        var texts = Path.Combine(Brought, "texts");
        Directory.Move(texts, Path.Combine(_folder, "aside"));
        await ImportAsync();
        Assert.Contains("not the model of words beside it", Embedders().Missing, StringComparison.Ordinal);

        Directory.Move(Path.Combine(_folder, "aside"), texts);
        var card = Path.Combine(texts, "model.json");
        await File.WriteAllTextAsync(card, (await File.ReadAllTextAsync(card)).Replace("colours-text", "sounds-text", StringComparison.Ordinal));
        await ImportAsync();
        Assert.Contains("do not belong together", Embedders().Missing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Red", "start red end")]
    [InlineData("  red,GREEN! ", "start red green end")]
    [InlineData("bread", "start b re a d end")]
    [InlineData("", "start end")]
    public void Words_are_written_as_tokens(string words, string expected)
    {
        var (tokens, used) = new TextTokens(ColourTowers.Tokens).Of(words, 16);
        var names = tokens.Take(used).Select(number => ColourTowers.Tokens[number].Replace("</w>", "", StringComparison.Ordinal).Replace("<|startoftext|>", "start", StringComparison.Ordinal).Replace("<|endoftext|>", "end", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(' ', names));
        Assert.All(tokens.Skip(used), number => Assert.Equal(0, number));
    }

    [Fact]
    public void Too_many_words_are_cut_off_and_still_end()
    {
        var (tokens, used) = new TextTokens(ColourTowers.Tokens).Of(string.Join(' ', Enumerable.Repeat("red", 50)), 8);
        Assert.Equal((8, 8, "<|endoftext|>"), (tokens.Length, used, ColourTowers.Tokens[tokens[^1]]));
    }

    [Fact]
    public void A_vocabulary_without_marks_is_refused() =>
        Assert.Equal("bad-vocabulary", Assert.Throws<ModelException>(() => new TextTokens(["a", "b"])).Code);

    [Theory]
    [InlineData("stretch", 100)]
    [InlineData("crop", 200)]
    public void A_picture_is_made_to_fit_as_the_card_says(string fit, int expected)
    {
        // Its middle third is bright.
        var rgba = new byte[96 * 32 * ColourPicture.Channels];
        for (var at = 0; at < rgba.Length; at++)
        {
            rgba[at] = (byte)(at / ColourPicture.Channels % 96 is >= 32 and < 64 ? 200 : 50);
        }

        var planes = new PicturePlanes(16, 16, new InputPreparation("as it is") { Fit = fit, Colours = "bgr", Mean = [0, 0, 0], Deviation = [1, 1, 1] }).Of(new ColourPicture(96, 32, rgba));
        Assert.Equal(expected, planes.Average(), 1.0);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ColourPicture Speckled(Random random, int[] colour)
    {
        var rgba = new byte[50 * 40 * ColourPicture.Channels];
        for (var at = 0; at < rgba.Length; at++)
        {
            rgba[at] = at % ColourPicture.Channels == 3 ? byte.MaxValue : (byte)Math.Clamp(colour[at % ColourPicture.Channels] + random.Next(-50, 51), 0, 255);
        }

        return new ColourPicture(50, 40, rgba);
    }

    private Task<IReadOnlyList<Imported>> ImportAsync() =>
        new ModelInstaller(Models, Manifest.Embedded, new Trial(_runtime), new DownloadRules(), TimeProvider.System).ImportAsync(Brought, default);

    private ModelEmbedders Embedders() => new(new ModelCatalogue(Models, Manifest.Embedded), _runtime, new ModelSessionOptions { Providers = ["cpu"] });

    private sealed class Trial(OnnxRuntime runtime) : IModelTrial
    {
        public string? Missing => runtime.Missing;

        public Task TryAsync(string path, ModelCard card, CancellationToken cancellationToken)
        {
            TrialRun.Run(runtime, path, card);
            return Task.CompletedTask;
        }
    }
}
