using VideoIndex.Speech.Honesty;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Tests.Honesty;

/// <summary>Makes utterances for tests.</summary>
internal static class Drafts
{
    /// <summary>Text over so many seconds, its words spread evenly by their letters.</summary>
    public static DraftUtterance Of(string text, double start, double end, double probability = 0.9, double noSpeech = 0.1, bool words = true)
    {
        var pieces = text.Split(' ').Select((piece, i) => i == 0 ? piece : " " + piece).ToArray();
        var letters = pieces.Sum(piece => piece.Length);
        var spoken = new List<SpokenWord>();
        for (int i = 0, before = 0; i < pieces.Length; before += pieces[i++].Length)
        {
            var (from, to) = ((double)before / letters, (double)(before + pieces[i].Length) / letters);
            spoken.Add(new(Span(start + ((end - start) * from), start + ((end - start) * to)), pieces[i], new Confidence(probability)));
        }

        return new(new Utterance(Span(start, end), text) { Words = words ? spoken : [], Confidence = new Confidence(probability) })
        {
            AverageLogProbability = Math.Log(probability),
            NoSpeechProbability = noSpeech,
        };
    }

    /// <summary>The words of an utterance, each with its own time.</summary>
    public static DraftUtterance Words(params (string Text, double Start, double End)[] words) => new(
        new Utterance(Span(words[0].Start, words[^1].End), string.Concat(words.Select(word => word.Text)))
        {
            Words = [.. words.Select(word => new SpokenWord(Span(word.Start, word.End), word.Text, new Confidence(0.9)))],
            Confidence = new Confidence(0.9),
        })
    {
        AverageLogProbability = -0.1,
        NoSpeechProbability = 0.1,
    };

    public static MediaSpan Span(double start, double end) => new(Time(start), Time(end));

    public static MediaTime Time(double seconds) => new(new Rational((long)Math.Round(seconds * 1000), 1000));
}
