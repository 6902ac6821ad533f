using System.Globalization;
using VideoIndex.Interchange.Transcripts.Cues;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Tests.Transcripts;

/// <summary>Transcripts from short strings: each word has as long as it says, or a third of a second.</summary>
internal static class Said
{
    public static readonly Origin Model = new("model", "whisper-test", "1");

    public static MediaTime At(double seconds) => new(new Rational((long)Math.Round(seconds * 1000), 1000));

    public static MediaSpan Span(double start, double end) => new(At(start), At(end));

    public static Transcript By(string? language, params Utterance[] utterances) => new(language, Model, utterances) { Track = 1 };

    /// <summary>An utterance whose words follow each other evenly; a word that ends in "~" is one the model is not sure of.</summary>
    public static Utterance Words(double start, double end, string text, string? speaker = null)
    {
        var parts = text.Split(' ');
        var each = (end - start) / parts.Length;
        var words = parts.Select((part, at) => new SpokenWord(
            Span(start + at * each, start + (at + 1) * each), (at > 0 ? " " : "") + part.TrimEnd('~'), new Confidence(part.EndsWith('~') ? 0.2 : 0.9)));
        return Of(words, speaker);
    }

    /// <summary>An utterance of a script without spaces, a word a character.</summary>
    public static Utterance Letters(double start, double end, string text)
    {
        var each = (end - start) / text.Length;
        return Of(text.Select((letter, at) => new SpokenWord(Span(start + at * each, start + (at + 1) * each), $"{letter}", new Confidence(0.9))), null);
    }

    public static Utterance Of(IEnumerable<SpokenWord> words, string? speaker)
    {
        var all = words.ToList();
        return new Utterance(new MediaSpan(all[0].Span.Start, all[^1].Span.End), string.Concat(all.Select(word => word.Text))) { Words = all, Speaker = speaker };
    }

    public static CueSheet Cues(this Transcript transcript, CueRules? rules = null, params MediaTime[] cuts) =>
        CueMaker.Make(transcript, rules ?? CueRules.For(transcript), cuts);

    /// <summary>Cues as <c>1.5-3 first line / second line</c>.</summary>
    public static IEnumerable<string> Spell(this CueSheet sheet) => sheet.Cues.Select(cue =>
        $"{Seconds(cue.Span.Start)}-{Seconds(cue.Span.End)} {string.Join(" / ", cue.Lines.Select(line => (line.StartsTurn ? "- " : "") + line.Text))}");

    public static string Seconds(MediaTime time) => Math.Round(time.Seconds.ToDouble(), 3).ToString(CultureInfo.InvariantCulture);
}
