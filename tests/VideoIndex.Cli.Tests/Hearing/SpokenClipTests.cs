using System.Diagnostics;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Hearing;

/// <summary>A picture and a voice go in, a moment comes out: the program as it is used, with the small speech model of this repository.</summary>
public sealed class SpokenClipTests : IDisposable
{
    private const double Said = 6.5, Within = 0.2;
    private static readonly string Model = Path.Combine(Repository.Root, "tests", "models", "micro-whisper");

    private readonly Shelf _shelf = new();

    public void Dispose() => _shelf.Dispose();

    // "Brought to you by Zanolo.", with the times of phrases/truth.json: the first word 0.013 s into the file, the last ends at 1.213 s.
    [OnnxFact]
    public async Task A_phrase_that_is_said_in_a_clip_is_found_when_it_is_said()
    {
        var (models, clip) = (Path.Combine(_shelf.Folder, "models"), Path.Combine(_shelf.Folder, "clip.mp4"));
        await ComposeAsync(clip);
        await RunAsync("models", "import", Model, "--models", models);
        await RunAsync("models", "import", Path.Combine(Fixtures.Folder, "models", "snakers4__silero-vad"), "--models", models);
        await RunAsync("index", clip, "--listen", "always", "--models", models, "--objects", "off", "--faces", "off", "--logo-evidence", "off");

        var found = await _shelf.RunAsync("search", "say:\"brought to you by\"", "--json");

        var moment = Assert.Single(found.Json()["moments"]!.AsArray())!;
        Assert.InRange((double)moment["startSeconds"]!, Said + 0.013 - Within, Said + 0.013 + Within);
        Assert.InRange((double)moment["endSeconds"]!, Said + 0.683 - Within, Said + 0.683 + Within);
    }

    private static async Task ComposeAsync(string clip)
    {
        using var ffmpeg = Process.Start("ffmpeg", [
            "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=12", "-i", Path.Combine(Model, "phrases", "one.wav"),
            "-filter_complex", $"[1]adelay={(int)(Said * 1000)}:all=1,apad=whole_dur=12[a]", "-map", "0:v", "-map", "[a]",
            "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-t", "12", clip]);
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
    }

    private async Task RunAsync(params string[] arguments)
    {
        using var program = Running.Start(_shelf, new Dictionary<string, string> { ["VIDEOINDEX_ONNXRUNTIME"] = OnnxLibrary.Path }, arguments);
        var output = program.Output.ReadToEndAsync();
        var (exitCode, errors) = await program.EndAsync();
        Assert.True(exitCode == 0, $"{await output}{errors}");
    }
}
