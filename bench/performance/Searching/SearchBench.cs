using System.Globalization;

namespace VideoIndex.Performance.Searching;

/// <summary>What our index costs and gives beside FTS5, on the same rows, in the same run.</summary>
internal static class SearchBench
{
    public static int Run(Options options)
    {
        var library = new SpokenLibrary(options.Number("--videos", 833));
        var folder = Directory.CreateDirectory(Path.Combine(Places.Cache, $"search-{library.Videos}")).FullName;
        var isBuilt = File.Exists(Path.Combine(folder, "built"));
        using (var postings = new PostingSide(folder))
        using (var fts = new FtsSide(folder))
        {
            Print($"{library.Videos} videos of an hour, {library.Spans:n0} spans; times in ms, p50 / p99, processor time in s");
            if (!isBuilt)
            {
                Build(library, postings, fts);
                File.WriteAllText(Path.Combine(folder, "built"), "");
            }

            Print($"bytes a span: postings {(double)postings.Bytes() / library.Spans:0.0}, FTS5 {(double)fts.Bytes() / library.Spans:0.0}, ratio {(double)postings.Bytes() / fts.Bytes():0.00}");
            new Questions(postings, fts).Ask(options.Number("--rounds", 30));
        }

        File.Delete(Path.Combine(folder, "built")); // what is indexed meanwhile stays
        new Indexing(folder, library).Run(options.Number("--commits", 300));
        return 0;
    }

    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Build(SpokenLibrary library, PostingSide postings, FtsSide fts)
    {
        var making = Timing.Processor(() => Enumerable.Range(1, 100).ToList().ForEach(video => library.Things(video))) / 100 * library.Videos;
        foreach (var side in (Side[])[postings, fts])
        {
            var wall = 0.0;
            var used = Timing.Processor(() => wall = Timing.One(() => side.Build(library))) - making;
            Print($"build, {side.Name}: {used:0.0} s of processor time ({library.Spans / used:n0} rows a second), {wall / 1000:0.0} s by the clock; making the rows, {making:0.0} s, is taken off");
        }
    }
}
