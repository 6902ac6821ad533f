using VideoIndex.Hearing;
using VideoIndex.Speech.Mel;
using VideoIndex.Speech.Tokens;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Batched;

/// <summary>A language of tones: each word is one pitch. What a test plants can be heard again from the sound picture, at its very time.</summary>
internal static class ToneWords
{
    private const int Count = 18;

    /// <summary>The words; those from the tenth on are German.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india",
        "anton", "berta", "caesar", "dora", "emil", "friedrich", "gustav", "heinrich", "ida",
    ];

    public const int FirstGerman = 9;

    /// <summary>Every byte is a token, and every word, but that each third word is two.</summary>
    public static SpeechVocabulary Vocabulary { get; } = SpeechVocabularies.OfList(
        [
            .. Enumerable.Range(0, 256).Select(value => new[] { (byte)value }), " -"u8.ToArray(), " '"u8.ToArray(),
            .. All.SelectMany(Parts).Select(System.Text.Encoding.UTF8.GetBytes),
        ],
        256 + 2 + Count + (Count / 3) + 2 + 99 + 6 + 1501);

    private static readonly int[] Rows = [.. Enumerable.Range(0, Count).Select(RowOf)];

    /// <summary>The tokens of a word, with the space before it.</summary>
    public static int[] Tokens(int word)
    {
        var first = 258 + All.Take(word).Sum(earlier => Parts(earlier).Count());
        return [.. Parts(All[word]).Select((_, part) => first + part)];
    }

    /// <summary>Words one after another, each half a second long; in no order, for what repeats itself is not believed.</summary>
    public static PlantedWord[] Talk(int count, double apart)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(at => new PlantedWord(random.Next(FirstGerman), 0.5 + at * apart, 0.5))];
    }

    /// <summary>A sound in which words are spoken, and else silence.</summary>
    public static ArraySound Sound(double seconds, IEnumerable<PlantedWord> words)
    {
        var samples = new float[(long)(seconds * ISound.Rate)];
        foreach (var word in words)
        {
            Speak(word, samples);
        }

        return new ArraySound(samples);
    }

    /// <summary>What is spoken in a sound picture: words with their first frame and the one behind the last.</summary>
    public static IReadOnlyList<HeardTone> Hear(ReadOnlySpan<float> picture, int frames)
    {
        var heard = new List<HeardTone>();
        for (var frame = 0; frame < frames; frame++)
        {
            var word = Loudest(picture, frame, frames);
            if (word < 0)
            {
                continue;
            }

            if (heard.Count > 0 && heard[^1].End == frame && heard[^1].Word == word)
            {
                heard[^1] = heard[^1] with { End = frame + 1 };
            }
            else
            {
                heard.Add(new HeardTone(word, frame, frame + 1));
            }
        }

        return [.. heard.Where(tone => tone.End - tone.First >= 6)]; // less is the edge of a word
    }

    private static IEnumerable<string> Parts(string word)
    {
        var two = All.ToList().IndexOf(word) % 3 == 2;
        return two ? [" " + word[..2], word[2..]] : [" " + word];
    }

    private static double Hertz(int word) => 300 * Math.Pow(1.12, word);

    private static void Speak(PlantedWord word, float[] samples)
    {
        var (first, end) = ((long)(word.Start * ISound.Rate), (long)((word.Start + word.Length) * ISound.Rate));
        for (var at = first; at < Math.Min(end, samples.Length); at++)
        {
            samples[at] = (float)(0.3 * Math.Sin(2 * Math.PI * Hertz(word.Word) * (at - first) / ISound.Rate));
        }
    }

    private static int RowOf(int word)
    {
        const int Frames = 20;
        var picture = new float[80 * Frames];
        new LogMel(80).Draw(Sound(0.2, [new PlantedWord(word, 0, 0.2)]).Samples, Frames, picture);
        return Enumerable.Range(0, 80).MaxBy(row => picture[row * Frames + 10]);
    }

    private static int Loudest(ReadOnlySpan<float> picture, int frame, int frames)
    {
        var best = 0;
        for (var row = 1; row < picture.Length / frames; row++)
        {
            best = picture[row * frames + frame] > picture[best * frames + frame] ? row : best;
        }

        return picture[best * frames + frame] > 0.3 ? Array.IndexOf(Rows, best) : -1;
    }
}

/// <summary>A word that is spoken, with its time in seconds.</summary>
internal readonly record struct PlantedWord(int Word, double Start, double Length)
{
    public string Text => ToneWords.All[Word];

    public double End => Start + Length;
}

/// <summary>A word that was heard in a sound picture.</summary>
internal readonly record struct HeardTone(int Word, int First, int End);
