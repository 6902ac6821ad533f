using System.Diagnostics;

namespace VideoIndex.Cli.Tests.Footage;

/// <summary>Small clips, drawn once for all tests and gone with them.</summary>
internal static class Reels
{
    private static readonly Lazy<Task<string>> Drawn = new(DrawAsync);

    /// <summary>Three shots of a second each at 30000/1001 with labels from 10:00:00;00, two chapters, and captions in three languages.</summary>
    public const string Match = "Match Day.mov";

    /// <summary>Frames that keep no rate, and no sound.</summary>
    public const string Varying = "varying.mkv";

    /// <summary>Sound alone.</summary>
    public const string Sound = "radio.wav";

    /// <summary>No video, whatever its name says.</summary>
    public const string Broken = "broken.mp4";

    /// <summary>The folder they are in.</summary>
    public static Task<string> FolderAsync() => Drawn.Value;

    public static async Task<string> PathAsync(string name) => Path.Combine(await FolderAsync(), name);

    /// <summary>Draws a minute of moving pattern: time enough to be interrupted in.</summary>
    public static Task DrawMinuteAsync(string path) => FfmpegAsync(
        "-f", "lavfi", "-i", "testsrc2=s=640x360:r=30:d=60", "-c:v", "libx264", "-preset", "ultrafast", "-g", "30", path);

    /// <summary>Draws a mark, and four seconds of a fractal in which it stands, half as large, from 1 s until 3 s.</summary>
    public static async Task DrawMarkAsync(string mark, string video)
    {
        await FfmpegAsync("-f", "lavfi", "-i", "cellauto=rule=110:s=48x24:random_fill_ratio=0.3:random_seed=1:scroll=0,scale=240:120:flags=neighbor", "-frames:v", "1", mark);
        await FfmpegAsync(
            "-f", "lavfi", "-i", "mandelbrot=s=640x360:r=25", "-i", mark, "-filter_complex", "[1]scale=120:60[m];[0][m]overlay=400:200:enable='between(t,1,2.99)'",
            "-t", "4", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "20", "-pix_fmt", "yuv420p", video);
    }

    private static async Task<string> DrawAsync()
    {
        var folder = Directory.CreateTempSubdirectory("videoindex cli ").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        string In(string name) => Path.Combine(folder, name);
        await File.WriteAllTextAsync(In("match.txt"), Captions("Corner from the left", "A perfect free kick"));
        await File.WriteAllTextAsync(In("chapters.txt"), Chapters);
        await File.WriteAllTextAsync(In("Match Day.de.srt"), Captions("Der Ball geht über die Linie", "Ein schöner Freistoß"));
        await File.WriteAllTextAsync(In("Match Day.ja.srt"), Captions("左からのコーナーキック", "見事なフリーキックです"));
        await File.WriteAllTextAsync(In(Broken), "This is no video.\n");
        const string Shots = "testsrc=s=320x180:r=30000/1001,trim=end_frame=30[a];mandelbrot=s=320x180:r=30000/1001,trim=end_frame=30[b];"
            + "smptebars=s=320x180:r=30000/1001,trim=end_frame=30[c];[a][b][c]concat=n=3[out0]";
        await FfmpegAsync(
            "-f", "lavfi", "-i", Shots, "-f", "lavfi", "-i", "sine=440:r=48000:d=3.003", "-i", In("match.txt"), "-i", In("chapters.txt"),
            "-map", "0:v", "-map", "1:a", "-map", "2:s", "-map_metadata", "3", "-map_chapters", "3", "-c:v", "libx264", "-preset", "ultrafast",
            "-g", "15", "-pix_fmt", "yuv420p", "-c:a", "pcm_s16le", "-c:s", "mov_text", "-metadata:s:a:0", "language=eng",
            "-metadata:s:s:0", "language=eng", "-timecode", "10:00:00;00", In(Match));
        await FfmpegAsync(
            "-f", "lavfi", "-i", @"testsrc=s=320x180:r=30:d=1,setpts=if(lt(N\,15)\,N\,N*2-15)/30/TB", "-fps_mode", "vfr",
            "-c:v", "libx264", "-preset", "ultrafast", In(Varying));
        await FfmpegAsync("-f", "lavfi", "-i", "sine=440:r=48000:d=1", "-c:a", "pcm_s16le", In(Sound));
        return folder;
    }

    private static string Captions(string first, string second) =>
        $"1\n00:00:00,500 --> 00:00:01,500\n{first}\n\n2\n00:00:02,000 --> 00:00:02,900\n{second}\n";

    private const string Chapters =
        ";FFMETADATA1\ntitle=Test Match\nartist=Harbour Broadcasting\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle=Kick-off\n"
        + "[CHAPTER]\nTIMEBASE=1/1000\nSTART=1000\nEND=3003\ntitle=Goal\n";

    private static async Task FfmpegAsync(params string[] arguments)
    {
        string[] whole = ["-y", "-nostdin", "-v", "error", .. arguments[..^1], "-threads", "1", "-fflags", "+bitexact", "-flags", "+bitexact", arguments[^1]];
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", whole) { RedirectStandardError = true })!;
        var said = await ffmpeg.StandardError.ReadToEndAsync();
        await ffmpeg.WaitForExitAsync();
        Assert.True(ffmpeg.ExitCode == 0, said);
    }
}
