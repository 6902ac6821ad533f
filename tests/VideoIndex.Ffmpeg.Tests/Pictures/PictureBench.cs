using VideoIndex.Brands.Pictures;
using VideoIndex.Ffmpeg.Pictures;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Looks;
using VideoIndex.Testing.Clips;

namespace VideoIndex.Ffmpeg.Tests.Pictures;

/// <summary>Picture files of every kind, made for one test, and the product's reader.</summary>
internal sealed class PictureBench : IDisposable
{
    private static readonly Lazy<Task<MediaTools>> Tools = new(() => MediaTools.DiscoverAsync(default));
    private readonly TestClip _clip = new();

    public static async Task<FfmpegPictureReader> ReaderAsync() => new(await Tools.Value);

    public string PathOf(string name) => _clip.PathOf(name);

    /// <summary>Writes a file.</summary>
    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(_clip.PathOf(name), bytes);
        return _clip.PathOf(name);
    }

    /// <summary>Writes a picture as PNG and has FFmpeg make another kind of it.</summary>
    public async Task<string> MakeAsync(ColourPicture picture, string name, string arguments = "")
    {
        Write("drawn.png", DrawnPicture.Png(picture));
        return await _clip.MakeAsync($"-i drawn.png {arguments} {name}");
    }

    /// <summary>Runs FFmpeg in the folder.</summary>
    public Task<string> MakeAsync(string arguments) => _clip.MakeAsync(arguments);

    public static async Task<PictureReading> ReadAsync(string path) => await (await ReaderAsync()).ReadAsync(path, default);

    public void Dispose() => _clip.Dispose();
}
