using System.Text.Json.Nodes;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Models;

/// <summary>Words on real film, read with models by the program as it is used.</summary>
public sealed class WordsOnFilmTests : IDisposable
{
    private readonly Shelf _shelf = new();

    public void Dispose() => _shelf.Dispose();

    // Signs and lower thirds of 320 x 180; who stated what stands there saw it by eye. Within a second of when it does.
    [OnnxFact]
    public async Task Five_words_of_a_small_film_are_read_when_they_stand_there()
    {
        var (models, film) = (Path.Combine(_shelf.Folder, "models"), Fixtures.Video("googleapis__python-videointelligence/googlework_short.mp4"));
        await RunAsync("models", "import", Path.Combine(Fixtures.Folder, "models", "Kazuhito00__PaddleOCRv3-ONNX-Sample"), "--models", models);
        await RunAsync("index", film, "--text-reader", "onnx", "--models", models, "--objects", "off", "--faces", "off", "--logo-evidence", "off");

        var shown = await _shelf.RunAsync("show", film, "--json");
        var words = shown.Json()["tags"]!.AsArray().Where(tag => (string?)tag!["kind"] == "text").SelectMany(Words).ToList();

        foreach (var (word, start, end) in ((string, double, double)[])[
            ("RUE", 12.6, 15.2), ("GOOGLE", 18.85, 21.15), ("PARIS", 18.85, 21.15), ("CARLO", 21.4, 24.5), ("OMAR", 29.5, 32.5)])
        {
            Assert.True(
                words.Exists(one => one.Text == word && one.Start >= start - 1 && one.Start < end && one.End > start && one.End <= end + 1),
                $"{word} is not among {string.Join(", ", words)}");
        }
    }

    private static IEnumerable<(string Text, double Start, double End)> Words(JsonNode? tag) =>
        $"{tag!["label"]}".Split(' ').Select(word => (word, (double)tag["startSeconds"]!, (double)tag["endSeconds"]!));

    private async Task RunAsync(params string[] arguments)
    {
        using var program = Running.Start(_shelf, new Dictionary<string, string> { ["VIDEOINDEX_ONNXRUNTIME"] = OnnxLibrary.Path }, arguments);
        var output = program.Output.ReadToEndAsync();
        var (exitCode, errors) = await program.EndAsync();
        Assert.True(exitCode == 0, $"{await output}{errors}");
    }
}
