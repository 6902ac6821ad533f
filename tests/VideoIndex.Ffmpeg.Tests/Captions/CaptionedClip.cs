using System.Diagnostics;
using VideoIndex.Ffmpeg.Captions.Cea608;

namespace VideoIndex.Ffmpeg.Tests.Captions;

/// <summary>Makes clips with known captions at known frames, 30000/1001 frames a second, in a folder of its own.</summary>
internal sealed class CaptionedClip : IDisposable
{
    public const int Frames = 90;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("captioned-");

    /// <summary>Pop-on captions in CC1: HELLO SPONSOR is shown by frame 25, erased by 50; SECOND is shown by 66 to the end.</summary>
    public static CaptionPair[][] Plan()
    {
        var plan = Enumerable.Range(0, Frames).Select(_ => new CaptionPair[] { new(false, 0x80, 0x80), new(true, 0x80, 0x80) }).ToArray();
        Put(plan, endingAt: 25, "{RCL*2}{ENM*2}{ROW15}HELLO SPONSOR{EOC}");
        Put(plan, endingAt: 50, "{EDM}");
        Put(plan, endingAt: 66, "{RCL}{ENM}{ROW1}SECOND{EOC}");
        return plan;
    }

    /// <summary>Writes H.264 without reordering and the captions in every picture; returns its path.</summary>
    public async Task<string> SourceAsync()
    {
        var bare = await MakeAsync("bare.h264", "-f lavfi -i testsrc=s=96x64:r=30000/1001 -frames:v 90 -pix_fmt yuv420p -c:v libx264 -preset ultrafast -bf 0 -threads 1");
        var captioned = Path.Combine(_folder.FullName, "captioned.h264");
        await File.WriteAllBytesAsync(captioned, Inject(await File.ReadAllBytesAsync(bare), 5, first => (first & 0x1F) is 1 or 5, frame => CaptionedPicture.Message("h264", Plan()[frame])));
        return captioned;
    }

    /// <summary>Writes MPEG-2 without reordering, each picture with SCTE 20 captions.</summary>
    public async Task<string> CableSourceAsync()
    {
        var bare = await MakeAsync("bare.m2v", "-f lavfi -i testsrc=s=96x64:r=30000/1001 -frames:v 90 -pix_fmt yuv420p -c:v mpeg2video -bf 0 -flags +ildct+ilme -top 0 -a53cc 0 -threads 1");
        var captioned = Path.Combine(_folder.FullName, "captioned.m2v");
        await File.WriteAllBytesAsync(captioned, Inject(await File.ReadAllBytesAsync(bare), 4, first => first == 0x01, frame => CaptionedPicture.Scte20Message(Plan()[frame], bottomFieldFirst: true)));
        return captioned;
    }

    /// <summary>Writes HEVC without reordering and the captions in every picture.</summary>
    public async Task<string> HevcSourceAsync()
    {
        var bare = await MakeAsync("bare.hevc", "-f lavfi -i testsrc=s=96x64:r=30000/1001 -frames:v 90 -pix_fmt yuv420p -c:v libx265 -preset ultrafast -x265-params bframes=0:slices=1:log-level=error");
        var captioned = Path.Combine(_folder.FullName, "captioned.hevc");
        await File.WriteAllBytesAsync(captioned, Inject(await File.ReadAllBytesAsync(bare), 5, first => (first >> 1) <= 21, frame => CaptionedPicture.Message("hevc", Plan()[frame])));
        return captioned;
    }

    public async Task<string> MakeAsync(string name, string arguments)
    {
        var path = Path.Combine(_folder.FullName, name);
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardError = true };
        foreach (var argument in new[] { "-v", "error", "-nostdin", "-y" }.Concat(arguments.Split(' ')).Append(path))
        {
            start.ArgumentList.Add(argument);
        }

        using var ffmpeg = Process.Start(start)!;
        var errors = await ffmpeg.StandardError.ReadToEndAsync();
        await ffmpeg.WaitForExitAsync();
        Assert.True(ffmpeg.ExitCode == 0, errors);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Put(CaptionPair[][] plan, int endingAt, string script)
    {
        var pairs = PairScript.Pairs(script).ToList();
        for (var at = 0; at < pairs.Count; at++)
        {
            plan[endingAt - pairs.Count + 1 + at][0] = pairs[at];
        }
    }

    // Puts a message before the first slice of every picture.
    private static byte[] Inject(byte[] stream, int sliceHeader, Func<byte, bool> isFirstSlice, Func<int, byte[]> message)
    {
        var captioned = new List<byte>();
        var frame = 0;
        for (var at = 0; at < stream.Length; at++)
        {
            var startsUnit = at + sliceHeader <= stream.Length && stream.AsSpan(at).StartsWith((ReadOnlySpan<byte>)[0, 0, 1]);
            if (startsUnit && isFirstSlice(stream[at + 3]))
            {
                captioned.AddRange(message(frame++));
            }

            captioned.Add(stream[at]);
        }

        Assert.Equal(Frames, frame);
        return [.. captioned];
    }
}
