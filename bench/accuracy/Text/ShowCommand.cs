using System.Globalization;
using VideoIndex.Accuracy.Text.Reading;
using VideoIndex.Looks;
using VideoIndex.Vision.ScreenText;

namespace VideoIndex.Accuracy.Text;

/// <summary>Draws what is spotted in a file, to be looked at, and tells what is read of it.</summary>
internal static class ShowCommand
{
    public static int Run(string file, int width, int height, int rate, string folder, IReadOnlyList<BenchReader> readers)
    {
        Directory.CreateDirectory(folder);
        foreach (var look in LookReader.Read(file, width, height, rate, new TextSpotter(0, 3, readers is [var first, ..] ? first.Places : null)))
        {
            var (sightings, crops) = (look.Spotted.Look.Sightings, look.Spotted.Crops);
            Console.WriteLine($"frame {look.Frame}: {sightings.Count} in {look.Milliseconds.ToString("0.0", CultureInfo.InvariantCulture)} ms; ends " +
                string.Join(", ", look.Spotted.Look.Ends.Select(end => $"{end.Before} at {end.Until}")));
            for (var at = 0; at < sightings.Count; at++)
            {
                Console.WriteLine($"  {at} {sightings[at]}");
                Frame(look.Luma, width, height, sightings[at].Box);
                if (crops[at] is { } crop)
                {
                    Write(Path.Combine(folder, $"{look.Frame:00000}-{at:00}.pgm"), crop.Width, crop.Height, crop.Pixels);
                    Console.WriteLine(string.Concat(readers.Select(reader => $"    {reader.Name}: {string.Join(' ', reader.Read(crop).Select(word => $"{word.Text} ({word.Confidence})"))}")));
                }
            }

            Write(Path.Combine(folder, $"{look.Frame:00000}.pgm"), width, height, look.Luma);
        }

        return 0;
    }

    private static void Frame(byte[] luma, int width, int height, PictureBox box)
    {
        var (left, top) = (box.Left * width / PictureBox.Whole, box.Top * height / PictureBox.Whole);
        var (right, bottom) = ((box.Left + box.Width) * width / PictureBox.Whole, (box.Top + box.Height) * height / PictureBox.Whole);
        for (var y = Math.Max(0, top - 2); y < Math.Min(height, bottom + 2); y++)
        {
            for (var x = Math.Max(0, left - 2); x < Math.Min(width, right + 2); x++)
            {
                if (y < top || y >= bottom || x < left || x >= right)
                {
                    luma[y * width + x] = (byte)((x + y) % 8 < 4 ? 255 : 0);
                }
            }
        }
    }

    private static void Write(string file, int width, int height, byte[] pixels)
    {
        using var to = File.Create(file);
        to.Write(System.Text.Encoding.UTF8.GetBytes($"P5 {width} {height} 255\n"));
        to.Write(pixels);
    }
}
