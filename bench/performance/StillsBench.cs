using System.Diagnostics;
using System.Globalization;
using VideoIndex.Features;
using VideoIndex.Looks;
using VideoIndex.Performance.Measuring;
using VideoIndex.Vision.Logos;
using VideoIndex.Vision.Stills;

namespace VideoIndex.Performance;

/// <summary>What stills of looks take, in bytes and in processor time, and how near they are to what was seen, beside FFmpeg's WebP and JPEG of the same pictures.</summary>
internal static class StillsBench
{
    private const int Patch = 64, LooksAnHour = 7_200;

    // Less contrast than this and there is nothing to compare.
    private const double Plain = 4;

    public static Task<int> RunAsync(Options options, IReadOnlyList<string> files)
    {
        var (most, pictures) = (options.Number("--looks", 40), new List<GrayPicture>());
        Console.WriteLine("| file | looks | of it | bytes a look | MB an hour | made, ms a look | brought back, ms a look |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var file in files.Where(File.Exists))
        {
            var looks = Looks(file, most);
            Console.WriteLine(Kept(Path.GetFileName(file), looks));
            pictures.AddRange(looks.Where((_, at) => at % 8 == 0).Select(Half));
        }

        Console.WriteLine();
        Console.WriteLine("| whole pictures, all files | bytes | ZNCC of 64-pixel patches, mean | worst twentieth | made, ms | brought back, ms |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var step in (int[])[8, 12, 16, 24, 36])
        {
            Console.WriteLine(Ours(step, pictures));
        }

        foreach (var (codec, setting) in ((string, int)[])[("webp", 20), ("webp", 40), ("webp", 60), ("webp", 80), ("jpg", 4), ("jpg", 8), ("jpg", 14), ("jpg", 24)])
        {
            Console.WriteLine(Peer(codec, setting, pictures));
        }

        return Task.FromResult(0);
    }

    private static string Kept(string name, List<GrayPicture> looks)
    {
        var (maker, decoder, before, bytes, share) = (new StillMaker(StillSize.Half), new StillCoder(), (VideoIndex.Logos.Evidence.Still?)null, 0L, 0.0);
        var (making, bringing) = (0.0, 0.0);
        for (var at = 0; at < looks.Count; at++)
        {
            var look = looks[at];
            var changed = at % 8 == 0 ? PictureArea.Whole(look.Width, look.Height) : ChangedBlocks.Between(looks[at - 1].Pixels, look.Pixels, look.Width, look.Height);
            var start = Cpu();
            var kept = changed.Share == 0 ? [] : maker.Make(look.Pixels, look.Width, look.Height, changed);
            var between = Cpu();
            before = kept is [] ? before : decoder.Decode(at, kept, before);
            (making, bringing) = (making + between - start, bringing + Cpu() - between);
            (bytes, share) = (bytes + kept.Length, share + changed.Share);
        }

        var count = Math.Max(1, looks.Count);
        return Line($"| {name} | {looks.Count} | {share / count:P0} | {bytes / count} | {(double)bytes / count * LooksAnHour / 1e6:0} | {making / count:0.0} | {bringing / count:0.0} |");
    }

    private static string Ours(int step, List<GrayPicture> pictures)
    {
        var start = Cpu();
        var made = pictures.ConvertAll(picture => StillCoder.Encode(picture, 2, PictureArea.Whole(picture.Width * 2, picture.Height * 2), step));
        var between = Cpu();
        var back = made.ConvertAll(bytes => new StillCoder().Decode(0, bytes, null)!.Picture);
        var end = Cpu();
        return Row($"ours, step {step}", made.Sum(bytes => (long)bytes.Length), pictures, back, (between - start, end - between));
    }

    private static string Peer(string codec, int setting, List<GrayPicture> pictures)
    {
        var (bytes, making, bringing, back) = (0L, 0.0, 0.0, new List<GrayPicture>());
        var (raw, file, again) = (Path.Combine(Places.Cache, "still.raw"), Path.Combine(Places.Cache, "still." + codec), Path.Combine(Places.Cache, "still.back"));
        string[] how = codec == "webp" ? ["-c:v", "libwebp", "-quality", $"{setting}", "-pix_fmt", "yuv420p"] : ["-c:v", "mjpeg", "-q:v", $"{setting}", "-pix_fmt", "gray", "-strict", "-1"];
        foreach (var picture in pictures)
        {
            File.WriteAllBytes(raw, picture.Pixels);
            string[] from = ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "gray", "-s", $"{picture.Width}x{picture.Height}", "-i", raw];
            var idle = Run.Of([.. from, "-f", "null", "-"]).Cpu;
            making += Run.Of([.. from, .. how, file]).Cpu - idle;
            bringing += Run.Of(["ffmpeg", "-v", "error", "-y", "-i", file, "-f", "rawvideo", "-pix_fmt", "gray", again]).Cpu - idle;
            bytes += new FileInfo(file).Length;
            back.Add(picture with { Pixels = File.ReadAllBytes(again) });
        }

        return Row($"{codec}, {setting}", bytes, pictures, back, (making, bringing));
    }

    private static string Row(string name, long bytes, List<GrayPicture> pictures, List<GrayPicture> back, (double Making, double Bringing) took)
    {
        var alike = pictures.Zip(back).SelectMany(pair => Alike(pair.First, pair.Second)).Order().ToList();
        return Line($"| {name} | {bytes / pictures.Count} | {alike.Average():0.0000} | {alike[alike.Count / 20]:0.000} | {took.Making / pictures.Count:0.0} | {took.Bringing / pictures.Count:0.0} |");
    }

    // Zero-mean normalised correlation of each patch that has any contrast.
    private static IEnumerable<double> Alike(GrayPicture one, GrayPicture other)
    {
        for (var top = 0; top + Patch <= one.Height; top += Patch)
        {
            for (var left = 0; left + Patch <= one.Width; left += Patch)
            {
                var (sumA, sumB, squareA, squareB, both) = (0.0, 0.0, 0.0, 0.0, 0.0);
                for (var at = 0; at < Patch * Patch; at++)
                {
                    var place = ((top + (at / Patch)) * one.Width) + left + (at % Patch);
                    double a = one.Pixels[place], b = other.Pixels[place];
                    (sumA, sumB, squareA, squareB, both) = (sumA + a, sumB + b, squareA + (a * a), squareB + (b * b), both + (a * b));
                }

                const double Count = Patch * Patch;
                var (spreadA, spreadB) = ((squareA / Count) - (sumA / Count * (sumA / Count)), (squareB / Count) - (sumB / Count * (sumB / Count)));
                if (spreadA > Plain * Plain)
                {
                    yield return ((both / Count) - (sumA / Count * (sumB / Count))) / Math.Sqrt(spreadA * Math.Max(spreadB, 1e-9));
                }
            }
        }
    }

    // Two a second from the beginning, at most 1920 pixels wide.
    private static List<GrayPicture> Looks(string video, int most)
    {
        var raw = Path.Combine(Places.Cache, "looks.raw");
        var size = Run.Of(["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "stream=width,height", "-of", "csv=p=0", video]).Output.Trim().Split(',');
        var (wide, high) = (double.Parse(size[0], CultureInfo.InvariantCulture), double.Parse(size[1], CultureInfo.InvariantCulture));
        var less = Math.Min(1, 1920 / Math.Max(wide, high));
        var (width, height) = ((int)(wide * less) / 2 * 2, (int)(high * less) / 2 * 2);
        _ = Run.Of(["ffmpeg", "-v", "error", "-y", "-i", video, "-vf", $"fps=2,scale={width}:{height}:flags=area:out_range=full", "-frames:v", $"{most}", "-pix_fmt", "gray", "-f", "rawvideo", raw]);
        var bytes = File.ReadAllBytes(raw);
        File.Delete(raw);
        return [.. Enumerable.Range(0, bytes.Length / (width * height)).Select(look => new GrayPicture(width, height, bytes.AsSpan(look * width * height, width * height).ToArray()))];
    }

    private static GrayPicture Half(GrayPicture look)
    {
        var half = new GrayPicture(look.Width / 2, look.Height / 2, new byte[look.Width / 2 * (look.Height / 2)]);
        for (var at = 0; at < half.Pixels.Length; at++)
        {
            var from = (2 * (at / half.Width) * look.Width) + (2 * (at % half.Width));
            half.Pixels[at] = (byte)((look.Pixels[from] + look.Pixels[from + 1] + look.Pixels[from + look.Width] + look.Pixels[from + look.Width + 1] + 2) >> 2);
        }

        return half;
    }

    private static double Cpu()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalMilliseconds;
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
