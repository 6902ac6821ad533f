using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Testing.Clips;

namespace VideoIndex.Onnx.Tests.ScreenText;

/// <summary>Lines drawn by FFmpeg as a spotter cuts them out: dark on white, a capital 40 pixels high.</summary>
internal static class DrawnCrop
{
    private const int Size = 55, Ascent = 42, Deepest = 12;

    /// <summary>Draws a line of words, without <c>'</c> and <c>\</c>.</summary>
    public static async Task<GrayPicture> OfAsync(string text, string font = "DejaVu Sans")
    {
        using var folder = new TestClip();
        await File.WriteAllTextAsync(folder.PathOf("line.txt"), text);
        var (width, height) = (((text.Length + 2) * Size) & ~1, Ascent + Deepest + (2 * CropShape.Margin));
        await File.WriteAllTextAsync(
            folder.PathOf("drawn.txt"),
            $"color=c=white:s={width}x{height}:r=1:d=1,format=gray,drawtext=font={font.Replace(" ", "\\ ", StringComparison.Ordinal)}:textfile=line.txt:expansion=none:fontsize={Size}:fontcolor=black:x={CropShape.Margin}:y={CropShape.Margin + Ascent}-ascent");
        var file = await folder.MakeAsync("-filter_complex_script drawn.txt -frames:v 1 -f rawvideo crop.raw");
        return Cut(width, height, await File.ReadAllBytesAsync(file));
    }

    /// <summary>Returns it standing on its head.</summary>
    public static GrayPicture Turned(GrayPicture crop) => crop with { Pixels = [.. crop.Pixels.Reverse()] };

    // The line ends where its last letter does.
    private static GrayPicture Cut(int width, int height, byte[] drawn)
    {
        var last = Enumerable.Range(0, drawn.Length).Where(at => drawn[at] < 128).Max(at => at % width);
        var kept = Math.Min(width, last + CropShape.Margin);
        return new GrayPicture(kept, height, [.. Enumerable.Range(0, height).SelectMany(row => drawn.AsSpan(row * width, kept).ToArray())]);
    }
}
