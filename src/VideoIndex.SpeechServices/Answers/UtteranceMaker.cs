using VideoIndex.SpeechServices.Sound;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.SpeechServices.Answers;

/// <summary>Turns what an engine answers into utterances that hold what an utterance promises, whatever the answer is.</summary>
/// <remarks>
/// Times are rounded to a millisecond, which is finer than any engine's own, and added to the piece's first sample exactly. Those outside the piece are
/// moved to its edge, segments are put in order of their start, and words inside their segment; the doubts Whisper itself has by its documented
/// thresholds (no-speech above 0.6 with a mean log probability below -1; packed more than 2.4 times smaller) flag a segment.
/// </remarks>
internal sealed class UtteranceMaker
{
    private const double NoSpeechAbove = 0.6, LogProbabilityBelow = -1, CompressionAbove = 2.4;

    private static readonly MediaDuration Shortest = new(new Rational(1, 50)); // Whisper's own step

    private int _moved, _unordered, _wordless, _cut, _unsure;

    /// <summary>Returns the utterances of a piece, in order of their start.</summary>
    public List<Utterance> Of(HeardAnswer answer, SoundPiece piece)
    {
        var clock = new PieceClock(piece);
        var words = new WordList(answer.Words);
        var made = new List<Utterance>();
        foreach (var segment in answer.Segments)
        {
            var text = CaptionText.Plain(segment.Text);
            _cut += segment.Text.Length > CaptionText.MaxLength ? 1 : 0;
            if (text.Length > 0)
            {
                made.Add(Make(segment, text, words.For(segment, text), clock));
            }
        }

        _moved += clock.Moved;
        var ordered = made.OrderBy(utterance => utterance.Span.Start).ToList();
        _unordered += ordered.SequenceEqual(made) ? 0 : 1;
        return ordered;
    }

    /// <summary>Returns what was found amiss in all that was made, a sentence each.</summary>
    public IReadOnlyList<string> Complaints()
    {
        var all = new List<string>();
        Complain(_moved, "time lay outside the sound that was sent, and was moved to its edge", "times lay outside the sound that was sent, and were moved to its edge");
        Complain(_unordered, "answer was out of order, and was sorted", "answers were out of order, and were sorted");
        Complain(_wordless, "utterance has words that are not its text's, and was left without their times", "utterances have words that are not their text's, and were left without their times");
        Complain(_cut, "utterance was too long, and was cut", "utterances were too long, and were cut");
        Complain(_unsure, "word comes without saying how sure of it anyone is, and counts as unsure", "words come without saying how sure of them anyone is, and count as unsure");
        return all;

        void Complain(int count, string one, string many)
        {
            if (count > 0)
            {
                all.Add(FormattableString.Invariant($"{count} {(count == 1 ? one : many)}."));
            }
        }
    }

    private Utterance Make(HeardSegment segment, string text, IReadOnlyList<MatchedWord>? matched, PieceClock clock)
    {
        _wordless += matched is null ? 1 : 0;
        var start = clock.TimeOf(segment.Start);
        var end = clock.TimeOf(segment.End);
        end = end > start ? end : clock.NoLater(start + Shortest);
        var span = new MediaSpan(start, end > start ? end : start);
        return new Utterance(span, text)
        {
            Confidence = Chance(segment.LogProbability),
            Words = Words(matched ?? [], span, Chance(segment.LogProbability), clock),
            Dropped = span.Duration == default ? DropReasons.Unlikely
                : segment.NoSpeech > NoSpeechAbove && segment.LogProbability < LogProbabilityBelow ? DropReasons.NoSpeech
                : segment.Compression > CompressionAbove ? DropReasons.Loop
                : null,
        };
    }

    private List<SpokenWord> Words(IReadOnlyList<MatchedWord> matched, MediaSpan within, Confidence? whole, PieceClock clock)
    {
        var words = new List<SpokenWord>(matched.Count);
        var last = new MediaSpan(within.Start, within.Start);
        foreach (var word in matched)
        {
            // One without a time of its own follows the one before it.
            var start = clock.Within(word.Parts[0].Start, new MediaSpan(double.IsNaN(word.Parts[0].Start) ? last.End : last.Start, within.End));
            var end = clock.Within(word.Parts[^1].End, new MediaSpan(start, within.End));
            var shares = word.Parts.Where(part => part.Probability is not null).ToList();
            var own = shares.Count > 0 ? new Confidence(Math.Clamp(shares.Average(part => part.Probability!.Value), 0, 1)) : whole;
            _unsure += own is null ? 1 : 0;
            last = new MediaSpan(start, end);
            words.Add(new SpokenWord(last, word.Text, own ?? default));
        }

        return words;
    }

    private static Confidence? Chance(double? logProbability) =>
        logProbability is { } mean ? new Confidence(Math.Clamp(Math.Exp(mean), 0, 1)) : null;
}
