using VideoIndex.Hearing;
using VideoIndex.SpeechServices.Sound;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.SpeechServices.Answers;

/// <summary>Puts the answers for the pieces of one sound together. Several threads may add at once.</summary>
internal sealed class Gathering
{
    private readonly Lock _gate = new();
    private readonly UtteranceMaker _maker = new();
    private readonly List<(SoundPiece Piece, string? Language, List<Utterance> Utterances)> _pieces = [];
    private int _timeless;

    /// <summary>Adds what was heard in a piece.</summary>
    public void Add(SoundPiece piece, HeardAnswer answer)
    {
        lock (_gate)
        {
            _pieces.Add((piece, LanguageNames.CodeOf(answer.Language), _maker.Of(answer, piece)));
            _timeless += answer.HasTimes ? 0 : 1;
        }
    }

    /// <summary>Returns what was found amiss, a sentence each.</summary>
    public IReadOnlyList<string> Complaints() => _timeless == 0
        ? _maker.Complaints()
        : [.. _maker.Complaints(), "It gives no times: an utterance has those of the piece that was sent, up to half a minute. Another model may give them."];

    /// <summary>Returns all that was heard, in order of time.</summary>
    public SpokenText ToText(TranscriptionOptions options)
    {
        // What a service calls the language of a translation may be that of the translation.
        var languages = _pieces.GroupBy(piece => piece.Language).Where(group => group.Key is not null)
            .OrderByDescending(group => group.Sum(piece => Samples(piece.Utterances))).ThenBy(group => group.Key, StringComparer.Ordinal);
        var main = options.Language ?? (options.Translate ? null : languages.FirstOrDefault()?.Key);
        var utterances = _pieces.OrderBy(piece => piece.Piece.First).SelectMany(piece => piece.Utterances.Select(utterance =>
            utterance with { Language = options.Language is null && !options.Translate && piece.Language != main ? piece.Language : null })).ToList();
        return new SpokenText(utterances.Count > 0 ? main : null, utterances) { Speech = Samples(utterances) };
    }

    // Where two overlap, what they share counts once.
    private static long Samples(IEnumerable<Utterance> utterances)
    {
        var (sum, until) = (default(MediaDuration), default(MediaTime));
        foreach (var span in utterances.Where(utterance => utterance.Dropped is null).Select(utterance => utterance.Span).OrderBy(span => span.Start))
        {
            var start = span.Start > until ? span.Start : until;
            sum += span.End > start ? span.End - start : default;
            until = span.End > until ? span.End : until;
        }

        return (sum.Seconds * new Rational(ISound.Rate, 1)).Round();
    }
}
