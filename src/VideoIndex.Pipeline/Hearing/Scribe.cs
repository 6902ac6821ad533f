using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Pipeline.Hearing;

/// <summary>
/// Has what is said in kept sounds written down. The transcriber is opened once, when it is first needed, and shared by all: it listens to one sound at a
/// time, and has what others wait for until it is done.
/// </summary>
/// <param name="transcribers">What opens it.</param>
/// <param name="options">Returns how it is to hear, as of now.</param>
public sealed class Scribe(ITranscribers transcribers, Func<CancellationToken, Task<TranscriptionOptions>> options) : IDisposable
{
    // Whoever waits in line says now and then that it does, or its job would be given to another.
    private static readonly TimeSpan BetweenSigns = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _line = new(1);
    private ITranscriber? _transcriber;

    /// <summary>Returns who listens, as transcripts name it; what is translated is another's word than what is written down as it is said.</summary>
    /// <exception cref="ModelException">Nobody can listen.</exception>
    public async Task<Origin> OriginAsync(CancellationToken cancellationToken) =>
        OriginOf(Transcriber(), await options(cancellationToken).ConfigureAwait(false));

    /// <summary>Listens to one sound.</summary>
    /// <param name="folder">The folder the sound lies in.</param>
    /// <param name="ear">Which sound.</param>
    /// <param name="zero">The container time that is zero on the video's own timeline.</param>
    /// <param name="progress">Is told how many samples of how many are done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ModelException">Nobody can listen, or the model failed.</exception>
    public async Task<Transcript> WriteAsync(string folder, Ear ear, MediaTime zero, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ear);
        var how = await options(cancellationToken).ConfigureAwait(false);
        using var sound = SoundShelf.In(folder).Open(folder, ear);
        var waited = 0L;
        while (!await _line.WaitAsync(BetweenSigns, cancellationToken).ConfigureAwait(false))
        {
            progress.Report(new StageProgress(++waited, waited + sound.Length));
        }

        try
        {
            return await WriteAsync(sound, ear, zero, how, new Samples(progress, waited, sound.Length), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _line.Release();
        }
    }

    private async Task<Transcript> WriteAsync(
        SpooledSound sound, Ear ear, MediaTime zero, TranscriptionOptions how, Samples done, CancellationToken cancellationToken)
    {
        var transcriber = Transcriber();
        var text = sound.Length == 0
            ? new SpokenText(null, [])
            : await transcriber.TranscribeAsync(sound, how, done, cancellationToken).ConfigureAwait(false);
        var origin = OriginOf(transcriber, how);
        return new Transcript(text.Language, origin, [.. text.Utterances.Select(utterance => InTime(utterance, sound, zero, ear))])
        {
            Track = ear.Track,
            Channel = ear.Channel,
            Notes = [.. Notes(text, origin, ear)],
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _transcriber?.Dispose();
            _transcriber = null;
        }

        _line.Dispose();
    }

    private ITranscriber Transcriber()
    {
        lock (_gate)
        {
            return _transcriber ??= transcribers.Missing is { } missing ? throw new ModelException("no-model", missing) : transcribers.Open();
        }
    }

    private static Origin OriginOf(ITranscriber transcriber, TranscriptionOptions how) =>
        how.Translate ? transcriber.Origin with { Name = $"{transcriber.Origin.Name}, translated" } : transcriber.Origin;

    private static IEnumerable<string> Notes(SpokenText text, Origin origin, Ear ear)
    {
        var dropped = text.Utterances.Count(utterance => utterance.Dropped is not null);
        if (dropped == text.Utterances.Count)
        {
            yield return $"{ear.Name}: nobody speaks, as {origin.Name} hears it.";
        }

        foreach (var note in text.Complaints.Concat(text.Notes))
        {
            yield return $"{ear.Name}: {note}";
        }
    }

    private static Utterance InTime(Utterance utterance, SpooledSound sound, MediaTime zero, Ear ear) => utterance with
    {
        Span = InTime(utterance.Span, sound, zero),
        Words = [.. utterance.Words.Select(word => word with { Span = InTime(word.Span, sound, zero) })],
        Speaker = utterance.Speaker ?? ear.Channel,
    };

    private static MediaSpan InTime(MediaSpan stretch, SpooledSound sound, MediaTime zero)
    {
        var heard = sound.TimeOf(stretch);
        return new MediaSpan(new MediaTime(heard.Start.Seconds - zero.Seconds), new MediaTime(heard.End.Seconds - zero.Seconds));
    }

    private sealed class Samples(IProgress<StageProgress> progress, long waited, long whole) : IProgress<long>
    {
        public void Report(long value) => progress.Report(new StageProgress(waited + value, waited + whole));
    }
}
