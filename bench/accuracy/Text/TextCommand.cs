using System.Globalization;
using VideoIndex.Accuracy.Text.Planting;
using VideoIndex.Accuracy.Text.Reading;

namespace VideoIndex.Accuracy.Text;

/// <summary>Measures how well words on the screen are found in generated clips.</summary>
internal static class TextCommand
{
    public static int Run(string[] args)
    {
        if (args is ["text", "show", var file, var width, var height, var rate, var folder, ..])
        {
            return With(args, null, readers => ShowCommand.Run(file, Number(width), Number(height), Number(rate), folder, readers));
        }

        if (args is ["text", "speed"])
        {
            return SpotSpeed.Run();
        }

        if (args is ["text", "make" or "spot" or "fit" or "read" or "weigh", var part, var first, var clips, var to, ..])
        {
            Directory.CreateDirectory(to);
            var samples = Enumerable.Range(Number(first), Number(clips)).Select(seed => TextSample.Make(part == "tune" ? TextPart.Tune : TextPart.Report, seed, to));
            switch (args[1])
            {
                case "make":
                    foreach (var sample in samples)
                    {
                        Console.WriteLine($"{sample.Clip.Name} {sample.Clip.Backdrop} {sample.Clip.Lines.Count}");
                    }

                    break;
                case "spot":
                    SpotCommand.Run(samples, $"part {part}, seeds from {first}", args.Contains("--mistakes"));
                    break;
                case "read" or "weigh":
                    var conditions = $"part {part}, seeds {first} and on, clips {clips}";
                    return With(args, "tesseract", readers => args[1] == "read"
                        ? ReadCommand.Run(samples, conditions, readers, Size(Option(args, "--size")), args.Contains("--mistakes"))
                        : WeighCommand.Run(samples, readers, args.Contains("--all")));
                default:
                    SpotFit.Run(samples);
                    break;
            }

            return 0;
        }

        return 2;
    }

    private static int With(string[] args, string? usual, Func<IReadOnlyList<BenchReader>, int> run)
    {
        IReadOnlyList<BenchReader> readers = [];
        try
        {
            readers = (Option(args, "--reader") ?? usual) is { } names ? BenchReader.Open(names, Option(args, "--models")) : [];
            return run(readers);
        }
        catch (InvalidOperationException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return 2;
        }
        finally
        {
            foreach (var reader in readers)
            {
                reader.Dispose();
            }
        }
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    // Of the looks: that of the clips, where nothing is said.
    private static (int Width, int Height) Size(string? text) => text?.Split('x') is [var width, var height] ? (Number(width), Number(height)) : (TextClip.Width, TextClip.Height);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
