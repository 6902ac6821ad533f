using VideoIndex.Speech.Decoding;

namespace VideoIndex.Speech.Tests.Decoding;

public sealed class RepetitionTests
{
    [FixtureFact]
    public void Packs_as_well_as_the_official_code_to_a_byte_or_two()
    {
        foreach (var known in WhisperVectors.Read("model_io/compression.json").GetProperty("cases").EnumerateArray())
        {
            var text = known.GetProperty("text").GetString()!;
            var bytes = known.GetProperty("bytes").GetInt32();
            var packed = known.GetProperty("compressed").GetInt32();

            var ratio = Repetition.CompressionRatio(text);

            Assert.InRange(ratio, (double)bytes / (packed + 2), (double)bytes / (packed - 2));
            Assert.Equal(known.GetProperty("ratio").GetDouble() > 2.4, ratio > 2.4);
        }
    }

    [Fact]
    public void No_text_repeats_nothing() => Assert.Equal(0, Repetition.CompressionRatio(""));

    [Fact]
    public void A_loop_is_far_above_a_sentence()
    {
        Assert.InRange(Repetition.CompressionRatio("The keeper was nowhere near it, and the crowd rose as one."), 0.5, 1.5);
        Assert.InRange(Repetition.CompressionRatio(string.Concat(Enumerable.Repeat("thank you ", 20))), 5, 20);
    }
}
