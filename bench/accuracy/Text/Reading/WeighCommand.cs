using System.Globalization;
using VideoIndex.Accuracy.Text.Planting;
using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Vision.ScreenText;

namespace VideoIndex.Accuracy.Text.Reading;

/// <summary>Measures how often single readings are right, by how sure the reader was.</summary>
internal static class WeighCommand
{
    private const double Bin = 0.05;

    public static int Run(IEnumerable<TextSample> samples, IReadOnlyList<BenchReader> readers, bool all)
    {
        var read = readers.ToDictionary(reader => reader, _ => new List<(ReadWord Word, bool Right)>());
        foreach (var sample in samples)
        {
            foreach (var look in LookReader.Read(sample.File, TextClip.Width, TextClip.Height, TextClip.Rate, new TextSpotter(0, TextSpans.MostReadings)))
            {
                for (var place = 0; place < look.Spotted.Crops.Count; place++)
                {
                    if (look.Spotted.Crops[place] is { } crop && look.Spotted.Look.Sightings[place] is var sighting)
                    {
                        foreach (var reader in readers)
                        {
                            var words = reader.Read(crop).Select(word => (word, IsRight(sample, look.Frame, CropShape.InPicture(sighting, (crop.Width, crop.Height), word), word.Text))).ToList();
                            read[reader].AddRange(words);
                            if (all)
                            {
                                Console.WriteLine($"{reader.Name} {sample.Clip.Name} {look.Frame} {place}: {string.Join(' ', words.Select(word => $"{word.word.Text}{(word.Item2 ? "" : "*")}({word.word.Confidence.Value.ToString("0.0000", CultureInfo.InvariantCulture)})"))}");
                            }
                        }
                    }
                }
            }
        }

        foreach (var reader in readers)
        {
            Print(reader, read[reader]);
        }

        return 0;
    }

    private static void Print(BenchReader reader, List<(ReadWord Word, bool Right)> words)
    {
        Console.WriteLine($"{reader.Name}: {reader.Crops} crops, {words.Count(word => word.Right)} right of {words.Count}, {(reader.Milliseconds / reader.Crops).ToString("0.0", CultureInfo.InvariantCulture)} ms a crop");
        foreach (var bin in words.GroupBy(word => (int)(word.Word.Confidence.Value / Bin)).OrderBy(bin => bin.Key))
        {
            var above = words.Where(word => word.Word.Confidence.Value >= bin.Key * Bin).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{bin.Key * Bin:0.00}: {bin.Count(word => word.Right)} of {bin.Count()} {(double)bin.Count(word => word.Right) / bin.Count():0.000}; from here {above.Count(word => word.Right)} of {above.Count} {(double)above.Count(word => word.Right) / above.Count:0.000}"));
        }
    }

    // A word of a line that stands there.
    private static bool IsRight(TextSample sample, int frame, PictureBox box, string word)
    {
        var (x, y) = ((box.Left + (box.Width / 2.0)) * TextClip.Width / PictureBox.Whole, (box.Top + (box.Height / 2.0)) * TextClip.Height / PictureBox.Whole);
        return Enumerable.Range(0, sample.Clip.Lines.Count).Any(line =>
            sample.Clip.Lines[line] is var planted && planted.Opacity(frame) > 0
            && sample.Truth.Place(line, frame) is var place
            && Math.Abs(x - place.X) < (place.Width / 2) + 20
            && Math.Abs(y - place.Y) < (place.Height * 1.5) + (Math.Abs(Math.Sin(place.Degrees * Math.PI / 180)) * place.Width / 2)
            && planted.Words.Split(' ').Any(other => ReadMarks.Plain(other) == ReadMarks.Plain(word)));
    }
}
