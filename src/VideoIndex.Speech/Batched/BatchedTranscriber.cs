using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Speech.Batched.Placing;
using VideoIndex.Speech.Honesty;
using VideoIndex.Speech.Voice;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Batched;

/// <summary>
/// Writes down what is said: where somebody speaks is found first, the speech is put together to windows, and these go through the network in batches,
/// each by itself. After WhisperX (M. Bain and others, "WhisperX: Time-Accurate Speech Transcription of Long-Form Audio", 2023) and faster-whisper's
/// batched pipeline; what differs from the latter, and why, is told in docs/adr/0021. Where each window is to be told what was said before, the
/// official sequential form is followed instead (<see cref="LongForm.WindowWalk"/>).
/// </summary>
/// <param name="engine">What it takes to hear; it is closed with this.</param>
/// <param name="settings">How windows are heard side by side.</param>
/// <remarks>Memory does not grow with the length of a sound, but by what is said. One sound at a time.</remarks>
public sealed class BatchedTranscriber(SpeechEngine engine, BatchOptions settings) : ITranscriber
{
    /// <inheritdoc/>
    public Origin Origin => engine.Origin;

    /// <inheritdoc/>
    public Task<SpokenText> TranscribeAsync(
        ISound sound, TranscriptionOptions options, IProgress<long> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        return Task.Run(() => Transcribe(sound, options, progress, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => engine.Dispose();

    private SpokenText Transcribe(ISound sound, TranscriptionOptions options, IProgress<long> progress, CancellationToken cancellationToken)
    {
        if (options.Beam is < 1 or > 8)
        {
            throw new ModelException("beam-range", "A beam is 1 to 8 readings wide.");
        }

        var activity = engine.Voice.Listen(sound, cancellationToken);
        var speech = activity.Stretches(VoiceOptions.ForWords);
        ISoundRun run = options.ConditionOnPrevious
            ? new SequentialRun(engine, settings, sound, options)
            : new BatchedRun(engine, settings, sound, options, Chunks(sound, activity, options.LanguageByStretch));
        var drafts = speech.Count == 0 ? [] : run.Hear(progress, cancellationToken);
        progress.Report(sound.Length);
        var judged = Judged(drafts, speech, options);
        var language = Language(judged);
        return new SpokenText(language, [.. judged.Select(utterance => utterance with { Language = utterance.Language == language ? null : utterance.Language })])
        {
            Speech = speech.Sum(stretch => stretch.Length),
            Complaints = [.. run.Complaints],
        };
    }

    private Utterance[] Judged(IReadOnlyList<DraftUtterance> drafts, IReadOnlyList<SpeechStretch> speech, TranscriptionOptions options)
    {
        var echo = new GlossaryEcho(options.Glossary);
        return [.. HonestyCheck.Of(drafts, [.. speech.Select(Span)], settings.Honesty)
            .Select(utterance => utterance.Dropped is null && echo.Is(utterance.Text) ? utterance with { Dropped = DropReasons.KnownPhrase } : utterance)];
    }

    private IEnumerable<SpeechChunk> Chunks(ISound sound, SpeechActivity activity, bool parted)
    {
        var window = engine.Network.Shape.Samples;
        var usual = new ChunkOptions();
        var chunks = SpeechChunks.Of(sound, activity, VoiceOptions.ForWords, usual with { Window = window, Padding = Math.Min(usual.Padding, window / 6) });
        return parted ? chunks.SelectMany(chunk => chunk.Parted()) : chunks;
    }

    private static MediaSpan Span(SpeechStretch stretch) => new(Time(stretch.First), Time(stretch.End));

    private static MediaTime Time(long sample) => new(new Rational(sample, ISound.Rate));

    // The language of most of what is believed; of all, where nothing is.
    private static string? Language(IReadOnlyList<Utterance> utterances) => utterances
        .GroupBy(utterance => utterance.Language)
        .OrderByDescending(group => group.Where(utterance => utterance.Dropped is null).Sum(Seconds)).ThenByDescending(group => group.Sum(Seconds))
        .FirstOrDefault()?.Key;

    private static double Seconds(Utterance utterance) => utterance.Span.Duration.Seconds.ToDouble();
}
