using System.Text;

namespace VideoIndex.Ffmpeg.Tests.Hostile.Kinds;

/// <summary>Files that are right and strange, strangely named, or no files at all.</summary>
internal static class OddFiles
{
    // What FFmpeg itself would write of a frame, and what a terminal would obey.
    private const string Forged = "a\n[showinfo@gray @ 0x1] [info] n:   0 pts:     99 pts_time:99 \r[error] forged\n[fatal] forged\nduration=9999\u001b[2J\u202Egnp.exe\u0007";
    private const string X264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -threads 1";

    public static IEnumerable<HostileFile> All(Canary canary) =>
    [
        Made("size-changes.ts", ConcatenatedAsync),
        Made("clock-jumps.ts", shop => Task.FromResult((byte[])[.. File.ReadAllBytes(shop.Ts), .. File.ReadAllBytes(shop.Ts)])),
        new("clock-wraps.ts", shop => shop.MakeAsync("clock-wraps.ts", $"-i {shop.Mp4} -c copy -output_ts_offset 95441")),
        new("before-zero.mkv", shop => shop.MakeAsync("before-zero.mkv", $"-itsoffset -2 -i {shop.Mp4} -map 0:v -c copy -avoid_negative_ts disabled -copyts")),
        new("after-ten-seconds.mkv", shop => shop.MakeAsync("after-ten-seconds.mkv", $"-itsoffset 10 -i {shop.Mp4} -map 0:v -c copy -copyts")),
        new("no-sound.mp4", shop => shop.MakeAsync("no-sound.mp4", $"-i {shop.Mp4} -an -c copy")),
        new("sound-alone.mp4", shop => shop.MakeAsync("sound-alone.mp4", $"-i {shop.Mp4} -vn -c copy")),
        new("varying-rate.mp4", shop => shop.MakeAsync("varying-rate.mp4", $"-f lavfi -i testsrc2=s=64x64:r=25:d=4,settb=1/1000,setpts=40*N+7*mod(N*N\\,11)+(N*N) -vsync passthrough -enc_time_base 1:1000 {X264}")),
        Made("matroska-inside.mp4", shop => File.ReadAllBytesAsync(shop.Mkv)),
        Made("video-inside.jpg", shop => File.ReadAllBytesAsync(shop.Mp4)),
        new("one-frame.mp4", shop => shop.MakeAsync("one-frame.mp4", $"-f lavfi -i testsrc2=s=64x64:r=25:d=0.04 {X264}")),
        new("flash.flv", shop => shop.MakeAsync("flash.flv", $"-i {shop.Mp4} -c:v flv -c:a libmp3lame -ar 44100")),
        new("theora.ogg", shop => shop.MakeAsync("theora.ogg", $"-i {shop.Mp4} -c:v libtheora -c:a libvorbis -ac 2")),
        new("cover-alone.mp3", shop => CoverAsync(shop, "cover-alone.mp3", "-map 1:v -map 0:a")),
        new("cover-and-nothing.mp4", shop => CoverAsync(shop, "cover-and-nothing.mp4", "-map 1:v -disposition:v attached_pic")),
        new("cover-in-png.mp4", shop => shop.MakeAsync("cover-in-png.mp4", $"-i {shop.Mp4} -f lavfi -i testsrc2=s=64x64:d=0.04 -map 0 -map 1 -c copy -c:v:1 png -disposition:v:1 attached_pic")),
        new("sound-in-wavpack.mkv", shop => shop.MakeAsync("sound-in-wavpack.mkv", $"-i {shop.Mp4} -c:v copy -c:a wavpack")),
        new("sound-in-wavpack-alone.mkv", shop => shop.MakeAsync("sound-in-wavpack-alone.mkv", $"-i {shop.Mp4} -vn -c:a wavpack")),
        new("turned-45-degrees.mp4", Turned),
        new("forged-words.mp4", shop => shop.MakeAsync("forged-words.mp4", $"-i {shop.Mp4} -map 0 -c copy", Words(Forged))),
        new("forged-words.mkv", shop => shop.MakeAsync("forged-words.mkv", $"-i {shop.Mp4} -map 0 -c copy", Words(Forged))),
        new("words-not-utf8.mkv", shop => NotUtf8(shop)),
        Named("-f"),
        Named("http:x"),
        Named("file:x.mp4"),
        Named("pipe:0"),
        Named("a%03d.png"),
        Named("concat:canary.ts|canary.ts"),
        Named("subfile,,start,0,end,0,,:canary.ts"),
        Named("two\nlines [showinfo@gray @ 0x1] [info] n: 0 pts: 99 .mp4"),
        Named("quo\"te' $(touch x) `touch y`;touch z.mp4"),
        Named("Überblick – 試合 ⚽.mp4"),
        Named(" spaces .mp4 "),
        Named("\u001b[31mred\u202E4pm.exe"),
        new("a folder", shop => Directory.CreateDirectory(shop.PathOf("folder.mp4")).FullName),
        new("a pipe", Pipe),
        new("a device", _ => "/dev/zero"),
        new("a link to a device", shop => File.CreateSymbolicLink(shop.PathOf("device.mp4"), "/dev/zero").FullName),
        new("a link to nothing", shop => File.CreateSymbolicLink(shop.PathOf("dangling.mp4"), shop.PathOf("nowhere.mp4")).FullName),
        new("a link to a video", shop => File.CreateSymbolicLink(shop.PathOf("link.mp4"), shop.Mp4).FullName),
        new("a link to itself", shop => File.CreateSymbolicLink(shop.PathOf("loop.mp4"), shop.PathOf("loop.mp4")).FullName),
        new("no such file", shop => shop.PathOf("missing.mp4")),
        new("a locked file", Locked),
        new("vanishes", shop => Copy(shop, "vanishes.mp4")) { BeforeProbe = File.Delete },
        new("becomes a link", shop => Copy(shop, "becomes.mp4")) { BeforeProbe = path => Become(path, canary.Text) },
    ];

