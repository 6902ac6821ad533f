using VideoIndex.Search.Evaluation;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Performance.Searching;

/// <summary>A library that nobody made: videos of an hour with 1,100 utterances of ten words, and 100 tags, each. The same seed, the same library.</summary>
/// <remarks>Words are as frequent as Zipf says, s = 1.05, of 50,000 (whatever the text, its words are distributed about so); starts and ends are at any millisecond.</remarks>
internal sealed class SpokenLibrary(int videos, int seed = 1)
{
    public const int PerVideo = 1200;
    public const int Vocabulary = 50_000;

    private const int Spoken = 1100;
    private const int WordsEach = 10;
    private static readonly string[] TagFields = ["logo", "logo", "object", "object", "text", "tag"];
    private static readonly Origin Model = new("model", "whisper-base", "1");
    private static readonly Origin Person = new("person", "editor", "1");
    private static readonly double[] Cumulated = Cumulate();
    private static readonly string[] Spelled = Spell();

    /// <summary>Gets how many videos it has, numbered from 1.</summary>
    public int Videos => videos;

    /// <summary>Gets how many things it has, the videos themselves not among them.</summary>
    public long Spans => (long)videos * PerVideo;

    /// <summary>Returns a word by its rank, from 0, the commonest.</summary>
    public static string Word(int rank) => Spelled[rank];

    /// <summary>Returns the things of a video, each with its moment key.</summary>
    public List<(long Key, SearchableSpan Thing)> Things(int video)
    {
        var random = new Random((seed * 1_000_003) + video);
        var starts = new (int Millisecond, bool IsSaid)[PerVideo];
        for (var at = 0; at < PerVideo; at++)
        {
            var isSaid = at < Spoken;
            starts[at] = (isSaid ? (at * 3270) + random.Next(1500) : random.Next(3_600_000), isSaid);
        }

        Array.Sort(starts);
        var keys = new MomentKey(video);
        var things = new List<(long Key, SearchableSpan Thing)>(PerVideo);
        foreach (var (millisecond, isSaid) in starts)
        {
            var thing = isSaid ? Said(random, millisecond) : Seen(random, millisecond);
            things.Add((keys.Next(thing.Span.Start), thing));
        }

        return things;
    }

    /// <summary>Returns a random rank: the lower, the likelier.</summary>
    public static int Rank(Random random)
    {
        var found = Array.BinarySearch(Cumulated, random.NextDouble());
        return Math.Min(found >= 0 ? found : ~found, Vocabulary - 1);
    }

    private static SearchableSpan Said(Random random, int millisecond) => new(
        0, "say", Span(millisecond, 800 + random.Next(2500)), [string.Join(' ', Enumerable.Range(0, WordsEach).Select(_ => Spelled[Rank(random)]))], new Confidence(random.Next(500, 1001) / 1000.0), Model)
    {
        Language = "en",
        Speaker = $"speaker {1 + random.Next(4)}",
    };

    private static SearchableSpan Seen(Random random, int millisecond) => new(
        0,
        TagFields[random.Next(TagFields.Length)],
        Span(millisecond, 500 + random.Next(20_000)),
        [Spelled[Math.Min(20 * Rank(random), Vocabulary - 1)]],
        new Confidence(random.Next(100, 1001) / 1000.0),
        random.Next(20) == 0 ? Person : Model);

    private static MediaSpan Span(int start, int length) => new(new MediaTime(new Rational(start, 1000)), new MediaTime(new Rational(start + length, 1000)));

    private static double[] Cumulate()
    {
        var sum = 0.0;
        var all = Enumerable.Range(1, Vocabulary).Select(rank => sum += Math.Pow(rank, -1.05)).ToArray();
        return [.. all.Select(one => one / sum)];
    }

    // Unlike each other, three to nine letters, no order in which of them are common.
    private static string[] Spell()
    {
        var random = new Random(7);
        var known = new HashSet<string>();
        while (known.Count < Vocabulary)
        {
            known.Add(string.Concat(Enumerable.Range(0, 3 + random.Next(7)).Select(_ => (char)('a' + random.Next(26)))));
        }

        return [.. known];
    }
}
