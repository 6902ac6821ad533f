using System.Globalization;
using VideoIndex.Performance.Measuring;

namespace VideoIndex.Performance;

/// <summary>Makes the footage that is measured with, once.</summary>
internal static class Footage
{
    private const int SceneSeconds = 4;

    // Edges of the Mandelbrot set: detail at every size, as in leaves and crowds.
    private static readonly (string X, string Y, double Scale)[] Spots =
    [
        ("-0.7436", "-0.1318", 0.004), ("-0.1015", "0.9563", 0.02), ("-1.2500", "0.0200", 0.01), ("0.2850", "0.0110", 0.008), ("-0.7450", "0.1130", 0.006),
    ];

    /// <summary>Returns a 1920 x 1080 clip at 25 frames a second, H.264 at about 6 Mb/s and AAC, with a cut every 4 s.</summary>
    public static string HighDefinition(int seconds) => Made($"hd-{seconds}s.mp4", file =>
    {
        var scenes = Math.Max(1, (seconds + SceneSeconds - 1) / SceneSeconds);
        var labels = string.Concat(Enumerable.Range(0, scenes).Select(scene => $"[s{scene}]"));
        var graph = string.Join(';', Enumerable.Range(0, scenes).Select(Scene))
            + $";{labels}concat=n={scenes}:v=1:a=0,fps=25[v];anoisesrc=r=48000:a=0.2:c=pink:seed=1,aformat=channel_layouts=stereo[a]";
        return
        [
            "-filter_complex", graph, "-map", "[v]", "-map", "[a]", "-t", $"{seconds}",
            "-c:v", "libx264", "-preset", "veryfast", "-b:v", "6M", "-maxrate", "9M", "-bufsize", "12M", "-pix_fmt", "yuv420p",
            "-c:a", "aac", "-b:a", "128k", "-movflags", "+faststart", file,
        ];
    });

    /// <summary>Returns a 320 x 180 clip of many hours: twenty seconds, over and over.</summary>
    public static string Long(int hours)
    {
        var loop = Made("loop.mp4", file =>
        [
            "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25,noise=alls=8:allf=t", "-f", "lavfi", "-i", "sine=330:r=48000",
            "-t", "20", "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-c:a", "aac", file,
        ]);
        return Made($"long-{hours}h.mp4", file => ["-stream_loop", "-1", "-i", loop, "-t", $"{hours * 3600}", "-c", "copy", file]);
    }

    /// <summary>Returns a folder of clips of two seconds, 640 x 360, no two alike.</summary>
    public static string Small(int files)
    {
        var folder = Path.Combine(Places.Cache, $"small-{files}");
        if (Directory.Exists(folder) && Directory.GetFiles(folder).Length == files)
        {
            return folder;
        }

        Directory.CreateDirectory(folder);
        Ffmpeg(
        [
            "-f", "lavfi", "-i", "testsrc2=s=640x360:r=25,noise=alls=8:allf=t", "-f", "lavfi", "-i", "sine=330:r=48000",
            "-t", $"{2 * files}", "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-g", "50", "-keyint_min", "50", "-sc_threshold", "0",
            "-c:a", "aac", "-f", "segment", "-segment_time", "2", "-reset_timestamps", "1", Path.Combine(folder, "%04d.mp4"),
        ]);
        foreach (var extra in Directory.GetFiles(folder).Order(StringComparer.Ordinal).Skip(files))
        {
            File.Delete(extra); // the sound's last packets
        }

        return folder;
    }

    // A still picture under a moving camera, something passing in front of it the other way, and grain.
    private static string Scene(int scene)
    {
        var (x, y, scale) = Spots[scene % Spots.Length];
        var speed = 30 + scene * 37 % 90;
        var zoom = scale * (1 + 0.37 * (scene / Spots.Length));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"mandelbrot=s=2560x1440:r=25:start_x={x}:start_y={y}:start_scale={zoom:0.0000}:maxiter=400,trim=end_frame=1,format=yuv420p,"
            + $"hue=h={scene * 67 % 360},loop=-1:1:0,setpts=N/25/TB,split[p{scene}][q{scene}];"
            + $"[p{scene}]crop=1920:1080:'{speed}*t':'{speed / 2}*t'[b{scene}];[q{scene}]crop=480:540:600+{speed / 3}*t:300,hflip[f{scene}];"
            + $"[b{scene}][f{scene}]overlay='200+{2 * speed}*t':'270+40*sin(3*t)',noise=alls=10:allf=t+u:all_seed={scene + 1},"
            + $"trim=end_frame={SceneSeconds * 25},format=yuv420p[s{scene}]");
    }

    // Under another name until it is whole.
    private static string Made(string name, Func<string, IReadOnlyList<string>> arguments)
    {
        var file = Path.Combine(Places.Cache, name);
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"making {name} ...");
            var part = Path.Combine(Places.Cache, "part-" + name);
            Ffmpeg(arguments(part));
            File.Move(part, file, overwrite: true);
        }

        return file;
    }

    private static void Ffmpeg(IReadOnlyList<string> arguments) => Run.Of(["ffmpeg", "-nostdin", "-v", "error", "-y", .. arguments]);
}
