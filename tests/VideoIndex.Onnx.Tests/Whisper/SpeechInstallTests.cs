using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Catalogue.Checking;
using VideoIndex.Onnx.Catalogue.Downloading;
using VideoIndex.Onnx.Tests.Catalogue.Downloading;
using VideoIndex.Onnx.Whisper;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Onnx.Whisper.Shelf;

namespace VideoIndex.Onnx.Tests.Whisper;

public sealed class SpeechInstallTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex-speech-").FullName;

    private string Models => Path.Combine(_folder, "models");

    private string Brought => Path.Combine(_folder, "My Model");

    [OnnxFact]
    public async Task A_model_that_is_brought_along_is_proved_and_serves_with_a_window_and_tokens_of_its_own()
    {
        TinySpeech.Write(Brought);
        var imported = Assert.Single(await Installer().ImportAsync(Brought, default));
        Assert.Equal(("my-model", null), (imported.Placed?.Model.Card.Name, imported.Sentence));
        Assert.True(File.Exists(Path.Combine(Models, "speech", "my-model", "graphs", "signed8", "made")));
        var catalogue = new ModelCatalogue(Models, Manifest.Embedded);
        Assert.Equal("my-model", catalogue.Serving(ModelTasks.Transcription)!.Card.Name);
        using var model = Open(catalogue).Open();
        Assert.Equal((SpeechLayouts.Own, 10, 40), (model.Layout, model.Sizes.Positions, model.Sizes.Vocabulary));
        using var exact = Open(catalogue).Open(catalogue.Serving(ModelTasks.Transcription)!, Precision.Real32);
        Assert.False(Assert.Single(await Installer().ImportAsync(Brought, default)).Placed!.IsNew);
        Assert.Null(await Installer().VerifyAsync(Assert.Single(catalogue.Kept()), default));
        Assert.True(await Installer().RemoveAsync("my-model", default));
        Assert.Null(catalogue.Serving(ModelTasks.Transcription));
        Assert.False(await Installer().RemoveAsync("my-model", default));
    }

    [OnnxFact]
    public async Task A_conversion_that_was_killed_is_never_used_and_made_anew()
    {
        TinySpeech.Write(Brought);
        await Installer().ImportAsync(Brought, default);
        var graphs = Path.Combine(Models, "speech", "my-model", "graphs");
        File.Delete(Path.Combine(graphs, "signed8", "made"));
        File.WriteAllBytes(Path.Combine(graphs, "signed8", "decoder.onnx"), [1, 2, 3]);
        Directory.CreateDirectory(Path.Combine(graphs, ".left"));
        var catalogue = new ModelCatalogue(Models, Manifest.Embedded);
        Open(catalogue).Open().Dispose();
        Assert.True(File.Exists(Path.Combine(graphs, "signed8", "made")));
        Assert.Null(await Installer().VerifyAsync(Assert.Single(catalogue.Kept()), default));
        Assert.False(Directory.Exists(Path.Combine(graphs, ".left")));
    }

    [OnnxFact]
    public async Task What_is_damaged_is_refused_and_the_one_before_it_goes_on_serving()
    {
        TinySpeech.Write(Brought);
        await Installer().ImportAsync(Brought, default);
        TinySpeech.Write(Brought, head => head.Remove("model.encoder.conv1.bias"));
        var refused = Assert.Single(await Installer().ImportAsync(Brought, default));
        Assert.Equal("missing-weights", refused.Code);
        Open(new ModelCatalogue(Models, Manifest.Embedded)).Open().Dispose();
    }

    [OnnxFact]
    public async Task A_changed_byte_is_found_by_verify()
    {
        TinySpeech.Write(Brought);
        await Installer().ImportAsync(Brought, default);
        var path = Path.Combine(Models, "speech", "my-model", "model.safetensors");
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        var kept = Assert.Single(new ModelCatalogue(Models, Manifest.Embedded).Kept());
        Assert.Equal("wrong-hash", (await Installer().VerifyAsync(kept, default))?.Code);
    }

    [OnnxFact]
    public async Task A_model_is_fetched_file_by_file_and_what_came_first_is_what_is_trusted_from_then_on()
    {
        TinySpeech.Write(Brought);
        var evil = false;
        await using var server = new LocalServer(question =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(Brought, Path.GetFileName(question.Path)));
            bytes[^1] ^= (byte)(evil && question.Path.EndsWith("vocab.json", StringComparison.Ordinal) ? 1 : 0);
            return new Reply(200, bytes);
        });
        var entry = new SpeechEntry("whisper-own", "1", "MIT", new Uri(server.Address, "/"), ["model.safetensors", "config.json", "vocab.json"]);
        var manifest = Manifest.Embedded.With(entry);
        Assert.Equal("not-installed", State(manifest));
        var placed = await Installer(manifest).InstallAsync(entry.Shown, null, default);
        Assert.Equal((true, "installed"), (placed.IsNew, State(manifest)));
        Assert.False((await Installer(manifest).InstallAsync(entry.Shown, null, default)).IsNew);
        File.Delete(Path.Combine(placed.Model.Path, "vocab.json"));
        evil = true;
        Assert.Equal("wrong-hash", (await Assert.ThrowsAsync<ModelException>(() => Installer(manifest).InstallAsync(entry.Shown, null, default))).Code);
        evil = false;
        Assert.True((await Installer(manifest).InstallAsync(entry.Shown, null, default)).IsNew);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string State(Manifest manifest) => new ModelCatalogue(Models, manifest).Find("whisper-own") is null ? "not-installed" : "installed";

    private ModelInstaller Installer(Manifest? manifest = null) =>
        new(Models, manifest ?? Manifest.Embedded, new NoTrial(), new DownloadRules { FirstRest = TimeSpan.Zero }, TimeProvider.System);

    private static SpeechModels Open(ModelCatalogue catalogue) =>
        new(catalogue, new OnnxRuntime(new OnnxRuntimeOptions { Library = OnnxLibrary.Path }), new ModelSessionOptions { Providers = ["cpu"] });

    private sealed class NoTrial : IModelTrial
    {
        public string? Missing => "None in this test.";

        public Task TryAsync(string path, ModelCard card, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
