using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Tests.ScreenText;

/// <summary>A line as it stands on a made-up screen at one look.</summary>
/// <param name="Words">What stands there; while that and the place are the same, it is one picture.</param>
/// <param name="Left">In ten-thousandths of the picture, as <see cref="PictureBox"/> counts.</param>
/// <param name="Top">In ten-thousandths of the picture.</param>
/// <param name="Size">How high its letters are; each is half as wide.</param>
/// <param name="Read">What the reader makes of it; the words themselves when null, nothing when empty.</param>
/// <param name="Percent">How sure the reader is.</param>
internal sealed record Shown(string Words, int Left = 1000, int Top = 8000, int Size = 400, string? Read = null, int Percent = 95)
{
    public PictureBox Box => new(Left, Top, Words.Length * Size / 2, Size);

    public IReadOnlyList<SeenWord> Reading
    {
        get
        {
            var (words, at) = (new List<SeenWord>(), Left);
            foreach (var word in (Read ?? Words).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add(new SeenWord(word, new Confidence(Percent / 100.0), new PictureBox(at, Top, word.Length * Size / 2, Size), "eng"));
                at += (word.Length + 1) * Size / 2;
            }

            return words;
        }
    }
}

/// <summary>A made-up screen, looked at twice a second. What is new at a look came 100 ms before it, and what is gone went 300 ms before.</summary>
internal sealed class Screen
{
    private readonly List<TextLook> _looks = [];
    private readonly List<CropReading> _readings = [];
    private Shown[] _before = [];

    /// <summary>Gets or sets how many looks of an unchanged picture are read.</summary>
    public int Read { get; init; } = TextSpans.MostReadings;

    private readonly Dictionary<Shown, int> _ages = [];

    /// <summary>Looks at the screen.</summary>
    public Screen Look(params Shown[] lines)
    {
        var timestamp = _looks.Count * 500L;
        var sightings = new List<TextSighting>();
        foreach (var line in lines)
        {
            var before = Array.FindIndex(_before, other => (other.Words, other.Box) == (line.Words, line.Box));
            var same = before < 0 ? null : _before[before];
            var age = same is null ? 0 : _ages[same] + 1;
            _ages[line] = age;
            if (age < Read)
            {
                _readings.Add(new CropReading(timestamp, sightings.Count, line.Reading));
            }

            var since = before >= 0 ? timestamp - 500 : timestamp == 0 ? 0 : timestamp - 100;
            sightings.Add(new TextSighting(line.Box, 0, true, 200, before, since, age < Read ? "crop" : null));
        }

        var kept = sightings.Select(sighting => sighting.Before).ToHashSet();
        var ends = Enumerable.Range(0, _before.Length).Where(place => !kept.Contains(place)).Select(place => new TextEnd(place, timestamp - 300));
        _looks.Add(new TextLook(timestamp, sightings, [.. ends]));
        _before = lines;
        return this;
    }

    /// <summary>Looks at the screen several times while nothing changes.</summary>
    public Screen Look(int times, params Shown[] lines)
    {
        for (var time = 0; time < times; time++)
        {
            Look(lines);
        }

        return this;
    }

    public WatchedText Watched(int lastLook = -1) => new(
        new VideoId(new byte[32]), _looks, _readings, new Origin("model", "a reader", "1"), At, At((lastLook < 0 ? _looks.Count : lastLook) * 500L));

    public IReadOnlyList<Tag> Tags() => TextSpans.Of(Watched());

    /// <summary>Returns the tags as lines of <c>words from until</c>, in milliseconds.</summary>
    public IReadOnlyList<string> Said() => [.. Tags().Select(Say)];

    public static string Say(Tag tag) => $"{tag.Label} {Milliseconds(tag.Span.Start)} {Milliseconds(tag.Span.End)}";

    private static MediaTime At(long milliseconds) => new(new Rational(milliseconds, 1000));

    private static long Milliseconds(MediaTime time) => (time.Seconds * new Rational(1000, 1)).Round();
}
