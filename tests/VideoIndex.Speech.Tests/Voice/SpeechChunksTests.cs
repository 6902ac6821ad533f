using VideoIndex.Hearing;
using VideoIndex.Speech.Voice;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Voice;

public class SpeechChunksTests
{
    private const long Second = ISound.Rate;
    private static readonly VoiceOptions Voice = VoiceOptions.ForWords;

    public static TheoryData<int, long, long, int> Layouts()
    {
        var layouts = new TheoryData<int, long, long, int>();
        for (var seed = 0; seed < 15; seed++)
        {
            layouts.Add(seed, seed % 3 == 0 ? 10 : 30, new[] { 0, Second, 2 * Second, 2001, long.MaxValue }[seed % 5], seed % 2 == 0 ? 400 : 0);
        }

        return layouts;
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void All_speech_is_in_one_chunk_and_once(int seed, long window, long silence, int padding)
    {
        var (sound, activity, options) = Made(seed, window, silence, padding);
        var speech = activity.Stretches(Voice);
        var parts = SpeechChunks.Of(sound, activity, Voice, options).SelectMany(x => x.Parts).Select(x => x.Sound).ToArray();

        Assert.Equal(speech.Sum(x => x.Length), speech.Sum(x => parts.Sum(part => Math.Max(0, Math.Min(x.End, part.End) - Math.Max(x.First, part.First)))));
        Assert.All(parts.Zip(parts.Skip(1)), x => Assert.True(x.First.End <= x.Second.First));
        Assert.All(parts, x => Assert.True(x.First >= 0 && x.First < x.End && x.End <= sound.Length));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void No_chunk_is_longer_than_a_window_and_no_silence_longer_than_allowed(int seed, long window, long silence, int padding)
    {
        var (sound, activity, options) = Made(seed, window, silence, padding);
        var chunks = SpeechChunks.Of(sound, activity, Voice, options);

        Assert.All(chunks, x => Assert.InRange(x.Length, 1, options.Window));
        Assert.All(chunks, x => Assert.Equal(x.Length, x.Parts.Sum(part => part.Sound.Length)));
        Assert.All(chunks, chunk => Assert.All(chunk.Speech.Zip(chunk.Speech.Skip(1)), pair =>
        {
            var kept = chunk.Parts.Sum(x => Math.Max(0, Math.Min(x.Sound.End, pair.Second.First) - Math.Max(x.Sound.First, pair.First.End)));
            Assert.Equal(Math.Min(silence, pair.Second.First - pair.First.End), kept);
        }));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Every_sample_of_a_chunk_is_the_sample_of_the_sound_it_is_said_to_be(int seed, long window, long silence, int padding)
    {
        var (sound, activity, options) = Made(seed, window, silence, padding);
        foreach (var chunk in SpeechChunks.Of(sound, activity, Voice, options))
        {
            var samples = new float[chunk.Length];
            chunk.Read(sound, samples);
            for (var i = 0L; i < samples.Length; i += 97)
            {
                Assert.Equal(sound.Samples[chunk.ToSound(i)], samples[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Words_keep_their_length_and_their_order(int seed, long window, long silence, int padding)
    {
        var (sound, activity, options) = Made(seed, window, silence, padding);
        var random = new Random(seed);
        foreach (var chunk in SpeechChunks.Of(sound, activity, Voice, options))
        {
            var last = new SpeechStretch(0, 0);
            for (var at = 0L; at < chunk.Length;)
            {
                var end = Math.Min(chunk.Length, at + random.Next(1, 12_000));
                var word = chunk.ToSound(at, end);
                Assert.Equal(end - at, word.Length);
                Assert.True(word.First >= last.First && word.End >= last.End);
                Assert.InRange(word.First, 0, sound.Length);
                Assert.InRange(word.End, 0, sound.Length);
                Assert.Contains(chunk.Parts, x => x.Sound.First <= word.First + (word.Length / 2) && x.Sound.End > word.First + (word.Length / 2));
                (last, at) = (word, end);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_word_that_is_placed_rightly_in_its_chunk_is_placed_rightly_in_the_sound(int seed, long window, long silence, int padding)
    {
        var (sound, activity, options) = Made(seed, window, silence, padding);
        foreach (var chunk in SpeechChunks.Of(sound, activity, Voice, options))
        {
            foreach (var spoken in chunk.Speech)
            {
                var part = chunk.Parts.Single(x => x.Sound.First <= spoken.First && x.Sound.End >= spoken.End);
                var first = part.At + spoken.First - part.Sound.First;
                Assert.Equal(spoken, chunk.ToSound(first, first + spoken.Length));
            }
        }
    }

    [Fact]
    public void A_word_heard_up_to_a_second_off_still_lies_on_the_right_side_of_a_joint()
    {
        var (sound, activity) = Spoken(60, (5, 8), (40, 43));
        var chunk = Assert.Single(SpeechChunks.Of(sound, activity, Voice, new ChunkOptions()));
        var (end, begin) = (chunk.Speech[0].End, chunk.Speech[1].First);
        var (endInChunk, beginInChunk) = (end - chunk.Parts[0].Sound.First, chunk.Parts[1].At + begin - chunk.Parts[1].Sound.First);

        Assert.Equal(2, chunk.Parts.Count);
        for (var off = 1 - Second; off < Second; off += 701)
        {
            Assert.Equal(end + off, chunk.ToSound(endInChunk + off - 4000, endInChunk + off).End);
            Assert.Equal(begin + off, chunk.ToSound(beginInChunk + off, beginInChunk + off + 4000).First);
        }
    }

    [Fact]
    public void Cutting_silence_down_halves_the_windows_of_sparse_speech()
    {
        // Three seconds of speech in every ten, for ten minutes.
        var (sound, activity) = Spoken(600, [.. Enumerable.Range(0, 60).Select(i => (10.0 * i, (10.0 * i) + 3))]);
        int Windows(long silence) => SpeechChunks.Of(sound, activity, Voice, new ChunkOptions { LongestSilence = silence }).Count;

        Assert.Equal([20, 10, 7], [Windows(long.MaxValue), Windows(2 * Second), Windows(0)]);
    }

    [Fact]
    public void A_silence_that_is_not_cut_leaves_one_piece_of_the_sound()
    {
        var (sound, activity) = Spoken(40, (1, 3), (9, 12), (20, 25));

        var chunk = Assert.Single(SpeechChunks.Of(sound, activity, Voice, new ChunkOptions { LongestSilence = long.MaxValue }));

        Assert.Single(chunk.Parts);
        Assert.Equal(3, chunk.Speech.Count);
    }

    [Fact]
    public void A_chunk_ends_at_the_last_clear_pause_before_it_is_full()
    {
        var (sound, activity) = Spoken(60, (0, 15), (15.3, 24), (26, 29.2), (29.4, 40));

        var chunks = SpeechChunks.Of(sound, activity, Voice, new ChunkOptions());

        Assert.Equal([2, 2], chunks.Select(x => x.Speech.Count));
    }

    [Fact]
    public void Long_speech_is_cut_within_its_longest_pause()
    {
        var (sound, activity) = Spoken(70, (0, 50));
        float[] chances = [.. activity.Chances];
        Array.Fill(chances, 0.1f, 650, 2);
        Array.Fill(chances, 0.1f, 800, 4);
        Array.Fill(chances, 0.1f, 880, 3);

        var speech = SpeechChunks.Of(sound, activity with { Chances = chances }, Voice, new ChunkOptions()).SelectMany(x => x.Speech);

        Assert.Equal([802 * 512L], speech.Select(x => x.End).SkipLast(1));
    }

    [Fact]
    public void Long_speech_without_a_pause_is_cut_where_it_is_quietest()
    {
        var (sound, activity) = Spoken(70, (0, 50));
        Array.Fill(sound.Samples, 0.01f, 24 * ISound.Rate, 3200);

        var speech = SpeechChunks.Of(sound, activity, Voice, new ChunkOptions()).SelectMany(x => x.Speech);

        Assert.Equal(24.1 * ISound.Rate, speech.First().End, 1600.0);
    }

    [Fact]
    public void Where_nobody_speaks_there_are_no_chunks()
    {
        var (sound, activity) = Spoken(30);

        Assert.Empty(SpeechChunks.Of(sound, activity, Voice, new ChunkOptions()));
        Assert.Empty(SpeechChunks.Of(ArraySound.Silence(0), new SpeechActivity(0, []), Voice, new ChunkOptions()));
    }

    [Fact]
    public void Padding_that_leaves_too_little_of_a_window_is_refused()
    {
        var (sound, activity) = Spoken(30, (1, 2));

        Assert.Throws<ArgumentException>(() => SpeechChunks.Of(sound, activity, Voice, new ChunkOptions { Window = 2 * Second }));
    }

    private static (ArraySound Sound, SpeechActivity Activity, ChunkOptions Options) Made(int seed, long window, long silence, int padding)
    {
        var random = new Random(seed);
        var speech = new List<(double, double)>();
        var at = random.NextDouble() * 3;
        while (at < 150)
        {
            // Mostly sentences and short pauses, now and then a speech of minutes or a long silence.
            var end = at + (random.Next(12) == 0 ? 20 + (random.NextDouble() * 80) : 0.3 + (random.NextDouble() * 8));
            speech.Add((at, end));
            at = end + (random.Next(4) == 0 ? random.NextDouble() * 30 : 0.2 + random.NextDouble());
        }

        var (sound, activity) = Spoken(at, [.. speech]);
        return (sound, activity, new ChunkOptions { Window = window * Second, LongestSilence = silence, Padding = VoiceOptions.Milliseconds(padding) });
    }

    private static (ArraySound Sound, SpeechActivity Activity) Spoken(double seconds, params (double First, double End)[] speech)
    {
        var sound = ArraySound.Silence(seconds);
        for (var i = 0; i < sound.Length; i++)
        {
            sound.Samples[i] = (i * 7919L % 104_729 / 104_729f) - 0.5f;
        }

        var chances = new float[(sound.Length + 511) / 512];
        foreach (var (first, end) in speech)
        {
            var from = (int)(first * ISound.Rate / 512);
            Array.Fill(chances, 0.9f, from, Math.Min(chances.Length, (int)(end * ISound.Rate / 512)) - from);
        }

        return (sound, new SpeechActivity(sound.Length, chances));
    }
}
