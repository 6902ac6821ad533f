using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Honesty;

/// <summary>
/// Cuts words to the speech. A word beside a pause soaks it up; where the voice detector hears nobody for longer than a word can pause, the word is
/// cut to the stretch of speech it shares most time with. A word that shares none keeps its time and loses confidence: moving it would be invention.
/// </summary>
internal static class SpeechCut
{
    /// <summary>Cuts the words of an utterance, and the utterance to them; without words the utterance alone.</summary>
    public static Utterance Apply(Utterance utterance, VoiceMap? voice, HonestyRules rules)
    {
        var words = utterance.Words.Select(word => word with { Confidence = rules.Calibration.Of(word.Confidence.Value) }).ToArray();
        if (voice is null || utterance.Dropped is not null)
        {
            return utterance with { Words = words };
        }

        if (words.Length == 0)
        {
            return utterance with { Span = Trim(utterance.Span, voice, rules) };
        }

        for (var i = 0; i < words.Length; i++)
        {
            words[i] = voice.Touches(words[i].Span, rules.VoiceMargin)
                ? words[i] with { Span = Cut(words[i].Span, voice, rules) }
                : words[i] with { Confidence = new Confidence(Math.Min(words[i].Confidence.Value, rules.ConfidenceWithoutVoice)) };
        }

        var cut = words[0].Span.Start > utterance.Words[0].Span.Start || words[^1].Span.End < utterance.Words[^1].Span.End;
        return utterance with { Words = words, Span = cut ? Around(utterance.Span, words) : utterance.Span };
    }

    private static MediaSpan Cut(MediaSpan word, VoiceMap voice, HonestyRules rules)
    {
        var best = default(MediaSpan);
        var stretches = voice.In(word).ToArray();
        foreach (var stretch in Joined(stretches, rules))
        {
            var shared = Shared(stretch, word);
            best = shared.Duration > best.Duration ? shared : best;
        }

        return best.Duration == default ? word : Within(word, best, rules);
    }

    // Stretches that a word may well run through are one.
    private static List<MediaSpan> Joined(MediaSpan[] stretches, HonestyRules rules)
    {
        var joined = new List<MediaSpan>();
        foreach (var stretch in stretches)
        {
            if (joined.Count > 0 && (stretch.Start - joined[^1].End).Seconds.ToDouble() <= rules.SilenceInWord)
            {
                joined[^1] = new(joined[^1].Start, stretch.End);
            }
            else
            {
                joined.Add(stretch);
            }
        }

        return joined;
    }

    // Cuts a span to speech that lies within it, at each end where the silence is too long; a margin stays.
    private static MediaSpan Within(MediaSpan span, MediaSpan speech, HonestyRules rules)
    {
        var (start, end) = (span.Start, span.End);
        if ((speech.Start - start).Seconds.ToDouble() > rules.SilenceInWord)
        {
            start = speech.Start - rules.WordMargin;
        }

        if ((end - speech.End).Seconds.ToDouble() > rules.SilenceInWord)
        {
            end = speech.End + rules.WordMargin;
        }

        return new(start, end);
    }

    private static MediaSpan Trim(MediaSpan span, VoiceMap voice, HonestyRules rules)
    {
        var stretches = voice.In(span).ToArray();
        return stretches.Length == 0 ? span : Within(span, Shared(new(stretches[0].Start, stretches[^1].End), span), rules);
    }

    private static MediaSpan Shared(MediaSpan one, MediaSpan other) =>
        new(one.Start > other.Start ? one.Start : other.Start, one.End < other.End ? one.End : other.End);

    private static MediaSpan Around(MediaSpan span, SpokenWord[] words)
    {
        var (start, end) = (words[0].Span.Start, words[^1].Span.End);
        return new(start > span.Start ? start : span.Start, end < span.End ? end : span.End);
    }
}
