using VideoIndex.Hearing;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Honesty;
using VideoIndex.Speech.Timing;
using VideoIndex.Speech.Voice;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Batched.Placing;

/// <summary>
/// Puts the text of a window where it is said in the sound: in whole samples, so that its times are exact fractions. A word lies in one stretch of
/// the sound, that which its middle falls into; an utterance that runs over silence that was cut out becomes two.
/// </summary>
/// <param name="chunk">What was heard in the window.</param>
/// <param name="answer">What was written of it.</param>
internal sealed class PlacedText(SpeechChunk chunk, DecodedWindow answer)
{
    private const int SamplesPerStep = ISound.Rate / 200; // all times of a window are whole numbers of 5 ms

    /// <summary>Places passages; those that say nothing are left out.</summary>
    public IEnumerable<DraftUtterance> Place(IReadOnlyList<Passage> passages) =>
        passages.SelectMany(passage => passage.Words.Count > 0 ? Parts(passage) : [Whole(passage)]).OfType<Utterance>()
            .Select(utterance => new DraftUtterance(utterance)
            {
                AverageLogProbability = answer.AverageLogProbability,
                NoSpeechProbability = answer.NoSpeechProbability,
            });

    private static long Samples(double seconds) => (long)Math.Round(seconds * 200) * SamplesPerStep;

    private static MediaSpan Span(SpeechStretch stretch) => new(Time(stretch.First), Time(stretch.End));

    private static MediaTime Time(long sample) => new(new Rational(sample, ISound.Rate));

    private static string Plain(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u007F', '\u009F') < 0 && !text.Any(letter => letter is < ' ' or '\uFFFD')
            ? text
            : string.Concat(text.Where(letter => !char.IsControl(letter) && letter != '\uFFFD'));

    private Utterance? Whole(Passage passage)
    {
        var text = Plain(passage.Text).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var (start, end) = (Samples(passage.Start), Samples(passage.End));
        var first = chunk.ToSound(start);
        var last = end > start ? chunk.ToSound(end - 1) + 1 : first;
        return new Utterance(Span(new SpeechStretch(first, Math.Max(first, last))), text)
        {
            Confidence = new Confidence(Math.Min(1, Math.Exp(answer.AverageLogProbability))),
            Language = answer.Language ?? "en", // a network of English alone names none
        };
    }

    private IEnumerable<Utterance?> Parts(Passage passage)
    {
        var words = new List<SpokenWord>();
        long before = 0; // by how much the last word was moved: more at the next one, where silence was cut out between
        foreach (var word in passage.Words)
        {
            var (start, end) = (Samples(word.Start), Samples(word.End));
            var place = chunk.ToSound(start, Math.Max(start, end));
            var moved = place.End - Math.Clamp(end, 0, chunk.Length);
            if (words.Count > 0 && moved > before)
            {
                yield return Spoken(words);
                words = [];
            }

            if (Plain(word.Text) is { Length: > 0 } text)
            {
                words.Add(new SpokenWord(Span(place), text, new Confidence(Math.Clamp(word.Probability, 0, 1))));
                before = moved;
            }
        }

        yield return Spoken(words);
    }

    private Utterance? Spoken(List<SpokenWord> words)
    {
        Trim(words);
        return words.Count == 0 ? null : new Utterance(
            new MediaSpan(words.Min(word => word.Span.Start), words.Max(word => word.Span.End)), string.Concat(words.Select(word => word.Text)))
        {
            Confidence = new Confidence(words.Average(word => word.Confidence.Value)),
            Language = answer.Language ?? "en", // a network of English alone names none
            Words = words,
        };
    }

    // No space at the ends of an utterance, and no word that is nothing but space there.
    private static void Trim(List<SpokenWord> words)
    {
        while (words.Count > 0 && string.IsNullOrWhiteSpace(words[0].Text))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 0 && string.IsNullOrWhiteSpace(words[^1].Text))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count > 0)
        {
            words[0] = words[0] with { Text = words[0].Text.TrimStart() };
            words[^1] = words[^1] with { Text = words[^1].Text.TrimEnd() };
        }
    }
}
