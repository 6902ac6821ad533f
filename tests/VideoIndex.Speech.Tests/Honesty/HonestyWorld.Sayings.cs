using VideoIndex.Tags;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Tests.Honesty;

/// <content>What people say, and what models invent.</content>
internal sealed partial class HonestyWorld
{
    // A word takes 0.06 s a letter, a little more or less; a pause now and then. The model's times are 80 ms off, and a first word after a pause may
    // soak up as much as 1.5 s of it.
    private List<SpokenWord> Spoken(string text, double probability, double start, double perLetter)
    {
        var words = new List<SpokenWord>();
        var at = start;
        foreach (var piece in Pieces(text))
        {
            var end = at + Math.Max(0.1, piece.Trim().Length * perLetter * Between(0.7, 1.4));
            var soaked = words.Count == 0 && Chance(0.15) ? Between(0, 1.5) : 0;
            var from = Math.Max(words.Count == 0 ? 0 : words[^1].Span.End.Seconds.ToDouble(), at - soaked + Normal(0.08));
            words.Add(new(Span(from, Math.Max(from, end + Normal(0.08))), piece, new Confidence(Math.Clamp(probability + Normal(0.12), 0.01, 0.99))));
            at = end + (Chance(0.1) ? Between(0.1, 0.5) : 0.02);
        }

        _now = at;
        return words;
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var pieces = text.Split(' ');
        return pieces.Select((piece, i) => i == 0 ? piece : " " + piece);
    }

    // The detector hears it 60 ms early or late, misses one utterance in a hundred, short ones three times as often, and half of one in fifty.
    private void Hear(double start, double end)
    {
        if (Chance(end - start < 0.7 ? 0.03 : 0.01))
        {
            return;
        }

        _voice.Add((start + Normal(0.06), (Chance(0.02) ? (start + end) / 2 : end) + Normal(0.06)));
    }

    private void Say(string kind, string text, double probability, double noSpeech = -1)
    {
        var start = _now;
        var words = Spoken(text, probability, start, Between(0.045, 0.09));
        Hear(start, _now);
        Add(kind, said: true, words, (probability, noSpeech >= 0 ? noSpeech : Between(0, 0.3)));
    }

    private void Chant()
    {
        var unit = One("Goal!", "Olé!", "USA!", "Come on!", "No,", "Go!", "Ha");
        Say("chant", string.Join(' ', Enumerable.Repeat(unit, _random.Next(3, 15))), Between(0.5, 0.95));
    }

    private void SaySame()
    {
        var text = One("Goal!", "Yes.", "We will rock you.", "Thank you.", "Hello?");
        for (var i = _random.Next(2, 5); i > 0; i--)
        {
            Say("same again", text, Between(0.5, 0.95));
            _now += Between(0.2, 1);
        }
    }

    // What is invented over silence, music or noise: in three of twenty the detector takes a second or two of it for a voice.
    private void Invent(string kind, string text, double probability, double noSpeech, double seconds)
    {
        _now += 1;
        var (start, end) = (_now, _now + seconds);
        if (Chance(0.15))
        {
            var first = Between(start, Math.Max(start, end - 1));
            _voice.Add((first, Math.Min(end, first + Between(0.3, 2))));
        }

        Add(kind, said: false, Stretched(text, probability, start, end), (probability, noSpeech));
        _now = end + 1;
    }

    private List<SpokenWord> Stretched(string text, double probability, double start, double end)
    {
        var pieces = Pieces(text).ToArray();
        var words = new List<SpokenWord>();
        for (var i = 0; i < pieces.Length; i++)
        {
            var at = start + ((end - start) * i / pieces.Length);
            var to = start + ((end - start) * (i + 1) / pieces.Length);
            words.Add(new(Span(at, to), pieces[i], new Confidence(Math.Clamp(probability + Normal(0.12), 0.01, 0.99))));
        }

        return words;
    }

    // A loop goes on until the tokens run out; half of them while somebody speaks.
    private void InventLoop()
    {
        var text = _random.Next(3) switch
        {
            0 => "3212" + string.Concat(Enumerable.Repeat("12", _random.Next(0, 3))) + new string('2', _random.Next(60, 200)),
            1 => string.Join(' ', Enumerable.Repeat(One("and then", "I'm going to do it.", "the", "so that we can"), _random.Next(20, 60))),
            _ => Sentence(3, 6) + " " + string.Join(' ', Enumerable.Repeat(Sentence(3, 7), _random.Next(6, 20))),
        };
        _now += 1;
        var (start, end) = (_now, _now + Between(5, 28));
        if (Chance(0.5))
        {
            _voice.Add((start, end));
        }

        Add("loop", said: false, Stretched(text, Between(0.6, 0.99), start, end), (0.8, Between(0, 0.9)));
        _now = end + 1;
    }

    private void InventSame()
    {
        var text = Sentence(4, 9);
        var voiced = Chance(0.3);
        for (var i = _random.Next(6, 16); i > 0; i--)
        {
            var end = _now + Between(2, 5);
            if (voiced)
            {
                _voice.Add((_now, end));
            }

            Add("same over and over", said: false, Stretched(text, Between(0.5, 0.95), _now, end), (0.7, Between(0, 0.9)));
            _now = end;
        }
    }

    // Something is said, and a farewell invented over the silence behind it, in one breath.
    private void SayAndInvent()
    {
        var start = _now;
        var probability = Between(0.6, 0.97);
        var words = Spoken(Sentence(4, 12), probability, start, Between(0.045, 0.09));
        Hear(start, _now);
        var from = _now + Between(1, 3);
        words.AddRange(Stretched(" " + One("Thanks for watching!", "Thank you.", "Please subscribe."), Between(0.3, 0.9), from, from + Between(1, 6)).Select(word => word with { Text = word.Text.StartsWith(' ') ? word.Text : " " + word.Text }));
        Add("said, then invented", said: true, [.. words.Where(word => word.Text.Trim().Length > 0)], (probability, Between(0, 0.3)));
        _now += 1;
    }
}
