using System.Globalization;
using VideoIndex.Accuracy.Text.Planting;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Vision.ScreenText;

namespace VideoIndex.Accuracy.Text;

/// <summary>Measures what spotting costs on each backdrop, without words, in processor time.</summary>
internal static class SpotSpeed
{
    public static int Run()
    {
        const int Rounds = 100, Counted = 40;
        var (planes, gray) = (new byte[LookPicture.Size(TextClip.Width, TextClip.Height)], new byte[GrayFrame.Size]);
        foreach (var backdrop in ((string[])["paper", .. TextPart.Tune.Backdrops, .. TextPart.Report.Backdrops]).Distinct())
        {
            var canvas = Backdrops.Draw(backdrop, new Random(5));
            for (var row = 0; row < TextClip.Height; row++)
            {
                canvas.Luma.AsSpan(row * Canvas.Width, TextClip.Width).CopyTo(planes.AsSpan(row * TextClip.Width));
            }

            var (spotter, sightings, bytes, start) = (new TextSpotter(0, 3), 0, 0L, TimeSpan.Zero);
            for (var round = 0; round < Rounds; round++)
            {
                if (round == Rounds - Counted)
                {
                    (bytes, start) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
                }

                spotter.Pass(round, gray);
                sightings = spotter.Look(round, new LookPicture(TextClip.Width, TextClip.Height, planes)).Look.Sightings.Count;
            }

            var (milliseconds, allocated) = ((Environment.CpuUsage.TotalTime - start).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{backdrop}: {milliseconds / Counted:0.0} ms a look, {sightings} sightings, {allocated / Counted / 1024} KiB allocated"));
        }

        return 0;
    }
}
