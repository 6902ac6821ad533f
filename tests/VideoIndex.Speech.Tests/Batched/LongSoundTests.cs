using VideoIndex.Hearing;

namespace VideoIndex.Speech.Tests.Batched;

public sealed class LongSoundTests
{
    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Four_hours_take_no_more_memory_than_one()
    {
        var held = new List<(long Sample, long Bytes)>();
        var sound = new Talk(4 * 3600L * ISound.Rate);
        var watch = new Watch(sample => held.Add((sample, GC.GetTotalMemory(forceFullCollection: true))));

        var heard = await Tones.HearAsync(new ToneNetwork(), sound, new(), new(), new ToneVoice(), watch, CancellationToken.None);

        Tones.CheckForm(heard, sound);
        Assert.InRange(heard.Utterances.Sum(utterance => utterance.Words.Count), 4 * 3600 - 10, 4 * 3600);
        var hour = held.First(at => at.Sample >= sound.Length / 4).Bytes;
        Assert.InRange(held[^1].Bytes - hour, long.MinValue, 24_000_000); // what is said in three hours, 2 KB a word at most
    }

    private sealed class Watch(Action<long> told) : IProgress<long>
    {
        public void Report(long value) => told(value);
    }

    /// <summary>A word each second, which is made when it is asked for; in no order that repeats itself soon.</summary>
    private sealed class Talk(long length) : ISound
    {
        private static readonly float[][] Words =
            [.. Enumerable.Range(0, ToneWords.FirstGerman).Select(word => ToneWords.Sound(1, [new PlantedWord(word, 0.2, 0.5)]).Samples)];

        public long Length => length;

        public void Read(long first, Span<float> samples)
        {
            while (samples.Length > 0)
            {
                var (second, at) = Math.DivRem(first, ISound.Rate);
                var count = (int)Math.Min(samples.Length, ISound.Rate - at);
                Words[(int)((second * 2_654_435_761 >> 7) % Words.Length)].AsSpan((int)at, count).CopyTo(samples);
                first += count;
                samples = samples[count..];
            }
        }
    }
}
