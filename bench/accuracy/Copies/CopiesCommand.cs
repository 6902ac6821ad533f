using System.Globalization;
using VideoIndex.Copies;
using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Pictures.Matching;

namespace VideoIndex.Accuracy.Copies;

/// <summary>Measures how well copies of real clips are found, and how often what is no copy is called one.</summary>
internal static class CopiesCommand
{
    // A copy is found where its moments are right to this, in seconds, and half of it is covered.
    private const double MostOff = 0.6;

    private static readonly CopyOptions Options = new();

    public static int Run(string[] args)
    {
        if (args.Contains("--scan"))
        {
            ScanSpeed.Run();
            return 0;
        }

        var fixtures = Environment.GetEnvironmentVariable("VIDEOINDEX_FIXTURES");
        if (fixtures is null || !Directory.Exists(Path.Combine(fixtures, "video")))
        {
            Console.WriteLine("There is no real footage to measure on: VIDEOINDEX_FIXTURES names no folder with footage.");
            return 0;
        }

        var folder = Directory.CreateDirectory(Array.IndexOf(args, "--keep") is >= 0 and var at && at + 1 < args.Length
            ? args[at + 1]
            : Path.Combine(Path.GetTempPath(), "videoindex-copies")).FullName;
        var footage = new CopyFootage(folder);
        var all = Original.Read(Path.Combine(fixtures, "video"), footage);
        var telling = all.Where(clip => clip.IsTelling).ToList();
        Console.WriteLine($"{all.Count} clips, {telling.Count} of them with enough in them; too short or still: {string.Join(", ", all.Except(telling).Select(clip => clip.Name))}");
        Among(all);
        var marks = telling.Index().AsParallel().AsOrdered().WithDegreeOfParallelism(2).SelectMany(clip => Edit.All.Select(edit => Marked(clip.Item, clip.Index % 2 == 0 ? "tune" : "report", edit, all, footage)))
            .OfType<Mark>().ToList();
        Print(marks);
        if (args.Contains("--mistakes"))
        {
            marks.Where(mark => !mark.Found).ToList().ForEach(mark => Console.WriteLine($"missed {mark.Clip}, {mark.Kind}"));
        }

        return 0;
    }

    private static void Among(List<Original> all)
    {
        var (pairs, same) = (0, 0);
        foreach (var one in all)
        {
            var search = new PictureSearch(one.Reel, int.MinValue, int.MaxValue, Options);
            foreach (var other in all.Where(other => other != one))
            {
                pairs++;
                foreach (var match in search.Follow(other.Reel, search.Seeds(other.Prints)))
                {
                    same += one.IsSameAs(other) ? 1 : 0;
                    if (!one.IsSameAs(other))
                    {
                        Console.WriteLine($"FALSE {one.Name} = {other.Name}: {Told(match)}");
                    }
                }
            }
        }

        Console.WriteLine($"all clips with each other: {pairs} pairs, {same} matches of clips that are the same");
    }

    private static Mark? Marked(Original clip, string part, Edit edit, List<Original> all, CopyFootage footage)
    {
        var around = all.First(other => other.Name == "chrome_mp4");
        var (evidence, here, there, length) = footage.Copy(edit, clip, around.File);
        if (length < 2.8 || evidence is null || Reel.Of(evidence) is not { } reel)
        {
            return null;
        }

        var (search, mark) = (new PictureSearch(reel, int.MinValue, int.MaxValue, Options), new Mark(clip.Name, part, edit.Name, edit.IsBeyond));
        foreach (var other in all.Where(other => !(edit.Inside && (other == around || other.IsSameAs(around)))))
        {
            foreach (var match in search.Follow(other.Reel, search.Seeds(other.Prints)))
            {
                var off = Math.Abs(Seconds(match.First.There) - there - (Seconds(match.First.Here) - here) * edit.Speed);
                var covered = Seconds(match.End.Here) - Seconds(match.First.Here);
                if (other == clip && off < MostOff && covered > length / 2)
                {
                    mark.Found = true;
                }
                else if (!(other == clip && off < MostOff) && !other.IsSameAs(clip))
                {
                    mark.False++;
                    Console.WriteLine($"FALSE {clip.Name}, {edit.Name} = {other.Name}: {Told(match)}");
                }
            }
        }

        return mark;
    }

    private static void Print(List<Mark> marks)
    {
        Console.WriteLine();
        Console.WriteLine("| edit | found, part tune | found, part report | recall, both | 95 % interval | false |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var kind in marks.GroupBy(mark => mark.Kind))
        {
            Row(kind.Key, [.. kind]);
        }

        Row("all but those beyond it", [.. marks.Where(mark => !mark.IsBeyond)]);
    }

    private static void Row(string name, List<Mark> marks)
    {
        var (found, count) = (marks.Count(mark => mark.Found), marks.Count);
        var (low, high) = Wilson(found, count);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Share("tune")} | {Share("report")} | {(double)found / count:0.000} | {low:0.00}-{high:0.00} | {marks.Sum(mark => mark.False)} |"));

        string Share(string part) => $"{marks.Count(mark => mark.Part == part && mark.Found)} of {marks.Count(mark => mark.Part == part)}";
    }

    // E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference" (1927).
    private static (double Low, double High) Wilson(int found, int count)
    {
        const double z = 1.96;
        var (share, square) = ((double)found / count, z * z / count);
        var half = z * Math.Sqrt(share * (1 - share) / count + square / 4 / count);
        return ((share + square / 2 - half) / (1 + square), (share + square / 2 + half) / (1 + square));
    }

    private static double Seconds(int tick) => tick / (double)Reel.TicksPerSecond;

    private static string Told(PictureMatch match) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Seconds(match.First.Here):0.0}-{Seconds(match.End.Here):0.0} = {Seconds(match.First.There):0.0}-{Seconds(match.End.There):0.0}, look {match.Agreement.Look}, change {match.Agreement.Change}, steady {match.Agreement.Steadiness}, lead {match.Lead}, liveliness {match.Agreement.Liveliness}");

    private sealed record Mark(string Clip, string Part, string Kind, bool IsBeyond)
    {
        public bool Found { get; set; }

        public int False { get; set; }
    }
}
