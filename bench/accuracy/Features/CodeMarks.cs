using System.Globalization;
using VideoIndex.Features;
using VideoIndex.Looks;
using VideoIndex.Vision.Features;

namespace VideoIndex.Accuracy.Features;

/// <summary>How well codes tell what belongs together, beside the descriptors they are made of: painted pictures nobody learned from, seen again turned, smaller, brighter and noisy.</summary>
internal static class CodeMarks
{
    private const int Pictures = 12, FirstSeed = 5000, Backgrounds = 4096, LogoCodes = 565;

    public static void Print()
    {
        var pool = Enumerable.Range(0, 40).SelectMany(at => Seen(PaintedPicture.Of(3000 + at, 960, 540)).Descriptors).ToList();
        var random = new Random(2);
        var background = pool.OrderBy(_ => random.Next()).Take(Backgrounds).ToList();
        var foreign = pool.OrderBy(_ => random.Next()).Take(LogoCodes).ToArray();
        Console.WriteLine("| matches nearer than | share of true pairs found, code | descriptor | wrong matches a 1,000 keypoints with 565 others, code | descriptor |");
        Console.WriteLine("|---|---|---|---|---|");
        var pairs = Enumerable.Range(0, Pictures).Select(at => new Pair(FirstSeed + at, background, foreign)).ToList();
        foreach (var share in (ReadOnlySpan<int>)[65, 70, 75, 80, 85, 90])
        {
            double Sum(Func<Pair, double> of) => pairs.Sum(of);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {share} % | {Sum(pair => Pair.Found(pair.Codes, share)) / Sum(pair => pair.True):0.000} | {Sum(pair => Pair.Found(pair.Floats, share)) / Sum(pair => pair.True):0.000} "
                + $"| {1000 * Sum(pair => Pair.Wrong(pair.Codes, share)) / Sum(pair => pair.All):0.00} | {1000 * Sum(pair => Pair.Wrong(pair.Floats, share)) / Sum(pair => pair.All):0.00} |"));
        }
    }

    private static Sight Seen(GrayPicture picture)
    {
        var features = new PictureFeatures();
        new FeatureExtractor().Extract(picture.Pixels, picture.Width, picture.Height, PictureArea.Whole(picture.Width, picture.Height), features);
        var (codes, backgrounds) = (new FeatureCode[features.Count], new byte[features.Count]);
        new FeatureCoder().Encode(features, codes, backgrounds);
        return new Sight(features.Keypoints.ToArray(), [.. Enumerable.Range(0, features.Count).Select(at => features.Descriptor(at).ToArray())], codes, backgrounds);
    }

    private sealed record Sight(Keypoint[] Keypoints, byte[][] Descriptors, FeatureCode[] Codes, byte[] Backgrounds);

    /// <summary>For each keypoint seen again: its nearest in the first picture and whether that is the right one, and its nearest of what has nothing to do with it, as shares of the background distance.</summary>
    private sealed record Nearness(double Own, bool Right, double Foreign);

    private sealed class Pair
    {
        public Pair(int seed, List<byte[]> background, byte[][] foreign)
        {
            var random = new Random(seed);
            var view = new View(random.Next(55, 110) / 100.0, random.Next(-25, 26), random.Next(70, 115) / 100.0);
            var (first, again) = (Seen(PaintedPicture.Of(seed, 960, 540)), Seen(view.Of(PaintedPicture.Of(seed, 960, 540), random)));
            var quantized = Coded(foreign);
            for (var at = 0; at < again.Keypoints.Length; at++)
            {
                var wanted = view.Back(again.Keypoints[at]);
                bool IsRight(int other) => wanted.IsAt(first.Keypoints[other]);
                True += Enumerable.Range(0, first.Keypoints.Length).Any(IsRight) ? 1 : 0;
                var (code, descriptor, far) = (again.Codes[at], again.Descriptors[at], (double)again.Backgrounds[at]);
                Codes.Add(Nearest(first.Codes.Select(other => other.Distance(code) / far), quantized.Select(other => other.Distance(code) / far), IsRight));
                var away = Math.Sqrt(background.Select(other => Square(other, descriptor)).Order().ElementAt(2));
                Floats.Add(Nearest(first.Descriptors.Select(other => Math.Sqrt(Square(other, descriptor)) / away), foreign.Select(other => Math.Sqrt(Square(other, descriptor)) / away), IsRight));
            }
        }

        public int All => Codes.Count;

        public int True { get; }

        public List<Nearness> Codes { get; } = [];

        public List<Nearness> Floats { get; } = [];

        public static double Found(List<Nearness> of, int share) => of.Count(one => one.Right && one.Own * 100 < share);

        public static double Wrong(List<Nearness> of, int share) => of.Count(one => one.Foreign * 100 < share);

        private static Nearness Nearest(IEnumerable<double> own, IEnumerable<double> foreign, Func<int, bool> isRight)
        {
            var (distance, at) = own.Select((away, at) => (away, at)).Min();
            return new Nearness(distance, isRight(at), foreign.Min());
        }

        private static FeatureCode[] Coded(byte[][] descriptors)
        {
            var features = new PictureFeatures();
            foreach (var descriptor in descriptors)
            {
                descriptor.CopyTo(features.Add(default));
            }

            var codes = new FeatureCode[descriptors.Length];
            new FeatureCoder().Encode(features, codes, []);
            return codes;
        }

        private static int Square(byte[] one, byte[] other)
        {
            var sum = 0;
            for (var at = 0; at < one.Length; at++)
            {
                sum += (one[at] - other[at]) * (one[at] - other[at]);
            }

            return sum;
        }
    }
}
