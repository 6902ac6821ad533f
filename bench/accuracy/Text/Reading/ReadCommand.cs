using System.Globalization;
using VideoIndex.Accuracy.Text.Planting;
using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Timing;
using VideoIndex.Videos;
using VideoIndex.Vision.ScreenText;

namespace VideoIndex.Accuracy.Text.Reading;

/// <summary>Measures what words are read, where and when, from the frames to the claims: by each reader of the same crops.</summary>
internal static class ReadCommand
{
    public static int Run(IEnumerable<TextSample> samples, string conditions, IReadOnlyList<BenchReader> readers, (int Width, int Height) size, bool mistakes)
    {
        var marks = readers.Select(_ => new ReadMarks()).ToList();
        foreach (var sample in samples)
        {
            foreach (var alike in Enumerable.Range(0, readers.Count).GroupBy(by => readers[by].Places))
            {
                Read(sample, readers, marks, [.. alike], size);
            }
        }

        Console.WriteLine($"{conditions}, looks of {size.Width} x {size.Height}");
        Print(readers, marks, mistakes);
        return 0;
    }

    // Those of the same places are given the same crops.
    private static void Read(TextSample sample, IReadOnlyList<BenchReader> readers, List<ReadMarks> marks, List<int> alike, (int Width, int Height) size)
    {
        var (seen, readings) = (new List<TextLook>(), alike.ToDictionary(by => by, _ => new List<CropReading>()));
        foreach (var look in LookReader.Read(sample.File, size.Width, size.Height, TextClip.Rate, new TextSpotter(0, TextSpans.MostReadings, readers[alike[0]].Places)))
        {
            seen.Add(look.Spotted.Look);
            alike.ForEach(by => readers[by].Looked(look.Milliseconds));
            for (var place = 0; place < look.Spotted.Crops.Count; place++)
            {
                foreach (var by in alike)
                {
                    if (look.Spotted.Crops[place] is { } crop)
                    {
                        readings[by].Add(new CropReading(look.Frame, place, [.. readers[by].Read(crop).Select(word => InPicture(look.Spotted.Look.Sightings[place], crop, word))]));
                    }
                }
            }
        }

        foreach (var by in alike)
        {
            marks[by].Add(sample, TextSpans.Of(new WatchedText(new VideoId(new byte[32]), seen, readings[by], readers[by].Reader.Origin, TimeOf, TimeOf(TextClip.Frames))));
        }
    }

    private static void Print(IReadOnlyList<BenchReader> readers, List<ReadMarks> marks, bool mistakes)
    {
        Console.WriteLine(Row("words", "planted", readers.Select(reader => reader.Name)));
        Console.WriteLine(Row("---", "---", readers.Select(_ => "---")));
        foreach (var rows in marks.SelectMany(mark => mark.Rows()).GroupBy(row => row.Name))
        {
            Console.WriteLine(Row(rows.Key, $"{rows.First().Planted}", rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{(double)row.Read / Math.Max(1, row.Planted):0.000}"))));
        }

        for (var by = 0; by < readers.Count; by++)
        {
            var reader = readers[by];
            Console.WriteLine();
            Console.WriteLine($"{reader.Name}: {reader.Reader.Origin.Name} {reader.Reader.Origin.Version}");
            marks[by].Print(mistakes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{reader.Crops} crops, {reader.Pixels / 1e6 / (reader.Looks / 120.0):0.0} megapixels a minute of video, {reader.Milliseconds / (reader.Pixels / 1e6):0} ms of processor time a megapixel, {reader.Milliseconds / reader.Crops:0.0} a crop; {reader.LookMilliseconds / reader.Looks:0.0} ms a look"));
        }
    }

    private static string Row(string name, string planted, IEnumerable<string> cells) => $"| {name} | {planted} | {string.Join(" | ", cells)} |";

    private static SeenWord InPicture(TextSighting sighting, GrayPicture crop, ReadWord word) =>
        new(word.Text, word.Confidence, CropShape.InPicture(sighting, (crop.Width, crop.Height), word), word.Language);

    private static MediaTime TimeOf(long frame) => FrameRate.Pal.StartOf((int)frame);
}
