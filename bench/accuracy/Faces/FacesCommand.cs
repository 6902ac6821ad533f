using VideoIndex.Inference;

namespace VideoIndex.Accuracy.Faces;

/// <summary>Plants faces of known size in pictures without any, and measures which of them detectors find.</summary>
internal static class FacesCommand
{
    private const string Usage = """
        faces plant FACES BACKGROUNDS OUT    one face a picture in FACES; BACKGROUNDS has the folders tune and report
        faces recall PLANTED [--part tune|report] [--threshold 0.3]
        """;

    public static int Run(string[] args)
    {
        try
        {
            switch (args)
            {
                case ["faces", "plant", var faces, var backgrounds, var to]:
                    FacePlanting.Run(faces, backgrounds, to);
                    return 0;
                case ["faces", "recall", var planted, ..]:
                    FaceRecall.Run(planted, Option(args, "--part"), float.Parse(Option(args, "--threshold") ?? "0.3", System.Globalization.CultureInfo.InvariantCulture));
                    return 0;
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or ArgumentException or FormatException or ModelException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
