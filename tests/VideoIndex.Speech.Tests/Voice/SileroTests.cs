using VideoIndex.Hearing;
using VideoIndex.Speech.Voice;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Voice;

/// <summary>The voice detector with its real model.</summary>
public class SileroTests
{
    private const double Step = (double)SpeechActivity.Step / ISound.Rate;

    [OnnxTheory]
    [InlineData(Silero.Only16)]
    [InlineData(Silero.Both)]
    public void Kennedy_speaks_where_he_is_known_to(string model)
    {
        var stretches = Heard(SpeechVectors.Jfk(), model);
        (double First, double End)[] known = [(0.35, 2.24), (3.3, 4.42), (5.41, 7.65), (8.19, 10.53)];

        Assert.Equal(known.Length, stretches.Count);
        Assert.All(known.Zip(stretches), x =>
        {
            Assert.Equal(x.First.First, (double)x.Second.First / ISound.Rate, 0.01);
            Assert.Equal(x.First.End, (double)x.Second.End / ISound.Rate, 0.07);
        });
    }

    [OnnxTheory]
    [InlineData(Silero.Only16)]
    [InlineData(Silero.Both)]
    public void Three_speakers_take_turns_where_they_are_known_to(string model)
    {
        var stretches = Heard(WaveFile.Read(Audio("Picovoice__falcon/test.wav")).Channel(0), model);
        (double First, double End)[] turns = [(1.7, 3.9), (6.2, 11.1), (12.8, 18.0)];

        foreach (var (first, end) in turns)
        {
            var inside = stretches.Where(x => x.Overlaps(new((long)(first * ISound.Rate), (long)(end * ISound.Rate)))).ToList();
            // Silero begins late on a soft beginning: 0.32 s at worst here, which is why chunks keep 0.4 s before speech.
            Assert.Equal(first, (double)inside[0].First / ISound.Rate, 0.35);
            Assert.Equal(end, (double)inside[^1].End / ISound.Rate, 0.1);
        }

        Assert.All(stretches, x => Assert.Contains(turns, turn => x.First < turn.End * ISound.Rate && x.End > turn.First * ISound.Rate));
    }

    [OnnxTheory]
    [InlineData("silence")]
    [InlineData("hum")]
    [InlineData("line-up tone")]
    [InlineData("sweep")]
    [InlineData("white noise")]
    [InlineData("pink noise")]
    [InlineData("music")]
    [InlineData("applause")]
    public void Nobody_speaks_where_nobody_does(string what)
    {
        var sound = what switch
        {
            "silence" => ArraySound.Silence(20),
            "hum" => MadeSound.Tone(20, 50),
            "line-up tone" => MadeSound.Tone(20, 1000),
            "sweep" => MadeSound.Sweep(20, 60, 7000),
            "white noise" => MadeSound.WhiteNoise(20, 1),
            "pink noise" => MadeSound.PinkNoise(20, 2),
            "music" => MadeSound.Music(20, 3),
            _ => MadeSound.Applause(20, 4),
        };

        Assert.Empty(Heard(sound, Silero.Only16));
        Assert.Empty(Heard(sound, Silero.Both));
    }

    [OnnxTheory]
    [InlineData("Azure-Samples__cognitive-services-speech-sdk/whatstheweatherlike.wav", 0.4)]
    [InlineData("Picovoice__leopard/test.wav", 0.7)]
    [InlineData("Picovoice__leopard/test_de.wav", 0.5)]
    [InlineData("Picovoice__leopard/test_es.wav", 0.4)]
    [InlineData("wenet-e2e__wenet/aishell-BAC009S0724W0121.wav", 0.5)]
    [InlineData("wenet-e2e__wenet/librispeech-1995-1837-0001.wav", 0.7)]
    public void Most_of_a_sentence_is_speech(string name, double share)
    {
        var sound = WaveFile.Read(Audio(name)).Channel(0);

        Assert.InRange(SpeechActivity.Share(new(0, sound.Length), Heard(sound, Silero.Only16)), share, 1);
    }

    [OnnxFact]
    public void Every_known_word_of_a_sentence_lies_in_speech()
    {
        // Words in frames of 10 ms, as a forced alignment gives them.
        var words = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Audio("Picovoice__leopard/leopard_test_data.json"))).RootElement;
        var heard = Heard(WaveFile.Read(Audio("Picovoice__leopard/test.wav")).Channel(0), Silero.Only16);
        var tests = words.GetProperty("tests").GetProperty("language_tests").EnumerateArray();
        var english = tests.First(x => x.GetProperty("audio_file").GetString() == "test.wav");
        Assert.All(english.GetProperty("words").EnumerateArray(), word =>
        {
            var middle = (word.GetProperty("start_sec").GetDouble() + word.GetProperty("end_sec").GetDouble()) / 2;
            Assert.Contains(heard, x => x.First <= middle * ISound.Rate && x.End >= middle * ISound.Rate);
        });
    }

    [OnnxFact]
    public void A_sound_is_heard_the_same_beside_others_and_by_itself()
    {
        using var session = Silero.Open();
        var detector = new VoiceDetector(session);
        var falcon = WaveFile.Read(Audio("Picovoice__falcon/test.wav")).Channel(0);
        ArraySound[] sounds = [SpeechVectors.Jfk(), MadeSound.Music(45, 3), falcon, ArraySound.Silence(0), ArraySound.Silence(0.01)];

        var together = detector.Listen(sounds, default);

        Assert.Equal([344, 1407, 581, 0, 1], together.Select(x => x.Chances.Count));
        for (var i = 0; i < sounds.Length; i++)
        {
            var alone = detector.Listen(sounds[i], default);
            Assert.All(alone.Chances.Zip(together[i].Chances), x => Assert.Equal(x.First, x.Second, 1e-4));
        }
    }

    [OnnxFact]
    public void Speech_far_into_a_long_sound_is_found_where_it_is()
    {
        var jfk = SpeechVectors.Jfk();
        var before = MadeSound.PinkNoise(75.2, 9, 0.002f);
        var stretches = Heard(ArraySound.Join(before, jfk, MadeSound.PinkNoise(20, 10, 0.002f)), Silero.Only16);
        var alone = Heard(jfk, Silero.Only16);

        Assert.All(alone.Zip(stretches), x => Assert.InRange((x.Second.First - before.Length - x.First.First) / (double)ISound.Rate, -3 * Step, 3 * Step));
        Assert.All(stretches, x => Assert.InRange(x.First, before.Length - 1600, before.Length + jfk.Length));
    }

    private static string Audio(string name) => Path.Combine(Fixtures.Folder, "audio", name);

    private static IReadOnlyList<SpeechStretch> Heard(ISound sound, string model)
    {
        using var session = Silero.Open(model);
        return new VoiceDetector(session).Listen(sound, default).Stretches(new VoiceOptions());
    }
}
