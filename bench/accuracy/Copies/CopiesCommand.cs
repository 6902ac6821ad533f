using System.Globalization;
using VideoIndex.Copies;
using VideoIndex.Copies.Pictures;
using VideoIndex.Shots;

namespace VideoIndex.Accuracy.Copies;

/// <summary>Measures how well copies are found, and how often what is no copy is called one.</summary>
internal static class CopiesCommand
{
    public static int Run(string[] args)
    {
        var fixtures = Environment.GetEnvironmentVariable("VIDEOINDEX_FIXTURES");
        if (fixtures is null || !Directory.Exists(fixtures))
        {
            Console.WriteLine("There is no real footage to measure on: VIDEOINDEX_FIXTURES names no folder.");
            return 0;
        }

        var folder = Directory.CreateDirectory("/tmp/videoindex-copies").FullName;
        var footage = new CopyFootage(folder);
        var clips = Directory.EnumerateFiles(Path.Combine(fixtures, "video"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".mp4" or ".mpg" or ".mkv" or ".webm" or ".ts" or ".avi" or ".flv")
            .Order(StringComparer.Ordinal).ToList();
        var read = new List<(string Name, string File, FrameEvidence Evidence, Reel Reel, PicturePrints Prints)>();
        foreach (var file in clips)
        {
            var name = Path.GetFileName(file).Replace('.', '_');
            try
            {
                var evidence = footage.Read(file, name);
                read.Add((name, file, evidence, Reel.Of(evidence)!, PicturePrints.Of(evidence)));
            }
            catch (Exception none) when (none is InvalidOperationException or IndexOutOfRangeException or IOException)
            {
                Console.WriteLine($"{name}: no pictures");
            }
        }

        if (args.Contains("--among"))
        {
            foreach (var one in read)
            {
                var search = new PictureSearch(one.Reel, int.MinValue, int.MaxValue, new CopyOptions());
                foreach (var other in read.Where(other => other != one))
                {
                    foreach (var match in search.Follow(other.Reel, search.Seeds(other.Prints), _ => true))
                    {
                        Tell("among", one.Name, other.Name, match, "");
                    }
                }
            }

            return 0;
        }

        var around = clips.First(file => file.Contains("chrome.mp4", StringComparison.Ordinal));
        foreach (var (at, clip) in read.Index().Where(pair => pair.Item.Evidence.End.Seconds.ToDouble() >= 2.9))
        {
            if (args.Contains("--odd") && at % 2 == 0)
            {
                continue;
            }

            foreach (var edit in Edit.All)
            {
                var (evidence, here, there, length) = footage.Copy(edit, clip.File, clip.Name, clip.Evidence.End.Seconds.ToDouble(), around, clip.Evidence.Zero.Seconds.ToDouble());
                var reel = Reel.Of(evidence)!;
                var search = new PictureSearch(reel, int.MinValue, int.MaxValue, new CopyOptions());
                var any = false;
                foreach (var other in read)
                {
                    var options = new CopyOptions();
                    var all = new List<PictureMatch>();
                    var matches = search.Follow(other.Reel, search.Seeds(other.Prints), match =>
                    {
                        all.Add(match);
                        return match.Suffices(options);
                    });
                    foreach (var match in all)
                    {
                        var isRight = other == clip && Math.Abs(Seconds(match.First.There) - there - (Seconds(match.First.Here) - here) * edit.Speed) < 0.6;
                        any |= isRight;
                        Tell((isRight ? "right" : other == clip ? "wrongtime" : "other") + (matches.Contains(match) ? "+" : ""), $"{clip.Name}|{edit.Name}", other.Name, match, $"of {length:0.0}");
                    }
                }

                if (!any)
                {
                    Console.WriteLine($"none\t{clip.Name}|{edit.Name}\t{clip.Name}\tnone");
                }
            }
        }

        return 0;
    }

    private static double Seconds(int tick) => tick / (double)Reel.TicksPerSecond;

    private static void Tell(string what, string one, string other, PictureMatch match, string rest) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}\t{one}\t{other}\tlook {match.Agreement.Look}\tchange {match.Agreement.Change}\tlead {match.Lead}\tchanges {match.Agreement.Changes}\tlive {match.Agreement.Liveliness}\tlively {match.Agreement.Lively}\tsteady {match.Agreement.Steadiness}\tcrop {match.Percent}\tmirrored {match.Mirrored}\t{Seconds(match.First.Here):0.0}-{Seconds(match.End.Here):0.0} = {Seconds(match.First.There):0.0}-{Seconds(match.End.There):0.0} {rest}"));
}
