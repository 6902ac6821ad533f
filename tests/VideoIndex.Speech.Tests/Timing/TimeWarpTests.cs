using VideoIndex.Speech.Timing;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Timing;

public class TimeWarpTests
{
    [FixtureFact]
    public void Ways_are_those_of_the_official_program_ties_and_all()
    {
        foreach (var known in SpeechVectors.Json("timing/median_dtw.json").GetProperty("dtw").EnumerateArray())
        {
            var costs = known.GetProperty("cost").EnumerateArray().Select(row => row.Numbers()).ToArray();
            var (rows, columns) = TimeWarp.Path([.. costs.SelectMany(row => row).Select(x => (float)x)], costs.Length, costs[0].Length);

            Assert.Equal(known.GetProperty("text_indices").Ints(), rows);
            Assert.Equal(known.GetProperty("time_indices").Ints(), columns);
        }
    }

    [Fact]
    public void The_way_follows_what_costs_least()
    {
        float[] costs =
        [
            -1, -1, 1, 1, 1,
            1, 1, -1, 1, 1,
            1, 1, 1, -1, -1,
        ];

        Assert.Equal([0, 2, 3], TimeWarp.Arrivals(costs, 3, 5));
    }

    [Fact]
    public void More_tokens_than_time_share_a_moment()
    {
        Assert.Equal([0, 0, 0, 0], TimeWarp.Arrivals([0, 0, 0, 0], 4, 1));
    }

    [Fact]
    public void Costs_that_are_no_numbers_still_lead_to_the_end()
    {
        Assert.Equal([-1, -1, -1], TimeWarp.Arrivals([float.NaN, float.NaN, float.NaN], 3, 1));
    }
}
