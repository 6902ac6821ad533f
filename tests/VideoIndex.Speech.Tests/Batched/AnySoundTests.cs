namespace VideoIndex.Speech.Tests.Batched;

/// <summary>Whatever is said when, and whatever a network makes of it, texts have their form.</summary>
public sealed class AnySoundTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_word_that_is_said_is_heard_once_at_its_time(int seed)
    {
        var random = new Random(seed);
        var planted = Plant(random, seconds: 100);
        var sound = ToneWords.Sound(100, planted);
        var network = new ToneNetwork(random.Next(2) == 0 ? 1500 : 500) { MostPassages = random.Next(2) == 0 ? int.MaxValue : 2 };

        var heard = await Tones.HearAsync(network, sound);

        Tones.CheckForm(heard, sound);
        Tones.Check(planted, heard);
        Assert.All(heard.Utterances, utterance => Assert.Null(utterance.Dropped));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Nonsense_has_the_form_of_text_too(int seed)
    {
        var random = new Random(seed);
        var vocabulary = ToneWords.Vocabulary;
        var sound = ToneWords.Sound(70, Plant(random, seconds: 70));
        var network = new ToneNetwork
        {
            NoSpeech = random.Next(-10, 25),
            Change = (_, _) =>
            [
                .. Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(5) == 0
                    ? vocabulary.TimestampBegin + random.Next(1501)
                    : random.Next(vocabulary.EndOfText)),
            ],
        };

        foreach (var words in new[] { true, false })
        {
            Tones.CheckForm(await Tones.HearAsync(network, sound, new() { WordTimes = words }), sound);
        }
    }

    private static PlantedWord[] Plant(Random random, double seconds)
    {
        var planted = new List<PlantedWord>();
        for (var at = random.NextDouble() * 5; at < seconds - 1;)
        {
            var word = new PlantedWord(random.Next(9), Math.Round(at, 2), 0.3 + Math.Round(random.NextDouble() * 0.3, 2));
            planted.Add(word);
            at = word.End + (random.Next(6) == 0 ? 3 + random.NextDouble() * 9 : 0.15 + random.NextDouble() * 0.3);
        }

        return [.. planted];
    }
}
