using System.Runtime.InteropServices;
using VideoIndex.Media;
using VideoIndex.Pipeline.Hearing;
using VideoIndex.Timing;

namespace VideoIndex.Pipeline.Tests.Hearing;

public sealed class SpooledSoundTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spool-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Any_part_is_what_the_whole_is_there_holes_included()
    {
        using var sound = Open(SoundLanes.One, Ear(100, 0), [new(0, 1000, 50), new(1000, 500, 1200), new(1500, 2000, 9000)], 3500);
        var whole = Read(sound, 0, (int)sound.Length);
        var random = new Random(1);
        for (var at = 0; at < 200; at++)
        {
            var first = random.Next((int)sound.Length);
            var count = random.Next((int)sound.Length - first);
            Assert.Equal(whole[first..(first + count)], Read(sound, first, count));
        }

        Assert.Equal(9000 + 2000 - 50, sound.Length);
        Assert.All(whole[1000..1150], sample => Assert.Equal(0, sample));
        Assert.Equal(1001 / 32_768f, whole[1150]);
    }

    [Fact]
    public void A_sample_is_heard_when_its_run_says_so()
    {
        using var sound = Open(SoundLanes.One, Ear(100, 0), [new(0, 1000, 50), new(1000, 500, 1200)], 1500);

        Assert.Equal([50, 1049, 1050, 1200, 1699, 1700], new long[] { 0, 999, 1000, 1150, 1649, 1650 }.Select(sample => (sound.TimeOf(sample).Seconds * new Rational(16_000, 1)).Floor()));
    }

    [Fact]
    public void A_hole_of_a_day_is_two_seconds_of_silence_and_what_follows_is_heard_a_day_later()
    {
        const long day = 24L * 3600 * 16_000;
        using var sound = Open(SoundLanes.One, Ear(100, 0), [new(0, 16_000, 0), new(16_000, 16_000, day)], 32_000);

        Assert.Equal(16_000 + 32_000 + 16_000, sound.Length);
        var word = new MediaSpan(new MediaTime(new Rational(31, 10)), new MediaTime(new Rational(4, 1)));
        Assert.Equal(new MediaSpan(new MediaTime(new Rational(864_001, 10)), new MediaTime(new Rational(86_401, 1))), sound.TimeOf(word));
    }

    [Fact]
    public void What_ends_with_a_run_does_not_end_behind_the_hole()
    {
        using var sound = Open(SoundLanes.One, Ear(100, 0), [new(0, 16_000, 0), new(16_000, 16_000, 1_600_000)], 32_000);

        Assert.Equal(new Rational(1, 1), sound.TimeOf(new MediaSpan(default, new MediaTime(new Rational(1, 1)))).End.Seconds);
    }

    [Theory]
    [InlineData(100, 0, 8192 / 32_768f)]
    [InlineData(0, 100, -4096 / 32_768f)]
    [InlineData(50, 50, 2048 / 32_768f)]
    public void Lanes_are_heard_as_the_ear_says(int first, int second, float expected)
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "s"), MemoryMarshal.AsBytes(Enumerable.Range(0, 200).Select(at => (short)(at % 2 == 0 ? 8192 : -4096)).ToArray().AsSpan()).ToArray());
        using var sound = new SpooledSound(_folder.FullName, new KeptSound(1, "s", SoundLanes.LeftAndRight, [new(0, 100, 0)]), Ear(first, second));

        Assert.All(Read(sound, 0, 100), sample => Assert.Equal(expected, sample, 1e-6f));
    }

    private static Ear Ear(int first, int second) => new(1, null, first, second);

    private SpooledSound Open(SoundLanes lanes, Ear ear, SoundRun[] runs, int samples)
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "s"), MemoryMarshal.AsBytes(Enumerable.Range(1, samples).Select(at => (short)at).ToArray().AsSpan()).ToArray());
        return new SpooledSound(_folder.FullName, new KeptSound(1, "s", lanes, runs), ear);
    }

    private static float[] Read(SpooledSound sound, long first, int count)
    {
        var samples = new float[count];
        sound.Read(first, samples);
        return samples;
    }
}
