using System.Globalization;
using VideoIndex.Looks;
using VideoIndex.Testing.Clips;

namespace VideoIndex.Tesseract.Tests;

/// <summary>A line of words drawn by FFmpeg as it would stand in a frame, then cut out and scaled as a spotter does it.</summary>
/// <param name="Text">The words, without <c>'</c> and <c>\</c>.</param>
/// <param name="Size">The size of the letters in the frame, in pixels: a capital is about .73 of it.</param>
/// <param name="Contrast">How much darker the letters are than what is behind them, of 255.</param>
/// <param name="Noise">How strong the noise over it is, as FFmpeg counts it.</param>
/// <param name="Font">The family, as fontconfig knows it.</param>
internal sealed record DrawnLine(string Text, int Size = 28, int Contrast = 200, int Noise = 8, string Font = "DejaVu Sans")
{
    private const double CapitalHeight = 0.73;
    private const int Capital = 40;

    public async Task<GrayPicture> DrawAsync()
    {
        using var folder = new TestClip();
        await File.WriteAllTextAsync(folder.PathOf("line.txt"), Text);
        var (width, height) = ((int)(Size * ((Text.Length * 0.85) + 2)) / 2 * 2, Size * 2 / 2 * 2);
        var scale = Capital / (Size * CapitalHeight);
        var (wide, high) = ((int)(width * scale), (int)(height * scale));
        var letters = (225 - Contrast).ToString("x2", CultureInfo.InvariantCulture);
        var drawn = string.Create(
            CultureInfo.InvariantCulture,
            $"color=c=0xe1e1e1:s={width}x{height}:r=1:d=1,format=gray,noise=alls={Noise}:all_seed=4,drawtext=font={Font.Replace(" ", "\\ ", StringComparison.Ordinal)}:textfile=line.txt:expansion=none:fontsize={Size}:fontcolor=0x{letters}{letters}{letters}:x={Size}:y={Size}-ascent/2");
        await File.WriteAllTextAsync(folder.PathOf("drawn.txt"), drawn);
        await folder.MakeAsync("-filter_complex_script drawn.txt -frames:v 1 -c:v libx264 -qp 28 -pix_fmt yuv420p frame.mkv");
        var file = await folder.MakeAsync($"-i frame.mkv -vf scale={wide}:{high}:flags=lanczos,format=gray -frames:v 1 -f rawvideo crop.raw");
        return new GrayPicture(wide, high, await File.ReadAllBytesAsync(file));
    }
}