    private static HostileFile Named(string name) => new("named " + name.ReplaceLineEndings("\\n").Replace('\u001b', '^').Replace('\u202E', '<'), shop => Copy(shop, name));

    private static HostileFile Made(string name, Func<Workshop, Task<byte[]>> make) => new(name, async shop => shop.Write(name, await make(shop)));

    // The same pictures under many names: the last bytes differ, so that each is a video of its own.
    private static string Copy(Workshop shop, string name) => shop.Write(name, [.. File.ReadAllBytes(shop.Mp4), .. Boxes.Box("free", Encoding.UTF8.GetBytes(name))]);

    private static string[] Words(string words) => ["-metadata", $"title={words}", "-metadata", $"artist={words}", "-metadata:s:v", $"handler_name={words}"];

    private static async Task<byte[]> ConcatenatedAsync(Workshop shop)
    {
        var small = await shop.MakeAsync("small.ts", $"-f lavfi -i testsrc2=s=160x90:r=25:d=2 {X264}");
        var large = await shop.MakeAsync("large.ts", $"-f lavfi -i testsrc2=s=320x240:r=25:d=2 {X264} -output_ts_offset 2");
        return [.. await File.ReadAllBytesAsync(small), .. await File.ReadAllBytesAsync(large)];
    }

    private static async Task<string> CoverAsync(Workshop shop, string name, string mapping)
    {
        var cover = await shop.MakeAsync(name + ".cover.jpg", "-f lavfi -i testsrc2=s=64x64:d=1 -frames:v 1");
        return await shop.MakeAsync(name, $"-i {shop.Mp4} -i {cover} {mapping} -c:v copy -c:a libmp3lame");
    }

    private static async Task<string> Turned(Workshop shop)
    {
        var plain = await File.ReadAllBytesAsync(await shop.MakeAsync("turned-base.mp4", $"-f lavfi -i testsrc2=s=64x64:d=1 {X264}"));
        int[] matrix = [46341, 46341, 0, -46341, 46341, 0, 0, 0, 1 << 30];
        return shop.Write("turned-45-degrees.mp4", Boxes.Patch(plain, "tkhd", header =>
        {
            for (var i = 0; i < matrix.Length; i++)
            {
                System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(header[(40 + 4 * i)..], matrix[i]);
            }
        }));
    }

    private static async Task<string> NotUtf8(Workshop shop)
    {
        var file = await File.ReadAllBytesAsync(await shop.MakeAsync("words-base.mkv", $"-i {shop.Mp4} -c copy -metadata title=XXXXXXXX -metadata YYYYYYYY=ZZZZZZZZ"));
        var text = Encoding.Latin1.GetString(file)
            .Replace("XXXXXXXX", "\u00FF\u00FE\u00C0\u00AF\u00ED\u00A0\u0080\u00F8", StringComparison.Ordinal)
            .Replace("YYYYYYYY", "\u00FFKEY\u0001\u00EDX\u00C3", StringComparison.Ordinal);
        return shop.Write("words-not-utf8.mkv", Encoding.Latin1.GetBytes(text));
    }

    private static async Task<string> Pipe(Workshop shop)
    {
        await Workshop.RunAsync(["mkfifo", shop.PathOf("pipe.mp4")]);
        return shop.PathOf("pipe.mp4");
    }

    private static async Task<string> Locked(Workshop shop)
    {
        var path = Copy(shop, "locked.mp4");
        await Workshop.RunAsync(["chmod", "000", path]);
        return path;
    }

    private static void Become(string path, string target)
    {
        File.Delete(path);
        File.CreateSymbolicLink(path, target);
    }
}
