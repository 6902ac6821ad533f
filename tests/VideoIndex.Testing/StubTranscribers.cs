using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Testing;

/// <summary>A transcriber that needs no model: every tone is a word, by its pitch, and a pause of a second ends an utterance. It hears to 10 ms, and nothing in noise below a twentieth.</summary>
public sealed class StubTranscribers : ITranscribers, ITranscriber
{
    private const int Frame = ISound.Rate / 100, PauseFrames = 100;
    private static readonly string[] Words = ["hush", "low", "kick", "goal", "save", "corner", "foul", "whistle"];
    private int _opened;

    public string? Missing { get; set; }

    public Origin Origin { get; init; } = new("model", "stub", "1");

    /// <summary>Gets how often it was opened.</summary>
    public int Opened => _opened;

    /// <summary>Gets what it was asked, in order.</summary>
    public List<TranscriptionOptions> Asked { get; } = [];

    /// <summary>Gets or sets what it tells of every sound, as a service does of what left the machine.</summary>
    public IReadOnlyList<string> Notes { get; set; } = [];

    /// <summary>Gets or sets whether it fails.</summary>
    public Func<ISound, bool> Fails { get; set; } = _ => false;

    public ITranscriber Open()
    {
        Interlocked.Increment(ref _opened);
        return this;
    }

    /// <summary>Returns the word a pitch is, in hertz; words are 200 Hz apart.</summary>
    public static string WordAt(double hertz) => Words[Math.Clamp((int)Math.Round(hertz / 200), 0, Words.Length - 1)];

    public Task<SpokenText> TranscribeAsync(ISound sound, TranscriptionOptions options, IProgress<long> progress, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(options);
        }

        if (Fails(sound))
        {
            throw new ModelException("model-failed", "The model 'stub' failed.");
        }

        var words = Tones(sound).Select(Word).ToList();
        progress.Report(sound.Length);
        var utterances = new List<List<SpokenWord>>();
        foreach (var word in words)
        {
            if (utterances is not [.., [.., var last]] || word.Span.Start - last.Span.End > new MediaDuration(new Rational(PauseFrames, 100)))
            {
                utterances.Add([]);
            }

            utterances[^1].Add(utterances[^1] is [] ? word with { Text = word.Text.Trim() } : word);
        }

        return Task.FromResult(new SpokenText(words is [] ? null : options.Language ?? "en", [.. utterances.Select(Utterance)]) { Speech = words.Count * Frame, Notes = Notes });

        SpokenWord Word((int First, int Last) tone) => new(
            new MediaSpan(At(tone.First), At(tone.Last + 1)), " " + WordAt(Pitch(sound, tone.First * (long)Frame, (tone.Last - tone.First + 1) * Frame)), new Confidence(0.75));
    }

    public void Dispose()
    {
    }

    private static Utterance Utterance(List<SpokenWord> words) =>
        new(new MediaSpan(words[0].Span.Start, words[^1].Span.End), string.Concat(words.Select(word => word.Text))) { Words = words, Confidence = new Confidence(0.5) };

    private static MediaTime At(int frame) => new(new Rational(frame, 100));

    private static IEnumerable<(int First, int Last)> Tones(ISound sound)
    {
        var (samples, first, quiet) = (new float[Frame], -1, 0);
        var frames = (int)(sound.Length / Frame);
        for (var frame = 0; frame < frames; frame++)
        {
            sound.Read(frame * (long)Frame, samples);
            var loud = samples.Max(Math.Abs) > 0.05;
            (first, quiet) = (first < 0 && loud ? frame : first, loud ? 0 : quiet + 1);
            if (first >= 0 && quiet == 4)
            {
                yield return (first, frame - quiet);
                first = -1;
            }
        }

        if (first >= 0)
        {
            yield return (first, frames - 1 - quiet);
        }
    }

    private static double Pitch(ISound sound, long from, int length)
    {
        var samples = new float[length];
        sound.Read(from, samples);
        var crossings = samples.Zip(samples.Skip(1)).Count(pair => pair.First < 0 != pair.Second < 0);
        return crossings / 2.0 * ISound.Rate / length;
    }
}
