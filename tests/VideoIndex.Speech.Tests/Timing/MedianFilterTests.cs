using System.Text.Json;
using VideoIndex.Speech.Timing;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Timing;

public class MedianFilterTests
{
    [FixtureFact]
    public void Medians_are_those_of_the_official_filter()
    {
        foreach (var known in SpeechVectors.Json("timing/median_dtw.json").GetProperty("median_filter").EnumerateArray())
        {
            foreach (var (row, expected) in Rows(known.GetProperty("input")).Zip(Rows(known.GetProperty("output"))))
            {
                var medians = new float[row.Length];
                new MedianFilter(row.Length, known.GetProperty("width").GetInt32()).Filter(row, medians);

                Assert.Equal(expected, medians);
            }
        }
    }

    [Fact]
    public void The_middle_of_any_seven_is_found()
    {
        // A network of exchanges that orders all patterns of 0 and 1 orders everything.
        var row = new float[128 * 7];
        for (var pattern = 0; pattern < 128; pattern++)
        {
            for (var bit = 0; bit < 7; bit++)
            {
                row[(pattern * 7) + bit] = (pattern >> bit) & 1;
            }
        }

        var medians = new float[row.Length];
        new MedianFilter(row.Length).Filter(row, medians);

        for (var pattern = 0; pattern < 128; pattern++)
        {
            Assert.Equal(int.PopCount(pattern) >= 4 ? 1 : 0, medians[(pattern * 7) + 3]);
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(31)]
    [InlineData(1500)]
    public void Lanes_and_single_values_agree(int length)
    {
        var random = new Random(length);
        var row = Enumerable.Range(0, length).Select(_ => (float)random.NextDouble()).ToArray();
        var medians = new float[length];
        new MedianFilter(length).Filter(row, medians);

        for (var i = 0; i < length; i++)
        {
            var around = Enumerable.Range(i - 3, 7).Select(at => row[Mirrored(at, length)]).Order().ToArray();
            Assert.Equal(around[3], medians[i]);
        }
    }

    // An input may be a row, or rows in one list or several: each is filtered by itself.
    private static IEnumerable<float[]> Rows(JsonElement input) => input[0].ValueKind == JsonValueKind.Array
        ? input.EnumerateArray().SelectMany(Rows)
        : [Array.ConvertAll(input.Numbers(), x => (float)x)];

    private static int Mirrored(int at, int length) => at < 0 ? -at : at >= length ? (2 * length) - 2 - at : at;
}
