using System.Globalization;
using VideoIndex.Accuracy.Text.Planting;
using VideoIndex.Vision.ScreenText;

namespace VideoIndex.Accuracy.Text;

/// <summary>Measures where words are found, without reading them.</summary>
internal static class SpotCommand
{
    public static void Run(IEnumerable<TextSample> samples, string conditions, bool mistakes)
    {
        var (marks, clips) = (new SpotMarks(), 0);
        foreach (var sample in samples)
        {
            var looks = LookReader.Read(sample.File, TextClip.Width, TextClip.Height, TextClip.Rate, new TextSpotter(0, 3)).ToList();
            marks.Add(sample, looks);
            clips++;
        }

        Console.WriteLine($"{conditions}, clips {clips}, looks {marks.Milliseconds.Count}");
        Console.WriteLine();
        Console.WriteLine("| lines | planted | found | recall |");
        Console.WriteLine("|---|---|---|---|");
        Print("level, still or slow, 20 pixels and higher", marks.Lines.Where(line => line.Line is { Tilt: 0, Height: >= 20 } && line.Line.Pace != Pace.Moving));
        Group(marks, line => $"{line.Height:00} pixels high");
        Group(marks, line => line.Contrast < 60 ? "faint" : "clear");
        Group(marks, line => line.Ink.ToString());
        Group(marks, line => $"tilted by {Math.Abs(line.Tilt):00} degrees");
        Group(marks, line => line.Pace.ToString());
        Group(marks, line => line.Kind);
        var counts = marks.Counts;
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"false sightings {(double)counts.FalseInEmpty / Math.Max(1, counts.EmptyLooks):0.00} a look in {counts.EmptyLooks} looks without words, {(double)counts.FalseBeside / Math.Max(1, counts.Looks):0.00} beside words"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"sightings {counts.Sightings}, crops kept {counts.Kept}, {counts.CropPixels / 1e6 / (marks.Milliseconds.Count / 120.0):0.0} megapixels a minute of video"));
        marks.Milliseconds.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"milliseconds a look: half below {marks.Milliseconds[marks.Milliseconds.Count / 2]:0.0}, nine in ten below {marks.Milliseconds[marks.Milliseconds.Count * 9 / 10]:0.0}"));
        foreach (var end in (bool[])[false, true])
        {
            foreach (var fades in (bool[])[false, true])
            {
                PrintTimes(end, fades, [.. marks.Times.Where(time => time.End == end && time.Line.Fade > 1 == fades).Select(time => time.Frames)]);
            }
        }

        if (mistakes)
        {
            foreach (var line in marks.Lines.Where(line => !line.Found))
            {
                Console.WriteLine($"missed at {line.Frame}: {line.Line}");
            }

            foreach (var time in marks.Times.Where(time => Math.Abs(time.Frames) > 1))
            {
                Console.WriteLine($"{(time.End ? "end" : "start")} off by {time.Frames}: {time.Line}");
            }
        }
    }

    private static void Group(SpotMarks marks, Func<Planted, string> by)
    {
        foreach (var group in marks.Lines.GroupBy(line => by(line.Line)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Print(group.Key, group);
        }
    }

    private static void Print(string name, IEnumerable<SeenLine> lines)
    {
        var (all, found) = (lines.Count(), lines.Count(line => line.Found));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {all} | {found} | {(double)found / Math.Max(1, all):0.000} |"));
    }

    private static void PrintTimes(bool end, bool fades, List<int> errors)
    {
        if (errors.Count > 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(end ? "ends" : "starts")}, {(fades ? "faded" : "at once")}: {errors.Count}, exact {errors.Count(error => error == 0)}, within one frame {errors.Count(error => Math.Abs(error) <= 1)}, " +
                $"mean distance {errors.Average(Math.Abs):0.00} frames, farthest {errors.Max(Math.Abs)}"));
        }
    }
}
