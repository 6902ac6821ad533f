using System.Globalization;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Vision.ScreenText;

namespace VideoIndex.Accuracy.Text;

/// <summary>Measures what spotting costs on each backdrop, without words, on one core.</summary>
internal static class SpotSpeed
{
    public static int Run()
    {
        const int Rounds = 60, Counted = 20;
        var (planes, gray) = (new byte[LookPicture.Size(TextClip.Width, TextClip.Height)], new byte[GrayFrame.Size]);
        foreach (var backdrop in (string[])["paper", .. TextPart.Tune.Backdrops, .. TextPart.Report.Backdrops])
        {
            var canvas = Backdrops.Draw(backdrop, new Random(5));
            for (var row = 0; row < TextClip.Height; row++)
            {
                canvas.Luma.AsSpan(row * Canvas.Width, TextClip.Width).CopyTo(planes.AsSpan(row * TextClip.Width));
            }

            var (spotter, times, sightings) = (new TextSpotter(0, 3), new List<double>(), 0);
            var allocated = 0L;
            for (var round = 0; round < Rounds; round++)
            {
                spotter.Pass(round, gray);
                var (bytes, start) = (GC.GetAllocatedBytesForCurrentThread(), TimeProvider.System.GetTimestamp());
                sightings = spotter.Look(round, new LookPicture(TextClip.Width, TextClip.Height, planes)).Look.Sightings.Count;
                times.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
                allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
            }

            var last = times[^Counted..].Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{backdrop}: {last[Counted / 2]:0.0} ms a look (least {last[0]:0.0}), {sightings} sightings, {allocated / 1024} KiB allocated"));
        }

        return 0;
    }
}
