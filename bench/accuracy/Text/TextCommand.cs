using System.Globalization;
using VideoIndex.Accuracy.Text.Planting;

namespace VideoIndex.Accuracy.Text;

/// <summary>Measures how well words on the screen are found in generated clips.</summary>
internal static class TextCommand
{
    public static int Run(string[] args)
    {
        if (args is ["text", "show", var file, var width, var height, var rate, var folder])
        {
            return ShowCommand.Run(file, Number(width), Number(height), Number(rate), folder);
        }

        if (args is ["text", "speed"])
        {
            return SpotSpeed.Run();
        }

        if (args is ["text", "make" or "spot" or "fit" or "read", var part, var first, var clips, var to, ..])
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
                case "read":
                    return ReadCommand.Run(samples, $"part {part}, seeds {first} and on, clips {clips}", args.Contains("--mistakes"));
                default:
                    SpotFit.Run(samples);
                    break;
            }

            return 0;
        }

        return 2;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
