using System.Globalization;
using System.Text;
using VideoIndex.Speech.Honesty;
using VideoIndex.Transcripts;
using Xunit.Abstractions;

namespace VideoIndex.Speech.Tests.Honesty;

/// <summary>How much real speech is dropped, and how much that is invented: on worlds other than those the numbers were chosen on.</summary>
public class HonestyBenchTests(ITestOutputHelper output)
{
    /// <summary>The numbers of <see cref="HonestyRules"/> were chosen on the first of these; only the second are reported.</summary>
    private static readonly IEnumerable<int> Tuning = Enumerable.Range(1, 100);
    private static readonly IEnumerable<int> Held = Enumerable.Range(3001, 100);

    [Fact]
    public void Hardly_any_speech_is_dropped_and_most_that_is_invented()
    {
        var tally = Tally(Held);
        output.WriteLine(Table(tally));

        var said = tally.Where(row => row.Said).ToArray();
        var invented = tally.Where(row => !row.Said).ToArray();
        Assert.InRange((double)said.Sum(row => row.Dropped) / said.Sum(row => row.All), 0, 0.01);
        Assert.InRange((double)invented.Sum(row => row.Dropped) / invented.Sum(row => row.All), 0.85, 1);
    }

    [Fact]
    public void The_worlds_the_numbers_were_chosen_on_are_others()
    {
        Assert.Empty(Tuning.Intersect(Held));
        output.WriteLine(Table(Tally(Tuning)));
    }

    private static List<Row> Tally(IEnumerable<int> seeds)
    {
        var rows = new SortedDictionary<(bool, string), (int All, int Dropped)>();
        foreach (var seed in seeds)
        {
            var world = new HonestyWorld(seed);
            var judged = HonestyCheck.Of([.. world.All.Select(planted => planted.Draft)], world.Voice);
            var at = 0;
            foreach (var planted in world.All)
            {
                var parts = new List<Utterance>();
                var letters = 0;
                while (letters < planted.Draft.Utterance.Text.Count(c => c != ' '))
                {
                    letters += judged[at].Text.Count(c => c != ' ');
                    parts.Add(judged[at++]);
                }

                // Of a loop the first time round may be believed; of what is said and goes on invented, the first sentence must be.
                Count(rows, planted.Said, planted.Kind, parts[planted.Said ? 0 : ^1].Dropped is not null);
                if (planted.Kind == "said, then invented" && planted.Draft.Utterance.Words.Count > 0)
                {
                    Count(rows, said: false, "invented behind what is said", parts[^1].Dropped is not null);
                }
            }

            Assert.Equal(judged.Count, at);
        }

        return [.. rows.Select(row => new Row(row.Key.Item1, row.Key.Item2, row.Value.All, row.Value.Dropped))];
    }

    private static void Count(SortedDictionary<(bool, string), (int All, int Dropped)> rows, bool said, string kind, bool dropped)
    {
        var (all, gone) = rows.GetValueOrDefault((said, kind));
        rows[(said, kind)] = (all + 1, gone + (dropped ? 1 : 0));
    }

    private static string Table(List<Row> rows)
    {
        var table = new StringBuilder();
        foreach (var row in rows.Append(Sum(rows, true)).Append(Sum(rows, false)))
        {
            var (low, high) = row.Interval;
            table.AppendLine(CultureInfo.InvariantCulture, $"{(row.Said ? "said" : "invented")} | {row.Kind} | {row.All} | {row.Dropped} | {(double)row.Dropped / row.All:0.0000} | {low:0.0000}-{high:0.0000}");
        }

        return table.ToString();
    }

    private static Row Sum(List<Row> rows, bool said) =>
        new(said, "all", rows.Where(row => row.Said == said).Sum(row => row.All), rows.Where(row => row.Said == said).Sum(row => row.Dropped));

    private sealed record Row(bool Said, string Kind, int All, int Dropped)
    {
        /// <summary>The interval of 95 % by E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.</summary>
        public (double Low, double High) Interval
        {
            get
            {
                const double Z = 1.96;
                var share = (double)Dropped / All;
                var middle = (share + (Z * Z / (2 * All))) / (1 + (Z * Z / All));
                var half = Z * Math.Sqrt((share * (1 - share) / All) + (Z * Z / (4.0 * All * All))) / (1 + (Z * Z / All));
                return (middle - half, middle + half);
            }
        }
    }
}
