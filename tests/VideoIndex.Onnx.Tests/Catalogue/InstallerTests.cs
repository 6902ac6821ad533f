using System.Text;
using VideoIndex.Inference;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Catalogue.Checking;
using VideoIndex.Onnx.Catalogue.Downloading;
using VideoIndex.Onnx.Tests.Catalogue.Downloading;
using VideoIndex.Testing.Models;

namespace VideoIndex.Onnx.Tests.Catalogue;

public sealed class InstallerTests : IDisposable
{
    private static readonly byte[] Tiny = new TinyModel().Bytes();

    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex-models").FullName;

    private string Models => Path.Combine(_folder, "models");

    private string Brought => Directory.CreateDirectory(Path.Combine(_folder, "brought")).FullName;

    [Fact]
    public async Task An_installed_model_serves_its_task()
    {
        await using var server = new LocalServer(_ => new Reply(200, Tiny));
        var manifest = Knowing(server);
        Assert.Null(new ModelCatalogue(Models, manifest).Serving(ModelTasks.TextPlaces));
        var placed = await Installer(manifest).InstallAsync(manifest.Models[0], null, default);
        Assert.True(placed.IsNew);
        Assert.Equal(placed.Model.Path, new ModelCatalogue(Models, manifest).Serving(ModelTasks.TextPlaces)!.Path);
        Assert.Equal(Tiny, await File.ReadAllBytesAsync(placed.Model.Path));
        Assert.False((await Installer(manifest).InstallAsync(manifest.Models[0], null, default)).IsNew);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task Two_that_install_the_same_model_at_once_leave_one_whole_file()
    {
        await using var server = new LocalServer(_ => new Reply(200, Tiny));
        var manifest = Knowing(server);
        var placed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Installer(manifest).InstallAsync(manifest.Models[0], null, default))));
        Assert.Single(placed, one => one.IsNew);
        Assert.Single(server.Asked);
        Assert.Equal(Tiny, await File.ReadAllBytesAsync(placed[0].Model.Path));
        Assert.Empty(Leftovers());
    }

    [Fact]
    public async Task A_model_that_was_damaged_does_not_serve_and_is_installed_anew()
    {
        await using var server = new LocalServer(_ => new Reply(200, Tiny));
        var manifest = Knowing(server);
        var placed = await Installer(manifest).InstallAsync(manifest.Models[0], null, default);
        await File.WriteAllBytesAsync(placed.Model.Path, Tiny[..^1]);
        Assert.Null(new ModelCatalogue(Models, manifest).Serving(ModelTasks.TextPlaces));
        Assert.Equal("wrong-size", (await VerifyAsync(manifest))?.Code);
        Assert.True((await Installer(manifest).InstallAsync(manifest.Models[0], null, default)).IsNew);
        Assert.Null(await VerifyAsync(manifest));
    }

    [Fact]
    public async Task A_flipped_bit_is_found_by_verify()
    {
        await using var server = new LocalServer(_ => new Reply(200, Tiny));
        var manifest = Knowing(server);
        var placed = await Installer(manifest).InstallAsync(manifest.Models[0], null, default);
        byte[] flipped = [.. Tiny];
        flipped[50] ^= 1;
        await File.WriteAllBytesAsync(placed.Model.Path, flipped);
        Assert.Equal("wrong-hash", (await VerifyAsync(manifest))?.Code);
    }

    [Fact]
    public async Task The_model_in_use_goes_on_serving_when_a_newer_one_is_refused()
    {
        await ImportAsync(new TinyModel());
        var before = Own().Serving(ModelTasks.TextPlaces)!;
        var bad = new TinyModel { KeepsWeightsElsewhere = true };
        Assert.Equal("external-data", (await ImportAsync(bad)).Code);
        Assert.Equal("wrong-inputs", (await ImportAsync(new TinyModel { Input = "y" })).Code);
        var after = Own().Serving(ModelTasks.TextPlaces)!;
        Assert.Equal((before.Path, before.Card.Sha256), (after.Path, after.Card.Sha256));
        Assert.Equal(Tiny, await File.ReadAllBytesAsync(after.Path));
        Assert.Empty(Leftovers());
    }

    [Fact]
    public async Task A_model_of_one_s_own_replaces_its_earlier_version_and_serves_before_the_manifest_s()
    {
        await ImportAsync(new TinyModel());
        var newer = new TinyModel { Operators = 12 };
        Assert.Null((await ImportAsync(newer)).Code);
        Assert.Equal(newer.Card().Sha256, Own().Serving(ModelTasks.TextPlaces)!.Card.Sha256);
        Assert.Equal(["tiny-places", "ppocr-text-places-en"], Own().Known.Where(card => card.Task == ModelTasks.TextPlaces).Select(card => card.Name));
    }

    [Fact]
    public async Task A_card_without_the_file_it_names_is_refused()
    {
        Offer(new TinyModel().Card(), null);
        Assert.Equal("no-model", (await ImportAsync()).Code);
        Offer(new TinyModel().Card(), [.. Tiny[..^1], 0]);
        Assert.Equal("wrong-hash", (await ImportAsync()).Code);
    }

    [Fact]
    public async Task A_name_of_the_manifest_is_not_given_to_another_file()
    {
        Offer(new TinyModel { Name = "yolox-nano" }.Card(), Tiny);
        Assert.Equal("name-taken", (await ImportAsync()).Code);
    }

    [Fact]
    public async Task A_file_nobody_knows_needs_a_card()
    {
        await File.WriteAllBytesAsync(Path.Combine(Brought, "some.onnx"), Tiny);
        Assert.Equal("no-card", (await ImportAsync()).Code);
    }

    [Fact]
    public async Task A_folder_without_models_says_so()
    {
        Assert.Equal("no-card", (await Assert.ThrowsAsync<ModelException>(() => ImportAsync())).Code);
        Assert.Equal("no-such-file", (await Assert.ThrowsAsync<ModelException>(() => Installer(Manifest.Embedded).ImportAsync(Brought + "x", default))).Code);
    }

    [Fact]
    public async Task A_folder_of_models_from_another_machine_is_taken_as_it_is()
    {
        await ImportAsync(new TinyModel());
        var other = new ModelInstaller(Path.Combine(_folder, "other"), Manifest.Embedded, new NoTrial(), new DownloadRules(), TimeProvider.System);
        Assert.All(await other.ImportAsync(Models, default), one => Assert.Null(one.Sentence));
        Assert.NotNull(new ModelCatalogue(Path.Combine(_folder, "other"), Manifest.Embedded).Find("tiny-places"));
    }

    [Fact]
    public async Task A_removed_model_is_gone_and_an_open_one_can_be_read_to_its_end()
    {
        await ImportAsync(new TinyModel());
        using var open = File.OpenRead(Own().Find("tiny-places")!.Path);
        Assert.True(await Installer(Manifest.Embedded).RemoveAsync("tiny-places", default));
        Assert.Null(Own().Find("tiny-places"));
        var read = new byte[Tiny.Length];
        await open.ReadExactlyAsync(read);
        Assert.Equal(Tiny, read);
        Assert.False(await Installer(Manifest.Embedded).RemoveAsync("tiny-places", default));
        Assert.False(await Installer(Manifest.Embedded).RemoveAsync("../models", default));
    }

    [Fact]
    public async Task A_full_disk_is_one_sentence()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        await using var server = new LocalServer(_ => new Reply(200, Tiny));
        var manifest = Knowing(server);
        Directory.CreateDirectory(Path.Combine(Models, ".coming"));
        File.CreateSymbolicLink(Path.Combine(Models, ".coming", manifest.Models[0].Sha256 + ".part"), "/dev/full");
        var refusal = await Assert.ThrowsAsync<ModelException>(() => Installer(manifest).InstallAsync(manifest.Models[0], null, default));
        Assert.Equal(("disk-full", $"The disk of '{Models}' is full. What was there before is untouched."), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_one_sentence()
    {
        await File.WriteAllTextAsync(Models, "no folder");
        Offer(new TinyModel().Card(), Tiny);
        Assert.Equal("file-error", (await Assert.ThrowsAsync<ModelException>(() => ImportAsync())).Code);
        Assert.Null(Own().Serving(ModelTasks.Objects));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Manifest Knowing(LocalServer server)
    {
        var card = Encoding.UTF8.GetString(Cards.Write(new TinyModel().Card()));
        var manifest = Manifest.Read(Encoding.UTF8.GetBytes($"{{\"models\": [{card.Insert(1, "\"source\": \"https://example.com/tiny.onnx\", ")}]}}"));
        return manifest.With(manifest.Models[0] with { Source = server.Address });
    }

    private ModelInstaller Installer(Manifest manifest) => new(Models, manifest, new NoTrial(), new DownloadRules { FirstRest = TimeSpan.Zero }, TimeProvider.System);

    private ModelCatalogue Own() => new(Models, Manifest.Embedded);

    private async Task<ModelException?> VerifyAsync(Manifest manifest) =>
        await Installer(manifest).VerifyAsync(Assert.Single(new ModelCatalogue(Models, manifest).Kept()), default);

    private async Task<Imported> ImportAsync(TinyModel model)
    {
        Offer(model.Card(), model.Bytes());
        return await ImportAsync();
    }

    private async Task<Imported> ImportAsync() => Assert.Single(await Installer(Manifest.Embedded).ImportAsync(Brought, default));

    private void Offer(ModelCard card, byte[]? file)
    {
        File.WriteAllBytes(Path.Combine(Brought, "model.json"), Cards.Write(card));
        if (file is not null)
        {
            File.WriteAllBytes(Path.Combine(Brought, "model.onnx"), file);
        }
    }

    private IEnumerable<string> Leftovers() =>
        Directory.GetFileSystemEntries(Path.Combine(Models, ".coming")).Where(entry => !entry.EndsWith(".lock", StringComparison.Ordinal));

    private sealed class NoTrial : IModelTrial
    {
        public string? Missing => "There is no runtime.";

        public Task TryAsync(string path, ModelCard card, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }
}
