using System.Buffers.Binary;
using VideoIndex.Copies;
using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Sounds;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Copies;

public sealed class SoundTests
{
    private static readonly uint[] Song = Words(1, 400);

    [Fact]
    public void The_same_sound_is_found_where_it_is_though_a_tenth_of_the_bits_differ()
    {
        var match = Assert.Single(Between(Noisy(Song[100..250], 10), Song));

        Assert.Equal(CopyKind.Sound, match.Kind);
        Assert.Equal(default, match.Here.Start);
        Assert.Equal(new Rational(100 * 1366, 11_025), match.There.Start.Seconds);
        Assert.Equal(new Rational(250 * 1366, 11_025), match.There.End.Seconds);
    }

    [Fact]
    public void Other_sound_is_not_the_same() => Assert.Empty(Between(Words(2, 400), Song));

    [Fact]
    public void Silence_is_the_same_everywhere_and_says_nothing()
    {
        var silence = Enumerable.Repeat(627_964_279u, 300).ToArray();

        Assert.Empty(Between(silence, silence));
    }

    [Fact]
    public void Less_than_five_seconds_are_too_little() => Assert.Empty(Between(Song[100..135], Song));

    [Fact]
    public void A_word_is_heard_when_the_sound_began_and_an_eighth_of_a_second_later_each()
    {
        var print = Print(Song) with { Start = new MediaTime(new Rational(2, 1)) };

        Assert.Equal(new Rational(2, 1), print.TimeOf(0).Seconds);
        Assert.Equal(new Rational(2, 1) + new Rational(1366, 11_025), print.TimeOf(1).Seconds);
        Assert.Equal(0, print.FirstFrom(default));
        Assert.Equal(1, print.FirstFrom(new MediaTime(new Rational(21, 10))));
        Assert.Equal(400, print.FirstFrom(new MediaTime(new Rational(900, 1))));
    }

    private static IReadOnlyList<CopyMatch> Between(uint[] here, uint[] there) =>
        new CopyFinder(null, Print(here), null, new CopyOptions()).In(new VideoPrints(A.Id("other"), PicturePrints.None, Print(there)), null);

    private static SoundPrint Print(uint[] words)
    {
        var bytes = new byte[words.Length * SoundPrint.Size];
        for (var at = 0; at < words.Length; at++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at * SoundPrint.Size), words[at]);
        }

        return new SoundPrint(default, bytes);
    }

    private static uint[] Words(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(1L << 32))];
    }

    // In two words of three some bits are turned; the third is heard as it was.
    private static uint[] Noisy(uint[] words, int percent)
    {
        var random = new Random(7);
        return [.. words.Select((word, at) => at % 3 == 0 ? word : Enumerable.Range(0, 32).Where(_ => random.Next(100) < percent * 3 / 2).Aggregate(word, (turned, bit) => turned ^ 1u << bit))];
    }
}
