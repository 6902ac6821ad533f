using System.Globalization;
using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.SpeechServices.Answers;
using VideoIndex.SpeechServices.Sound;
using VideoIndex.Tags;
using VideoIndex.Transcripts;

namespace VideoIndex.SpeechServices.Programs;

/// <summary>Has an installed <c>whisper-cli</c> write down what is said, piece by piece; nothing leaves this machine.</summary>
/// <remarks>The program is given a WAV file in a folder of its own and writes its answer beside it; both are gone afterwards.</remarks>
public sealed class WhisperCliTranscriber : ITranscriber
{
    private readonly WhisperCliSettings _settings;
    private readonly TimeProvider _clock;

    /// <summary>Creates one; nothing is started yet.</summary>
    /// <param name="settings">The program and its model.</param>
    /// <param name="clock">What its limits are measured by.</param>
    public WhisperCliTranscriber(WhisperCliSettings settings, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _clock) = (settings, clock);
    }

    /// <summary>Gets the program as an origin of kind <c>program</c>: <c>whisper-cli</c>, and as the version its model's file.</summary>
    public Origin Origin => new("program", Path.GetFileNameWithoutExtension(_settings.Program), Path.GetFileName(_settings.Model));

    /// <inheritdoc/>
    public async Task<SpokenText> TranscribeAsync(ISound sound, TranscriptionOptions options, IProgress<long> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var program = _settings.FindProgram() ?? throw new ModelException("no-program", new WhisperCliTranscribers(_settings, _clock).Missing!);
        var gathering = new Gathering();
        var previous = "";
        foreach (var piece in QuietCuts.Of(sound, 0, (options.LanguageByStretch ? 30 : Math.Max(30, _settings.LongestPiece)) * ISound.Rate))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await HearAsync(program, sound, piece, (options, previous), progress, cancellationToken).ConfigureAwait(false) is { } answer)
            {
                gathering.Add(piece, answer);
                previous = options.ConditionOnPrevious && answer.Segments is [.., var last] ? last.Text.Trim() : "";
            }

            progress.Report(piece.End);
        }

        return gathering.ToText(options) with { Complaints = gathering.Complaints() };
    }

    /// <summary>Does nothing: no program outlives a piece of sound.</summary>
    public void Dispose()
    {
    }

    private async Task<HeardAnswer?> HearAsync(
        string program, ISound sound, SoundPiece piece, (TranscriptionOptions Options, string Previous) asked, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var scratch = Directory.CreateTempSubdirectory("videoindex-");
        try
        {
            var wave = Path.Combine(scratch.FullName, "sound.wav");
            await using (var file = File.Create(wave))
            {
                if (!WaveFile.Write(sound, piece, file))
                {
                    return null;
                }
            }

            var run = new ProgramRun(program, Arguments(scratch.FullName, asked.Options, asked.Previous), _settings, _clock);
            await run.RunAsync(piece, share => progress.Report(piece.First + (long)(share * piece.Length)), cancellationToken).ConfigureAwait(false);
            return ProgramAnswer.Read(await run.AnswerAsync(Path.Combine(scratch.FullName, "answer.json"), cancellationToken).ConfigureAwait(false))
                ?? throw new ModelException("bad-answer", $"What {Origin.Name} wrote is no transcript. VideoIndex reads what 'whisper-cli --output-json-full' writes.");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private List<string> Arguments(string scratch, TranscriptionOptions options, string previous)
    {
        var arguments = new List<string>
        {
            "--model", Path.GetFullPath(_settings.Model), "--file", Path.Combine(scratch, "sound.wav"), "--output-file", Path.Combine(scratch, "answer"),
            "--output-json-full", "--print-progress", "--language", options.Language ?? "auto",
        };
        Add(options.Translate, "--translate");
        Add(options.Beam > 1, "--beam-size", options.Beam.ToString(CultureInfo.InvariantCulture));
        Add(_settings.Threads is not null, "--threads", (_settings.Threads ?? 0).ToString(CultureInfo.InvariantCulture));
        var prompt = CaptionText.Plain($"{string.Join(", ", options.Glossary)} {options.Prompt} {previous}");
        Add(prompt.Length > 0, "--prompt", prompt);
        return arguments;

        void Add(bool isWanted, params ReadOnlySpan<string> words) => arguments.AddRange(isWanted ? words.ToArray() : []);
    }
}
