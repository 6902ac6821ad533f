using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.SpeechServices.Answers;
using VideoIndex.SpeechServices.Endpoint.Sending;
using VideoIndex.SpeechServices.Sound;

namespace VideoIndex.SpeechServices.Endpoint;

/// <summary>
/// One sound sent to a service. The first piece shows how much the service gives; the rest follow it, several at once. Where it gives no times at all,
/// pieces are at most half a minute long, and each is an utterance.
/// </summary>
internal sealed class EndpointRun(EndpointClient client, EndpointAddress address, SpeechEndpointSettings settings, TranscriptionOptions options, IProgress<long> progress)
{
    private const int Short = 30 * ISound.Rate;

    private static readonly HeardAnswer TooLong = new(null, []) { HasTimes = false };

    private readonly EndpointForms _forms = new(settings, address.Dialect, options);
    private readonly Meter _meter = new();
    private readonly Gathering _gathering = new();
    private readonly List<(SoundPiece Piece, string Why)> _failed = [];
    private Asked _asked;
    private string _previous = "";
    private long _done;

    /// <summary>Hears the sound.</summary>
    public async Task<SpokenText> HearAsync(ISound sound, CancellationToken cancellationToken)
    {
        _asked = _forms.Most;
        var longest = options.LanguageByStretch ? Short : settings.LongestSamples(SpeechForm.Beside);
        var first = 0L;
        for (var isSettled = false; !isSettled && first < sound.Length;)
        {
            var piece = QuietCuts.Of(sound, first, longest).First();
            var answer = await AskAsync(sound, piece, cancellationToken).ConfigureAwait(false);
            if (answer is { HasTimes: false } && piece.Length > Short)
            {
                longest = Short;
                continue;
            }

            (isSettled, first) = (answer is not null, piece.End);
            Take(piece, answer);
        }

        await HearRestAsync(sound, QuietCuts.Of(sound, first, longest), cancellationToken).ConfigureAwait(false);
        return Spoken();
    }

    private Task HearRestAsync(ISound sound, IEnumerable<SoundPiece> pieces, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        pieces,
        new ParallelOptions { MaxDegreeOfParallelism = options.ConditionOnPrevious ? 1 : Math.Clamp(settings.AtOnce, 1, 8), CancellationToken = cancellationToken },
        async (piece, stop) =>
        {
            try
            {
                Take(piece, await AskAsync(sound, piece, stop).ConfigureAwait(false));
            }
            catch (ModelException failure)
            {
                // What was heard is kept, and paid for: the rest is a complaint.
                lock (_failed)
                {
                    _failed.Add((piece, failure.Message));
                }
            }
        });

    // Null for a piece that is digital silence, which is not sent.
    private async Task<HeardAnswer?> AskAsync(ISound sound, SoundPiece piece, CancellationToken cancellationToken)
    {
        while (true)
        {
            var form = SpeechForm.Of(sound, piece, _forms.Fields(_asked, _previous));
            if (!form.IsHeard)
            {
                return null;
            }

            var reply = await client.SendAsync(form, options.Translate, _meter, cancellationToken).ConfigureAwait(false);
            if (reply.IsAnswer)
            {
                _meter.AddAnswered(form);
                return ServiceAnswer.Read(reply.Body, piece.Duration.Seconds.ToDouble()) ?? throw Refusals.Nonsense(address.Host);
            }

            if (_asked == Asked.Text || _meter.HasAnswers)
            {
                throw Refusals.Of(reply, address.Host, settings.Key);
            }

            _asked++;
            if (_asked == Asked.Text && piece.Length > Short)
            {
                return TooLong;
            }
        }
    }

    private void Take(SoundPiece piece, HeardAnswer? answer)
    {
        if (answer is not null)
        {
            _gathering.Add(piece, answer);
            _previous = options.ConditionOnPrevious ? string.Join(' ', answer.Segments.Select(segment => segment.Text.Trim())) : "";
        }

        progress.Report(Interlocked.Add(ref _done, piece.Length));
    }

    private SpokenText Spoken()
    {
        var use = _meter.Use(address.Host, settings);
        return _gathering.ToText(options) with
        {
            Use = use,
            Notes = use is null ? [] : [ExternalNote.Of(use, address, settings)],
            Complaints = [.. _gathering.Complaints(), .. Missed()],
        };
    }

    private IEnumerable<string> Missed()
    {
        if (_failed.Count > 0)
        {
            var (piece, why) = _failed.MinBy(failed => failed.Piece.First);
            var seconds = _failed.Sum(failed => (double)failed.Piece.Length) / ISound.Rate;
            yield return FormattableString.Invariant($"{seconds:0.#} s of the sound were not heard, from {piece.Span.Start.Seconds.ToDouble():0.#} s on: {why}");
        }
    }
}
