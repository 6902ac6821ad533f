using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Clips;

/// <summary>What <c>clip --blur-faces</c> says, and that it never makes a clip that was not looked at.</summary>
public sealed class BlurTests : IDisposable
{
    private readonly Shelf _shelf = new();

    private string Models => Path.Combine(_shelf.Folder, "models");

    public void Dispose() => _shelf.Dispose();

    [Fact]
    public async Task Faces_are_not_blurred_in_a_copy()
    {
        var ran = await ClipAsync("cut.mp4", "--fast", "--json");
        Assert.Equal((ExitCodes.Usage, "fast-blur"), (ran.ExitCode, $"{ran.Json()["error"]!["code"]}"));
        Assert.False(File.Exists(_shelf.Placed("cut.mp4")));
    }

    [Fact]
    public async Task Without_a_model_there_is_no_clip()
    {
        var ran = await ClipAsync("cut.mp4", "--json");
        Assert.Equal(ExitCodes.ToolMissing, ran.ExitCode);
        Assert.Contains($"{ran.Json()["error"]!["code"]}", new[] { "no-model", "no-runtime" });
        Assert.StartsWith("No clip was made. Faces are not looked for: ", $"{ran.Json()["error"]!["sentence"]}", StringComparison.Ordinal);
        Assert.False(File.Exists(_shelf.Placed("cut.mp4")));
    }

    [OnnxFact]
    public async Task Every_frame_is_looked_at_and_the_answer_warns_of_what_is_missed()
    {
        File.CreateSymbolicLink(Path.Combine(Directory.CreateDirectory(Path.Combine(Models, "runtime")).FullName, "libonnxruntime.so.1"), OnnxLibrary.Path);
        await _shelf.RunAsync("models", "import", OnnxLibrary.Model("ShiqiYu__libfacedetection.train"), "--models", Models);

        var json = (await ClipAsync("cut.mp4", "--json")).Json();
        var words = await ClipAsync("cut.mov");

        Assert.Equal(("30", "True"), ($"{json["blurred"]!["frames"]}", $"{File.Exists(_shelf.Placed("cut.mp4"))}"));
        Assert.Equal((ExitCodes.Ok, ""), (words.ExitCode, words.Errors));
        Assert.StartsWith("Looked for faces in all 30 frames: ", words.Lines[1], StringComparison.Ordinal);
        Assert.Equal("A face can be missed, most easily one that is small, turned away, half hidden or badly lit. Watch the whole clip before you give it away.", words.Lines[2]);
    }

    private async Task<Ran> ClipAsync(string output, params string[] more) => await (await Shelf.FullAsync()).RunAsync(
        ["clip", await Reels.PathAsync(Reels.Match), "0", "1", "-o", _shelf.Placed(output), "--blur-faces", "--models", Models, .. more]);
}
