using System.Globalization;
using System.Text;
using VideoIndex.Vision.Features.Codes;

namespace VideoIndex.Accuracy.Features;

/// <summary>Learns the code of features, or writes the painted pictures that OpenCV's keypoints were taken from.</summary>
internal static class FeaturesCommand
{
    /// <summary>How large the pictures are that are compared with OpenCV, and from which numbers they are painted.</summary>
    public const int Width = 480, Height = 270, FirstSeed = 9001, Pictures = 4;

    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["features", "train", var file]:
                File.WriteAllBytes(file, CodeTraining.Train().ToBytes());
                return 0;
            case ["features", "paint", var folder]:
                for (var at = 0; at < Pictures; at++)
                {
                    Paint(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{at}.pgm")), FirstSeed + at);
                }

                return 0;
            case ["features"]:
                CodeMarks.Print();
                return 0;
            default:
                Console.Error.WriteLine($"usage: features\n       features train {CodeBook.File}\n       features paint FOLDER");
                return 2;
        }
    }

    private static void Paint(string file, int seed)
    {
        using var to = File.Create(file);
        to.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n")));
        to.Write(PaintedPicture.Of(seed, Width, Height).Pixels);
    }
}
