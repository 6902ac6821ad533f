using System.Security.Cryptography;
using VideoIndex.Cli.Commands.Models;
using VideoIndex.Inference;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Catalogue.Downloading;
using VideoIndex.Testing.Models;

namespace VideoIndex.Cli.Tests.Models;

/// <summary>A hundred spoilt models. What is taken all the same, by a card of its own that names its very hash, runs and gives finite numbers.</summary>
public sealed class MutantTests : IDisposable
{
    private const int Count = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex-mutants").FullName;

    [FixtureFact]
    public async Task No_mutant_passes_for_the_model_it_was_made_of()
    {
        var originals = await OriginalsAsync();
        foreach (var number in Enumerable.Range(0, Count))
        {
            var (card, bytes) = originals[number % originals.Count];
            var folder = Brought(number, Mutants.Of(bytes, number), card);
            var outcome = Assert.Single(await Installer(number).ImportAsync(folder, default));
            Assert.True(outcome is { Placed: null, Code: "wrong-hash" }, $"mutant {number}: {outcome.Code}");
        }
    }

    [OnnxFact]
    public async Task A_mutant_with_a_card_of_its_own_is_refused_or_runs()
    {
        var originals = await OriginalsAsync();
        var codes = new string[Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (number, stop) =>
        {
            var (card, bytes) = originals[number % originals.Count];
            var mutant = Mutants.Of(bytes, number);
            var own = card with { Name = "mutant", Sha256 = Convert.ToHexStringLower(SHA256.HashData(mutant)), Bytes = mutant.Length, Source = null };
            var outcome = Assert.Single(await Installer(number).ImportAsync(Brought(number, mutant, own), stop));
            codes[number] = outcome.Code ?? "taken";
            Assert.True(outcome.Placed is null == (new ModelCatalogue(Models(number), Manifest.Embedded).Find("mutant") is null), $"mutant {number}");
        });
        string[] known = ["taken", "not-onnx", "malformed-model", "wrong-inputs", "wrong-outputs", "opset-too-new", "unknown-operators", "external-data",
            "too-large", "not-finite", "trial-failed", "trial-crashed", "bad-model", "unknown-operation", "model-failed"];
        Assert.All(codes, (code, number) => Assert.True(known.Contains(code), $"mutant {number}: {code}"));
        Assert.True(codes.Count(code => code != "taken") > Count / 2, string.Join(' ', codes));
    }

    [OnnxFact]
    public async Task Outputs_that_are_no_numbers_are_refused()
    {
        var model = new TinyModel { Operator = "Sqrt" };
        var outcome = Assert.Single(await Installer(0).ImportAsync(Brought(0, model.Bytes(), model.Card()), default));
        Assert.Equal(("not-finite", "The model's output 'map' is not made of numbers when it is tried."), (outcome.Code, outcome.Sentence));
    }

    [OnnxFact]
    public async Task A_sound_model_is_tried_and_taken()
    {
        var model = new TinyModel();
        Assert.Null(Assert.Single(await Installer(0).ImportAsync(Brought(0, model.Bytes(), model.Card()), default)).Sentence);
        Assert.Null(Installer(0).NotTried);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<List<(ModelCard Card, byte[] Bytes)>> OriginalsAsync()
    {
        var originals = new List<(ModelCard, byte[])>();
        foreach (var file in Directory.GetFiles(Path.Combine(Fixtures.Folder, "models"), "*.onnx", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            originals.Add((Manifest.Embedded.Models.Single(card => card.Sha256 == Convert.ToHexStringLower(SHA256.HashData(bytes))), bytes));
        }

        return originals;
    }

    private string Models(int number) => Path.Combine(_folder, $"models {number}");

    private ModelInstaller Installer(int number) =>
        new(Models(number), Manifest.Embedded, new TrialProgram(Path.GetDirectoryName(Path.GetDirectoryName(OnnxLibrary.Path))!), new DownloadRules(), TimeProvider.System);

    private string Brought(int number, byte[] model, ModelCard card)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"brought {number}")).FullName;
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), model);
        File.WriteAllBytes(Path.Combine(folder, "model.json"), Cards.Write(card));
        return folder;
    }
}
