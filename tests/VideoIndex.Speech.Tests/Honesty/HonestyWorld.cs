using VideoIndex.Speech.Honesty;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Tests.Honesty;

/// <summary>
/// A made-up sound with people who speak, with what a speech model writes of it, true and invented, and with where a voice detector hears somebody. All
/// of it is drawn, from a seed; what is drawn from what is an assumption, written down here.
/// </summary>
internal sealed partial class HonestyWorld
{
    private readonly Random _random;
    private readonly List<Planted> _planted = [];
    private readonly List<(double Start, double End)> _voice = [];
    private double _now;

    public HonestyWorld(int seed)
    {
        _random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            _now += Between(0.1, 1) + (Chance(0.3) ? Between(1, 12) : 0);
            Plant();
        }
    }

    /// <summary>What was written, in order, each with what it is.</summary>
    public IReadOnlyList<Planted> All => _planted;

    /// <summary>Where the voice detector hears somebody.</summary>
    public IReadOnlyList<MediaSpan> Voice => [.. _voice.Where(span => span.End > span.Start).Select(span => Span(span.Start, span.End))];

    /// <summary>Something written, its kind, and whether somebody said it.</summary>
    public sealed record Planted(DraftUtterance Draft, string Kind, bool Said);

    private bool Chance(double chance) => _random.NextDouble() < chance;

    private double Between(double low, double high) => low + ((high - low) * _random.NextDouble());

    // Normal by the sum of twelve, cut at six deviations.
    private double Normal(double deviation) => (Enumerable.Range(0, 12).Sum(_ => _random.NextDouble()) - 6) * deviation;

    private string One(params string[] all) => all[_random.Next(all.Length)];

    private void Plant()
    {
        switch (_random.Next(20))
        {
            case < 8:
                Say("sentence", Sentence(4, 18), Between(0.6, 0.97));
                break;
            case 8:
                Say("hard to hear", Sentence(3, 15), Between(0.15, 0.6), noSpeech: Between(0, 0.8));
                break;
            case 9:
                Say("short answer", One("Yes.", "No.", "Right.", "Of course.", "I see."), Between(0.4, 0.97));
                break;
            case 10:
                Say("phrase really said", One("Thank you.", "Thanks for watching!", "Vielen Dank.", "Bye.", "Gracias.", "Subtitles by the Amara.org community."), Between(0.4, 0.97));
                break;
            case 11:
                Chant();
                break;
            case 12:
                SaySame();
                break;
            case 13 or 14:
                Invent("phrase over silence", One("Thanks for watching!", "Thank you.", "you", "Untertitel der Amara.org-Community", "Sous-titres réalisés par la communauté d'Amara.org", "ご視聴ありがとうございました", "字幕by索兰娅", "Bye."), Between(0.3, 0.97), Between(0.05, 0.99), Between(0.5, 28));
                break;
            case 15:
                Invent("sentence over silence", Sentence(1, 14), Between(0.1, 0.8), Between(0.05, 0.99), Between(0.5, 20));
                break;
            case 16:
                InventLoop();
                break;
            case 17:
                InventSame();
                break;
            case 18:
                SayAndInvent();
                break;
            default:
                Invent("note on sounds", One("[Music]", "♪♪♪", "(applause)", "[BLANK_AUDIO]"), Between(0.2, 0.9), Between(0.1, 0.9), Between(1, 28));
                break;
        }
    }

    private string Sentence(int least, int most)
    {
        var words = Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => One(Words)).ToArray();
        return string.Join(' ', words) + One(".", "?", ".", "!");
    }

    private static MediaSpan Span(double start, double end) => new(Time(start), Time(Math.Max(start, end)));

    private static MediaTime Time(double seconds) => new(new Rational((long)Math.Round(Math.Max(0, seconds) * 200), 200));

    private void Add(string kind, bool said, List<SpokenWord> words, (double Probability, double NoSpeech) sure)
    {
        var text = string.Concat(words.Select(word => word.Text));
        var withWords = Chance(0.7);
        var span = new MediaSpan(words[0].Span.Start, words[^1].Span.End);
        _planted.Add(new(
            new DraftUtterance(new Utterance(span, text) { Words = withWords ? words : [], Confidence = new Confidence(sure.Probability) })
            {
                AverageLogProbability = Math.Log(sure.Probability) + Normal(0.1),
                NoSpeechProbability = sure.NoSpeech,
            },
            kind,
            said));
        _now = Math.Max(_now, span.End.Seconds.ToDouble());
    }

    private static readonly string[] Words =
        ("the a of and to in we you they it is was have had will can must would ball game line road house water light paper night morning people "
        + "player coach team train window market council minister question answer picture number second minute yesterday tomorrow always never "
        + "because before after between against together company problem reason children music river mountain weather very little great young "
        + "early other another first last never better looking going coming taking saying thinking waiting playing running standing important "
        + "different possible government").Split(' ');
}
