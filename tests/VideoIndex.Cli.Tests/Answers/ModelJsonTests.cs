using VideoIndex.Cli.Tests.Footage;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Testing.Models;

namespace VideoIndex.Cli.Tests.Answers;

public sealed class ModelJsonTests : IDisposable
{
    private readonly Shelf _shelf = new();

    private string Brought => Directory.CreateDirectory(Path.Combine(_shelf.Folder, "brought", "tiny")).FullName;

    [Fact]
    public async Task Models_list_answers_every_model() => Golden.Verify(await (await RunAsync("list")).GoldenJsonAsync());

    [Fact]
    public async Task Models_import_answers_what_was_taken_and_what_was_not()
    {
        var ran = await ImportAsync();
        Assert.Equal(ExitCodes.NotOk, ran.ExitCode);
        Golden.Verify(await ran.GoldenJsonAsync());
    }

    [Fact]
    public async Task Models_verify_answers_what_is_whole()
    {
        await ImportAsync();
        var ran = await RunAsync("verify");
        Assert.Equal(ExitCodes.Ok, ran.ExitCode);
        Golden.Verify(await ran.GoldenJsonAsync());
    }

    [Fact]
    public async Task Models_remove_answers_what_is_gone()
    {
        await ImportAsync();
        Golden.Verify(await (await RunAsync("remove", "tiny-places")).GoldenJsonAsync());
        Assert.Equal(ExitCodes.NotFound, (await RunAsync("remove", "tiny-places")).ExitCode);
    }

    [Theory]
    [InlineData("install", "yolov8", "3 videoindex: There is no model 'yolov8' to install. See: videoindex models list")]
    [InlineData("verify", "yolov8", "3 videoindex: There is no model 'yolov8' installed. See: videoindex models list")]
    [InlineData("import", "{nowhere}", "3 videoindex: There is no folder '{nowhere}'.")]
    public async Task What_is_not_there_is_one_sentence(string command, string name, string ending)
    {
        var nowhere = Path.Combine(_shelf.Folder, "nowhere");
        var ran = await _shelf.RunAsync("models", command, name.Replace("{nowhere}", nowhere, StringComparison.Ordinal), "--models", Path.Combine(_shelf.Folder, "models"));
        Assert.Equal(ending.Replace("{nowhere}", nowhere, StringComparison.Ordinal), ran.Ending);
    }

    [Fact]
    public async Task An_imported_model_is_in_use()
    {
        await ImportAsync();
        var first = (await RunAsync("list")).Json()["models"]![0]!;
        Assert.Equal(("tiny-places", "in-use"), ($"{first["name"]}", $"{first["state"]}"));
    }

    public void Dispose() => _shelf.Dispose();

    private Task<Ran> RunAsync(params string[] arguments) =>
        _shelf.RunAsync(["models", .. arguments, "--models", Path.Combine(_shelf.Folder, "models"), "--json"]);

    private Task<Ran> ImportAsync()
    {
        File.WriteAllBytes(Path.Combine(Brought, "model.onnx"), new TinyModel().Bytes());
        File.WriteAllBytes(Path.Combine(Brought, "model.json"), Cards.Write(new TinyModel().Card()));
        File.WriteAllBytes(Path.Combine(Brought, "..", "stranger.onnx"), new TinyModel { Operators = 13 }.Bytes());
        return RunAsync("import", Path.GetDirectoryName(Brought)!);
    }
}
