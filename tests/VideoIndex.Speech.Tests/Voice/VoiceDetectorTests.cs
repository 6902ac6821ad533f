using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Speech.Voice;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Voice;

public class VoiceDetectorTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(262_144)]
    [InlineData(262_145)]
    [InlineData(1_000_000)]
    public void Every_step_is_answered_once_and_by_its_own_samples(int length)
    {
        var random = new Random(length);
        var sound = new ArraySound([.. Enumerable.Range(0, length).Select(_ => random.NextSingle())]);
        using var model = new LoudVoice();

        var heard = new VoiceDetector(model).Listen(sound, default);

        Assert.Equal(0, model.Trouble);
        Assert.Equal(sound.Samples.Chunk(512).Select(x => x.Max()), heard.Chances);
    }

    [Fact]
    public void Sections_are_shared_evenly_among_rounds()
    {
        using var model = new LoudVoice();
        new VoiceDetector(model, 8, 2).Listen(ArraySound.Silence(65 * 8 * 512 / 16000.0), default);

        Assert.Equal([33, 32], model.Lanes);
    }

    [Fact]
    public void Sounds_of_different_lengths_are_heard_side_by_side()
    {
        using var model = new LoudVoice();
        ArraySound[] sounds = [MadeSound.WhiteNoise(3, 1), ArraySound.Silence(0), MadeSound.WhiteNoise(40, 2), MadeSound.WhiteNoise(1, 3)];

        var heard = new VoiceDetector(model).Listen(sounds, default);

        Assert.Equal([5], model.Lanes);
        Assert.Equal(0, model.Trouble);
        Assert.All(sounds.Zip(heard), x => Assert.Equal(x.First.Samples.Chunk(512).Select(y => y.Max(Math.Abs)), x.Second.Chances));
    }

    [Fact]
    public void No_more_than_a_second_of_each_section_is_read_at_once()
    {
        using var model = new LoudVoice();
        var sound = new WatchedSound(2_000_000);

        new VoiceDetector(model).Listen(sound, default);

        Assert.InRange(sound.LongestRead, 1, 32 * 512);
        Assert.InRange(sound.SamplesRead, sound.Length, sound.Length * 6 / 5);
    }

    [Fact]
    public void Listening_stops_when_asked()
    {
        using var model = new LoudVoice();
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => new VoiceDetector(model).Listen(ArraySound.Silence(3), stop.Token));
        Assert.Equal(0, model.Runs);
    }

    [Fact]
    public void A_model_of_another_kind_is_refused()
    {
        using var model = new LoudVoice { Inputs = [new("images", ElementType.Real32, [1, 3, 416, 416])] };

        Assert.Equal("wrong-inputs", Assert.Throws<ModelException>(() => new VoiceDetector(model)).Code);
    }

    private sealed class WatchedSound(long length) : ISound
    {
        public long Length => length;

        public int LongestRead { get; private set; }

        public long SamplesRead { get; private set; }

        public void Read(long first, Span<float> samples)
        {
            Assert.InRange(first, 0, length - samples.Length);
            samples.Clear();
            (LongestRead, SamplesRead) = (Math.Max(LongestRead, samples.Length), SamplesRead + samples.Length);
        }
    }
}
