using System.Globalization;
using VideoIndex.Copies;
using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Pictures.Matching;
using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Accuracy.Copies;

/// <summary>Measures how long it takes to look through the prints of 100 hours, made up at random.</summary>
internal static class ScanSpeed
{
    private const int Hours = 100, AnHour = 4 * 3600;

    public static void Run()
    {
        var random = new Random(1);
        var library = Enumerable.Range(0, Hours).Select(_ =>
        {
            var bytes = new byte[AnHour * PicturePrint.Size];
            random.NextBytes(bytes);
            return new PicturePrints(0, bytes);
        }).ToList();
        foreach (var seconds in (int[])[10, 60, 600])
        {
            var (clock, made) = (TimeProvider.System, TimeProvider.System.GetTimestamp());
            var search = new PictureSearch(Reel.Of(Footage(random, seconds))!, int.MinValue, int.MaxValue, new CopyOptions());
            var began = clock.GetTimestamp();
            var seeds = library.Sum(prints => search.Seeds(prints).Count);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{seconds} s against {Hours} h: made ready in {clock.GetElapsedTime(made, began).TotalSeconds:0.00} s, looked through in {clock.GetElapsedTime(began).TotalSeconds:0.00} s, {seeds} seeds"));
        }
    }

    // Every frame another picture: the table has as many words as it can.
    private static FrameEvidence Footage(Random random, int seconds)
    {
        var bytes = new byte[seconds * 4 * FrameSketches.Size];
        random.NextBytes(bytes);
        var count = seconds * 4;
        return new FrameEvidence(new Rational(1, 4), default, [.. Enumerable.Range(0, count).Select(frame => (long)frame)], new FrameScore[count], new MediaTime(new Rational(seconds, 1)))
        {
            Sketches = new FrameSketches(bytes),
        };
    }
}
