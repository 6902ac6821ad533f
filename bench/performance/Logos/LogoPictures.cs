using System.Buffers.Binary;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;
using VideoIndex.Performance.Measuring;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Logos;

namespace VideoIndex.Performance.Logos;

/// <summary>Reads pictures of logos.</summary>
internal static class LogoPictures
{
    /// <summary>Returns what the first few PNG files of a folder are known by, in the order of their names.</summary>
    public static IReadOnlyList<(string Name, KnownExample Example)> Read(string folder, int most)
    {
        var analyst = new ExampleAnalyst(new FeatureCoder());
        return [.. Directory.EnumerateFiles(folder, "*.png").Order(StringComparer.Ordinal).Take(most)
            .Select(file => (Path.GetFileNameWithoutExtension(file), analyst.Describe(Picture(file))))];
    }

    // A PNG's width and height stand at byte 16.
    private static ColourPicture Picture(string file)
    {
        var header = File.ReadAllBytes(file).AsSpan(16, 8);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var pixels = Path.Combine(Places.Cache, $"logo-{Environment.ProcessId}");
        _ = Run.Of(["ffmpeg", "-v", "error", "-y", "-i", file, "-f", "rawvideo", "-pix_fmt", "rgba", pixels]);
        var picture = new ColourPicture(width, height, File.ReadAllBytes(pixels));
        File.Delete(pixels);
        return picture;
    }
}
