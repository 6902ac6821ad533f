using System.Globalization;

namespace VideoIndex.Accuracy.Objects;

/// <summary>Measures how well objects are found in labelled pictures, shows what is found in a clip, and says how long it takes.</summary>
internal static class ObjectsCommand
{
    private const string Usage = """
        objects score PICTURES TRUTH [--model NAME] [--file MODEL] [--floor 0.01] [--threshold 0.3] [--keep FOUND.csv]
        objects clip FILE [--model NAME] [--file MODEL] [--threshold 0.3] [--draw FOLDER]
        objects speed FILE [--model NAME] [--file MODEL]
        """;

    public static int Run(string[] args)
    {
        var models = new Lazy<ObjectModels>(() => new ObjectModels(Option(args, "--model") ?? "yolox-nano", Option(args, "--file")));
        try
        {
            switch (args)
            {
                case ["objects", "score", var pictures, var truth, ..]:
                    ScoreCommand.Run(models.Value, pictures, truth, Number(args, "--floor", 0.01f), Number(args, "--threshold", 0.3f), Option(args, "--keep"));
                    return 0;
                case ["objects", "clip", var file, ..]:
                    ClipCommand.Run(models.Value, file, Number(args, "--threshold", 0.3f), Option(args, "--draw"));
                    return 0;
                case ["objects", "speed", var file, ..]:
                    ObjectSpeed.Run(models.Value, file);
                    return 0;
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or ArgumentException or Inference.ModelException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static float Number(string[] args, string name, float otherwise) =>
        Option(args, name) is { } text ? float.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
