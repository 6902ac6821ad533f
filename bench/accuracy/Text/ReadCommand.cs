using System.Globalization;
using VideoIndex.Accuracy.Text.Planting;
using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Tesseract;
using VideoIndex.Timing;
using VideoIndex.Videos;
using VideoIndex.Vision.ScreenText;

namespace VideoIndex.Accuracy.Text;

/// <summary>Measures what words are read, where and when, from the frames to the claims.</summary>
internal static class ReadCommand
{
    public static int Run(IEnumerable<TextSample> samples, string conditions, bool mistakes)
    {
        using var readers = new TesseractReaders(new TesseractOptions());
        if (readers.Missing is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }

        using var reader = readers.Open();
        var (marks, looks, milliseconds, pixels, crops) = (new ReadMarks(), 0, 0.0, 0L, 0);
        foreach (var sample in samples)
        {
            var (seen, readings) = (new List<TextLook>(), new List<CropReading>());
            foreach (var look in LookReader.Read(sample.File, TextClip.Width, TextClip.Height, TextClip.Rate, new TextSpotter(0, TextSpans.MostReadings)))
            {
                seen.Add(look.Spotted.Look);
                for (var place = 0; place < look.Spotted.Crops.Count; place++)
                {
                    if (look.Spotted.Crops[place] is { } crop)
                    {
                        var start = Environment.CpuUsage.TotalTime;
                        readings.Add(new CropReading(look.Frame, place, [.. reader.Read(crop).Select(word => InPicture(look.Spotted.Look.Sightings[place], crop, word))]));
                        milliseconds += (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
                        (pixels, crops) = (pixels + crop.Pixels.Length, crops + 1);
                    }
                }
            }

            looks += seen.Count;
            marks.Add(sample, TextSpans.Of(new WatchedText(new VideoId(new byte[32]), seen, readings, reader.Origin, TimeOf, TimeOf(TextClip.Frames))));
        }

        Console.WriteLine(conditions);
        marks.Print(mistakes);
        var minutes = looks / 120.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{crops} crops, {pixels / 1e6 / minutes:0.0} megapixels a minute of video, {milliseconds / (pixels / 1e6):0} ms of processor time a megapixel, {milliseconds / crops:0} a crop"));
        return 0;
    }

    private static SeenWord InPicture(TextSighting sighting, GrayPicture crop, ReadWord word) =>
        new(word.Text, word.Confidence, CropShape.InPicture(sighting, (crop.Width, crop.Height), word), word.Language);

    private static MediaTime TimeOf(long frame) => FrameRate.Pal.StartOf((int)frame);
}
