using VideoIndex.Speech.Decoding.Rules;
using VideoIndex.Speech.Decoding.Search;
using Xunit.Abstractions;

namespace VideoIndex.Speech.Tests.Decoding;

public sealed class DecodingCostTests(ITestOutputHelper output)
{
    private const int Width = 51_865;

    [FixtureFact]
    [Trait("Speed", "Slow")]
    public void Rules_and_choice_cost_little_beside_a_network()
    {
        var rules = LogitRules.Of(NumberedVocabularies.Of(Width), new());
        Best(rules, 5, () => new BeamSearch(50257, 200, 5, 1)); // warm
        Best(rules, 1, () => new SampleSearch(50257, 200, 1, 0, new Random(1)));
        var greedy = Best(rules, 1, () => new SampleSearch(50257, 200, 1, 0, new Random(1)));
        var sampled = Best(rules, 1, () => new SampleSearch(50257, 200, 1, 0.6, new Random(1)));
        var beam = Best(rules, 5, () => new BeamSearch(50257, 200, 5, 1));

        output.WriteLine($"greedy {greedy:F3} ms, drawn {sampled:F3} ms, beam of 5 {beam:F3} ms of processor time a token of one sequence");
        Assert.InRange(greedy, 0, 0.5); // a token of the smallest network, in a batch of 8 and in whole numbers, takes some 1.5 ms
        Assert.InRange(beam, 0, 0.5);
    }

    // Milliseconds for one row of logits: rules, the sum of all, and what comes next.
    private static double Best(IReadOnlyList<ILogitRule> rules, int live, Func<ITokenSearch> begin)
    {
        var random = new Random(2);
        var fresh = Enumerable.Range(0, live * Width).Select(_ => (float)(random.NextDouble() * 20 - 10)).ToArray();
        var logits = new float[fresh.Length];
        var next = new List<NextToken>();
        return Enumerable.Range(0, 8).Min(_ =>
        {
            var search = begin();
            var (rows, spent) = (0, TimeSpan.Zero);
            for (var token = 0; token < 150 && search.Live > 0; token++)
            {
                fresh.CopyTo(logits, 0);
                logits[50257] = -30;
                var began = Environment.CpuUsage.TotalTime;
                for (var row = 0; row < search.Live; row++)
                {
                    foreach (var rule in rules)
                    {
                        rule.Apply(logits.AsSpan(row * Width, Width), search.Written(row));
                    }
                }

                rows += search.Live;
                next.Clear();
                search.Step(logits.AsSpan(0, search.Live * Width), next);
                spent += Environment.CpuUsage.TotalTime - began;
            }

            return spent.TotalMilliseconds / rows;
        });
    }
}
