using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using VideoIndex.Interchange.Exposure;
using VideoIndex.Interchange.Tests.Exposure.Html;

namespace VideoIndex.Interchange.Tests.Exposure;

/// <summary>The brands' figures, made again by other means than those that made them: second by second, in whole units of time, from the text of the tables.</summary>
public sealed class RecomputeTests
{
    // Rows lie on frames of 30000/1001 a second.
    private const int Units = 30_000, Frame = 1001;

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 400)]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public void Every_figure_of_a_brand_follows_from_the_rows(int seed, int count)
    {
        var page = Reports.Many(seed, count);
        var (rows, brands) = (Table(ExposureCsv.Appearances(page.Report)), Table(ExposureCsv.Brands(page.Report)));
        var onScreen = brands.ToDictionary(brand => brand["brand"], brand => Frames(rows.Where(row => row["brand"] == brand["brand"])));
        var (allNet, allArea) = (onScreen.Values.Sum(frames => frames.Count), rows.Sum(row => decimal.Parse(row["area_seconds_percent"], CultureInfo.InvariantCulture)));
        Assert.Equal(8, brands.Count);
        Assert.All(brands, brand =>
        {
            var (own, frames) = (rows.Where(row => row["brand"] == brand["brand"]).ToList(), onScreen[brand["brand"]]);
            var others = onScreen.Where(other => other.Key != brand["brand"]).SelectMany(other => other.Value).ToHashSet();
            var area = own.Sum(row => decimal.Parse(row["area_seconds_percent"], CultureInfo.InvariantCulture));
            Assert.Equal($"{own.Count}", brand["appearances"]);
            Assert.Equal(own.Sum(row => Time(row["seconds"])), Time(brand["gross"]));
            Assert.Equal(frames.Count * Frame, Time(brand["net"]));
            Assert.Equal(frames.Count(frame => !others.Contains(frame)) * Frame, Time(brand["solus"]));
            Assert.All(brand.Keys.Where(column => column.StartsWith("qualified:") || column == "qualified"), column => Assert.Equal(own.Sum(row => Time(row[column])), Time(brand[column])));
            Assert.All(brand.Keys.Where(column => column.StartsWith("zone:")), column =>
                Assert.Equal(own.Where(row => "zone:" + row["zone"] == column).Sum(row => Time(row["seconds"])), Time(brand[column])));
            Assert.Equal(area.ToString("F6", CultureInfo.InvariantCulture), brand["area_seconds_percent"]);
            Assert.Equal(Share(frames.Count, allNet), brand["share_by_seconds_percent"]);
            Assert.Equal(Share(area, allArea), brand["share_by_area_percent"]);
        });
    }

    [Fact]
    public void A_row_s_area_seconds_are_its_area_times_its_seconds_to_the_last_digit() =>
        Assert.All(Table(ExposureCsv.Appearances(Reports.Many(7, 500).Report)), row =>
        {
            // Millionths of a per cent times units of time, rounded in whole numbers.
            var product = BigInteger.Parse(row["mean_area_percent"].Replace(".", "")) * Time(row["seconds"]);
            var (whole, rest) = (product / Units, product % Units * 2);
            var rounded = rest > Units || (rest == Units && !whole.IsEven) ? whole + 1 : whole;
            Assert.Equal($"{rounded}", row["area_seconds_percent"].Replace(".", "").TrimStart('0').PadLeft(1, '0'));
        });

    [Fact]
    public void The_page_says_what_the_tables_say()
    {
        var page = Reports.Many(8, 60);
        var read = PageReader.Read(page);
        var (brands, rows) = (Table(ExposureCsv.Brands(page.Report)), Table(ExposureCsv.Appearances(page.Report)));
        string[] figures = ["appearances", "gross", "net", "qualified", "solus", "share_by_seconds_percent", "share_by_area_percent", "area_seconds_percent", "spoken", "written"];

        Assert.Equal(brands.Select(brand => figures.Select(column => brand[column])), Exact("brand-figures"));
        Assert.Equal(brands.Select(brand => new[] { brand["gross"], brand["qualified:mrc-50-2/1"], brand["qualified:legible-90-1/1"] }), Exact("rule-figures"));
        Assert.Equal(
            brands.Select(brand => new[] { brand["gross_seconds"], brand["net_seconds"], brand["qualified_seconds"], brand["solus_seconds"] }),
            read.All("table").First(table => table.Of("id") == "brand-figures").All("tbody").Single().All("tr").Select(row => row.All("data").Skip(1).Take(4).Select(one => one.Value).ToArray()));
        Assert.All(rows.Index(), row => Assert.Equal(
            [row.Item["start_within"], row.Item["end_within"], row.Item["seconds"], row.Item["qualified"], row.Item["mean_area_percent"], row.Item["largest_area_percent"], row.Item["visible_percent"], row.Item["clarity"], row.Item["score"]],
            read.All("tr").Single(one => one.Of("id") == $"appearance-{row.Index + 1}").All("data").Select(one => one.Of("value")!)));

        IEnumerable<IEnumerable<string>> Exact(string table) => read.All("table").Single(one => one.Of("id") == table).All("tbody").Single().All("tr")
            .Select(row => row.All("data").Select(one => one.Of("value")!));
    }

    [PythonFact]
    public void The_sample_for_analysts_finds_no_difference_and_finds_one_that_is_there()
    {
        var (folder, page) = (Directory.CreateTempSubdirectory().FullName, Reports.Small());
        File.WriteAllText(Path.Combine(folder, "appearances.csv"), ExposureCsv.Appearances(page.Report));
        File.WriteAllText(Path.Combine(folder, "mentions.csv"), ExposureCsv.Mentions(page.Basis.Mentions));
        var brands = Path.Combine(folder, "brands.csv");
        File.WriteAllText(brands, ExposureCsv.Brands(page.Report));
        Assert.Equal("3 brands, 3 appearances, 0 differences", Run(folder));

        File.WriteAllText(brands, File.ReadAllText(brands).Replace("zone:centre", "zone:elsewhere"));
        Assert.Equal("3 brands, 3 appearances, 1 differences", Run(folder));
        Directory.Delete(folder, recursive: true);
    }

    private static string Run(string folder)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, ArgumentList = { Path.Combine(Repository.Root, "samples", "exposure", "recompute.py"), folder } };
        using var running = Process.Start(start)!;
        return running.StandardOutput.ReadToEnd().TrimEnd().Split('\n')[^1];
    }

    private static HashSet<(string Video, long Frame)> Frames(IEnumerable<Dictionary<string, string>> rows) =>
    [
        .. from row in rows
           let first = Time(row["start"]) / Frame
           from frame in Enumerable.Range((int)first, (int)((Time(row["end"]) / Frame) - first))
           select (row["video"], (long)frame),
    ];

    private static string Share(decimal part, decimal all) => decimal.Round(all == 0 ? 0 : 100 * part / all, 2).ToString("F2", CultureInfo.InvariantCulture);

    private static long Time(string fraction)
    {
        var parts = fraction.Split('/');
        var denominator = parts.Length == 1 ? 1 : long.Parse(parts[1], CultureInfo.InvariantCulture);
        Assert.Equal(0, Units % denominator);
        return long.Parse(parts[0], CultureInfo.InvariantCulture) * (Units / denominator);
    }

    private static List<Dictionary<string, string>> Table(string csv)
    {
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second))];
    }
}

/// <summary>A test of a script; it is left out where Python is not installed.</summary>
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "python3")))
        ? null
        : "Python 3 is not installed.";
}
