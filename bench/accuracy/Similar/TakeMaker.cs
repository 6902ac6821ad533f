using System.Globalization;
using System.Text.Json;
using VideoIndex.Accuracy.Footage;
using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Similar;

/// <summary>Plants the truth: films scenes several times over, drawn ones and, where there are any, real ones.</summary>
internal sealed class TakeMaker(string folder)
{
    private const int Rate = 25, Frames = 40, Apart = 50, LeastSeconds = 5;

    private readonly List<Take> _takes = [];

    /// <summary>Makes all takes and writes down which is what.</summary>
    /// <param name="scenes">How many scenes are drawn for each part.</param>
    /// <param name="behind">A folder of real clips; null for none.</param>
    public void Make(int scenes, string? behind)
    {
        foreach (var family in new[] { Family.Tune, Family.Report })
        {
            for (var number = 0; number < scenes; number++)
            {
                Draw(family, number);
            }
        }

        var clips = behind is null ? [] : Directory.EnumerateFiles(behind, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".mp4" or ".mkv" or ".webm" or ".mpg" or ".avi").Order(StringComparer.Ordinal).ToList();
        foreach (var (number, clip) in clips.Index())
        {
            Film(clip, number);
        }

        File.WriteAllText(Path.Combine(folder, "truth.json"), JsonSerializer.Serialize(_takes, TakeForm.Default.ListTake));
        Console.WriteLine($"{_takes.Count} takes of {_takes.DistinctBy(take => take.Group).Count()} scenes in {folder}");
    }

    private void Draw(Family family, int number)
    {
        var random = new Random((family.FirstSeed * 31) + number);
        IScene scene;
        do
        {
            scene = Planner.Any(random, family);
            (scene as IDisposable)?.Dispose();
        }
        while (scene is SourceScene);

        var (colours, group) = (Colours(random), $"{family.Name}-drawn-{number:000}");
        Encode(Raw, colours, TakeKind.All, family.Name, group, false, Frames => Show(scene, 0, Frames));
        Encode(Raw, colours, [TakeKind.AsItIs with { Name = TakeKind.Later }], family.Name, group, false, Frames => Show(scene, Frames + Apart, Frames));
        Encode(Raw, colours, [TakeKind.AsItIs with { Name = TakeKind.SecondCamera }], family.Name, group, false, Frames => Show(scene.Reframed(random), 0, Frames));
    }

    // From the middle of a clip, where it is long enough; two clips of a folder go into one part, for they may show the same.
    private void Film(string clip, int number)
    {
        var seconds = Seconds(clip);
        if (seconds < LeastSeconds)
        {
            return;
        }

        var part = Path.GetFileName(Path.GetDirectoryName(clip)!).Sum(letter => letter) % 2 == 0 ? Family.Tune.Name : Family.Report.Name;
        var (begin, group) = ((seconds / 2) - 1.7, $"{part}-real-{number:000}");
        foreach (var (kinds, from) in new (IReadOnlyList<TakeKind>, double)[] { (TakeKind.All, begin), ([TakeKind.AsItIs with { Name = TakeKind.Later }], begin + 1.8) })
        {
            string[] input = ["-ss", from.ToString(CultureInfo.InvariantCulture), "-t", (Frames / (double)Rate).ToString(CultureInfo.InvariantCulture), "-i", clip];
            Encode(input, "scale=480:270,setsar=1,fps=25", kinds, part, group, true, null);
        }
    }

    private static string[] Raw => ["-f", "rawvideo", "-pix_fmt", "gray", "-s", $"{Picture.Width}x{Picture.Height}", "-r", "25", "-i", "-"];

    private void Encode(string[] input, string before, IReadOnlyList<TakeKind> kinds, string part, string group, bool isReal, Func<int, IEnumerable<byte[]>>? frames)
    {
        var graph = $"[0:v:0]{before},split={kinds.Count}" + string.Concat(kinds.Select((_, at) => $"[s{at}]")) + ";"
            + string.Join(';', kinds.Select((kind, at) => $"[s{at}]{kind.Filters},setsar=1[o{at}]"));
        var takes = kinds.Select(kind => new Take($"{group}-{kind.Name.Replace(' ', '-')}.mkv", part, group, kind.Name, isReal)).ToList();
        var outputs = kinds.SelectMany((kind, at) => (string[])["-map", $"[o{at}]", "-an", .. kind.Encoding.Split(' '), "-frames:v", $"{Frames}", Path.Combine(folder, takes[at].File)]);
        using var ffmpeg = Ffmpeg.Start([.. input, "-filter_complex", graph, .. outputs], input: frames is not null);
        if (frames is not null)
        {
            using var to = ffmpeg.StandardInput.BaseStream;
            foreach (var frame in frames(Frames))
            {
                to.Write(frame);
            }
        }

        ffmpeg.WaitForExit(Timeout.Infinite);
        if (ffmpeg.ExitCode == 0 && takes.TrueForAll(take => new FileInfo(Path.Combine(folder, take.File)).Length > 2000))
        {
            _takes.AddRange(takes);
        }
        else
        {
            Console.WriteLine($"left out: {group}, {kinds[^1].Name}");
        }
    }

    private static IEnumerable<byte[]> Show(IScene scene, int from, int frames)
    {
        var picture = new Picture();
        for (var frame = from; frame < from + frames; frame++)
        {
            scene.Draw(picture, frame / (double)Rate);
            yield return picture.Luma;
        }
    }

    // Scenes are drawn in gray: light and dark are given colours, which are the scene's own.
    private static string Colours(Random random)
    {
        var strength = random.Next(4) == 0 ? 0 : random.Next(8, 50);
        return $"format=yuv444p,pseudocolor=c0=val:c1='128+{strength}*sin(val/{random.Next(25, 120)}+{random.Next(628)}/100)':c2='128+{strength}*sin(val/{random.Next(25, 120)}+{random.Next(628)}/100)':index=0";
    }

    private static double Seconds(string clip)
    {
        using var ffprobe = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("ffprobe", ["-v", "error", "-select_streams", "v:0", "-show_entries", "format=duration:stream=codec_type", "-of", "default=nk=1:nw=1", clip]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var lines = ffprobe.StandardOutput.ReadToEnd().Split('\n');
        ffprobe.WaitForExit(Timeout.Infinite);
        return lines is ["video", var text, ..] && double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
    }
}
