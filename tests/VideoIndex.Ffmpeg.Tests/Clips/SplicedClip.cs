using VideoIndex.Testing.Clips;

namespace VideoIndex.Ffmpeg.Tests.Clips;

/// <summary>Transport streams of two halves, put one after the other as a recorder does.</summary>
internal static class SplicedClip
{
    /// <summary>Makes one of 50 frames of a picture full of noise, 25 in each half, whose clock goes on.</summary>
    /// <param name="clip">The folder.</param>
    /// <param name="first">How the first second is encoded.</param>
    /// <param name="second">How the other one is.</param>
    public static async Task<string> SpliceAsync(this TestClip clip, string first, string second)
    {
        const string source = "-f lavfi -i testsrc2=s=640x360:r=25:d=1,noise=alls=40 -f lavfi -i sine=d=1 -pix_fmt yuv420p";
        var halves = new[] { await clip.MakeAsync($"{source} {first} 1.ts"), await clip.MakeAsync($"{source} {second} -output_ts_offset 1 2.ts") };
        var path = clip.PathOf("a.ts");
        using var file = File.Create(path);
        foreach (var half in halves)
        {
            file.Write(await File.ReadAllBytesAsync(half));
        }

        return path;
    }
}
