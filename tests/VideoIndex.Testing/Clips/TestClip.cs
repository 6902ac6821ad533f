using System.Diagnostics;

namespace VideoIndex.Testing.Clips;

/// <summary>A folder of clips made by FFmpeg for one test, gone with it.</summary>
public sealed class TestClip : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clip-");

    /// <summary>Returns the path of a file in the folder.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Runs FFmpeg in the folder; the arguments, split at blanks, end with the file to write.</summary>
    /// <returns>The path of the file written.</returns>
    public Task<string> MakeAsync(string arguments) => MakeAsync(arguments, []);

    /// <summary>Runs FFmpeg with pictures on its input.</summary>
    public async Task<string> MakeAsync(string arguments, IEnumerable<byte[]> pictures)
    {
        var start = new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = _folder.FullName,
        };
        using var ffmpeg = Process.Start(start)!;
        var errors = ffmpeg.StandardError.ReadToEndAsync();
        await FeedAsync(ffmpeg.StandardInput.BaseStream, pictures);
        await ffmpeg.WaitForExitAsync();
        Assert.True(ffmpeg.ExitCode == 0, $"ffmpeg {arguments}\n{await errors}");
        return PathOf(start.ArgumentList[^1]);
    }

    /// <summary>Makes the clip a recipe describes.</summary>
    public async Task<string> MakeAsync(CounterRecipe recipe)
    {
        var pictures = Enumerable.Range(0, recipe.Drawn).Select(CounterPicture.Draw);
        var input = $"-f rawvideo -pix_fmt gray -s {CounterPicture.Width}x{CounterPicture.Height} -framerate {recipe.Rate} -i pipe:0";
        var made = await MakeAsync($"{input} {recipe.Arguments}", pictures);
        return recipe.Then is { } then ? await MakeAsync(then) : made;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task FeedAsync(Stream input, IEnumerable<byte[]> pictures)
    {
        try
        {
            foreach (var picture in pictures)
            {
                await input.WriteAsync(picture);
            }

            input.Close();
        }
        catch (IOException)
        {
            // FFmpeg has ended early; what it said tells why.
        }
    }
}
