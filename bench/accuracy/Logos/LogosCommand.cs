using System.Globalization;
using VideoIndex.Accuracy.Logos.Sets;

namespace VideoIndex.Accuracy.Logos;

/// <summary>Makes footage with marks planted in it, and measures how well they are found.</summary>
internal static class LogosCommand
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["logos", "make", var part, var seed, var count, var folder, ..]:
                Directory.CreateDirectory(folder);
                var set = LogoSet.Make(LogoParts.Parse(part), Number(seed));
                set.Write(folder);
                return 0;
            default:
                return 2;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
