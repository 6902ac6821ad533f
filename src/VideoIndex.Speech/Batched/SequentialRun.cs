using VideoIndex.Hearing;
using VideoIndex.Speech.Batched.Placing;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Honesty;
using VideoIndex.Speech.LongForm;
using VideoIndex.Speech.Mel;
using VideoIndex.Speech.Timing;
using VideoIndex.Speech.Voice;

namespace VideoIndex.Speech.Batched;

/// <summary>Writes down one sound window after window, each told what was said before: the official form, from end to end, silence and all.</summary>
/// <param name="engine">What it takes to hear.</param>
/// <param name="settings">When an answer is not good enough.</param>
/// <param name="sound">The sound.</param>
/// <param name="options">How it is to be heard.</param>
internal sealed class SequentialRun(SpeechEngine engine, BatchOptions settings, ISound sound, TranscriptionOptions options) : ISoundRun
{
    private readonly WindowDecoder _decoder = new(engine.Network, engine.Vocabulary);
    private readonly SpokenPrompt _prompt = SpokenPrompt.Of(engine.Vocabulary, options, engine.Network.Shape.TextLength);
    private readonly LanguageChoice _language = new(new WindowDecoder(engine.Network, engine.Vocabulary), engine.Vocabulary, options);

    /// <inheritdoc/>
    public IEnumerable<string> Complaints => new[] { _language.Complaint, _prompt.Complaint, ByStretch }.OfType<string>();

    private string? ByStretch => options is { LanguageByStretch: true, Language: null }
        ? "Where each window is told what was said before, the language is found out once for the sound, and not for every stretch."
        : null;

    /// <inheritdoc/>
    public IReadOnlyList<DraftUtterance> Hear(IProgress<long> progress, CancellationToken cancellationToken)
    {
        var whole = new SpeechChunk([new SpeechStretch(0, sound.Length)], []);
        var mel = new SoundMel(new LogMel(engine.Network.Shape.Mels), sound, cancellationToken);
        using var listener = new NetworkListener(
            engine.Network, engine.Vocabulary, _decoder, sound, mel, new ListeningOptions(Decoding(), settings.Fallback));
        var walk = new WindowWalk(listener, Walking());
        return [.. walk.Walk(new Frames(progress), cancellationToken)
            .SelectMany(heard => new PlacedText(whole, heard.Window).Place([Kept(heard.Passage)]).Select(draft => draft with { Skipped = heard.Skipped }))
            .OrderBy(draft => draft.Utterance.Span.Start).ThenBy(draft => draft.Utterance.Span.End)];
    }

    // What was emptied because it lasts no time is kept for whoever asks what was dropped.
    private static Passage Kept(Passage passage) => string.IsNullOrWhiteSpace(passage.EmptiedText)
        ? passage
        : new Passage { Tokens = [], Text = passage.EmptiedText, Start = passage.Start, End = passage.End };

    private DecodingOptions Decoding() => new()
    {
        Beam = options.Beam > 1 ? options.Beam : null,
        Translate = options.Translate && engine.Vocabulary is { IsMultilingual: true, Translate: not null },
    };

    private LongFormOptions Walking() => new()
    {
        Language = _language.Common,
        Thresholds = settings.Fallback,
        InitialPrompt = _prompt.Tokens,
        CarryInitialPrompt = options.Glossary.Count > 0, // names are to be spelled so in the last hour too
        PromptLength = SpokenPrompt.Room(engine.Network.Shape.TextLength),
        WordTimes = options.WordTimes,
    };

    private sealed class Frames(IProgress<long> samples) : IProgress<int>
    {
        public void Report(int value) => samples.Report((long)value * LogMel.Hop);
    }
}
