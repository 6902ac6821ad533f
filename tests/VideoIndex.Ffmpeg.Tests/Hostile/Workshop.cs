using System.Text;
using VideoIndex.Ffmpeg.Running;

namespace VideoIndex.Ffmpeg.Tests.Hostile;

/// <summary>A folder where hostile files are made from a few honest ones, gone with its owner.</summary>
internal sealed class Workshop : IDisposable
{
    /// <summary>Four seconds of a moving test picture, 25 frames a second, with a tone.</summary>
    public const int Frames = 100;

    private const string Encoded = "-pix_fmt yuv420p -c:v libx264 -preset ultrafast -g 25 -threads 1 -c:a aac -ac 1 -shortest";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hostile-");

    /// <summary>Gets the folder the files lie in.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The arguments of the honest clip's pictures and sound.</summary>
    public const string Source = "-f lavfi -i testsrc2=s=160x90:r=25:d=4 -f lavfi -i sine=d=4";

    public string Mp4 => PathOf("honest.mp4");

    public string Ts => PathOf("honest.ts");

    public string Mkv => PathOf("honest.mkv");

    public static async Task<Workshop> OpenAsync()
    {
        var shop = new Workshop();
        await shop.MakeAsync("honest.mp4", $"{Source} {Encoded} -movflags +faststart");
        await shop.MakeAsync("honest.ts", $"-i {shop.Mp4} -c copy");
        await shop.MakeAsync("honest.mkv", $"-i {shop.Mp4} -c copy");
        return shop;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Runs FFmpeg unprotected and returns the path of what it wrote.</summary>
    public async Task<string> MakeAsync(string name, string arguments, params string[] more)
    {
        var path = PathOf(name);
        var (exitCode, said) = await RunAsync(["ffmpeg", "-v", "error", "-nostdin", "-y", .. arguments.Split(' '), .. more, path]);
        Assert.True(exitCode == 0, $"{name}: {said}");
        return path;
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        Assert.InRange(bytes.Length, 0, 5_000_000);
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>Runs any program to its end and returns its exit code and what it said on both outputs.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(IReadOnlyList<string> command)
    {
        // As the product starts them: a sandbox dies with the thread that started it, and one of the pool may retire.
        using var tool = await ToolStarter.StartAsync(command, CancellationToken.None);
        var errors = tool.StandardError.ReadToEndAsync();
        var said = await tool.StandardOutput.ReadToEndAsync();
        await tool.WaitForExitAsync();
        return (tool.ExitCode, said + await errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
