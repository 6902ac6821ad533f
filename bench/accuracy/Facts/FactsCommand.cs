using System.Globalization;
using VideoIndex.Timing;

namespace VideoIndex.Accuracy.Facts;

/// <summary>Measures what is said of shots: planted in generated clips, found, and compared.</summary>
internal static class FactsCommand
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["facts", "colours", var file]:
                return NamedColours.Run(file);
            case ["facts", "speed"]:
                return FactsSpeed.Run();
            case ["facts", "file", var file, var rate, var width, var height] when FrameRate.TryParse(rate, out var frames):
                return OneFile.Run(file, frames, int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture));
            default:
                Console.Error.WriteLine("usage: facts file FILE FRAMES_PER_SECOND WIDTH HEIGHT\n       facts colours FILE\n       facts speed");
                return 2;
        }
    }
}
