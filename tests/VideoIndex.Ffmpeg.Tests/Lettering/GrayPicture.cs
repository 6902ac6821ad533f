using VideoIndex.Testing.Clips;

namespace VideoIndex.Ffmpeg.Tests.Lettering;

/// <summary>A decoded frame, a byte a pixel.</summary>
internal sealed record GrayPicture(int Width, int Height, byte[] Pixels)
{
    public byte At(int x, int y) => Pixels[(y * Width) + x];

    /// <summary>The number in the upper part of the frame; null where there is none that can be read.</summary>
    public int? Number(int height) => CounterPicture.Read(Pixels.AsSpan(0, Width * height), Width, height);

    /// <summary>Decodes every frame of a clip with FFmpeg alone, none of this product's own code.</summary>
    public static async Task<IReadOnlyList<GrayPicture>> AllOfAsync(TestClip clip, string name, int width, int height)
    {
        var raw = await clip.MakeAsync($"-i {name} -map 0:v:0 -fps_mode passthrough -f rawvideo -pix_fmt gray {name}.raw");
        var bytes = await File.ReadAllBytesAsync(raw);
        Assert.Equal(0, bytes.Length % (width * height));
        return [.. bytes.Chunk(width * height).Select(pixels => new GrayPicture(width, height, pixels))];
    }
}
