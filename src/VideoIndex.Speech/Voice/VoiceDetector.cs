using VideoIndex.Hearing;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Voice;

/// <summary>
/// Says where somebody speaks: Silero's voice detector, version 5 or 6, over 16,000 samples a second. Silero Team, "Silero VAD: pre-trained
/// enterprise-grade Voice Activity Detector (VAD), Number Detector and Language Classifier", 2024.
/// </summary>
/// <remarks>
/// The model remembers what it has heard, so that a sound must be heard in order. A long one is cut into sections that are heard side by side, each
/// from a little earlier on, which is cheaper and takes the same memory however long the sound is. How a sound is cut depends on nothing but its
/// length. One is used by one thread at a time; it does not own its session.
/// </remarks>
public sealed class VoiceDetector
{
    /// <summary>The steps of a section that are answered: 16.4 seconds.</summary>
    internal const int SectionSteps = 512;

    /// <summary>The steps that are heard before them: 2 seconds.</summary>
    internal const int WarmSteps = 64;

    private const int MostLanes = 64;
    private readonly IModelSession _session;
    private readonly int _section;
    private readonly int _warm;

    /// <summary>Creates one.</summary>
    /// <param name="session">The model: <c>silero-vad</c> or <c>silero-vad-16k</c>.</param>
    /// <exception cref="ModelException">The model is none of these.</exception>
    public VoiceDetector(IModelSession session)
        : this(session, SectionSteps, WarmSteps)
    {
    }

    internal VoiceDetector(IModelSession session, int section, int warm)
    {
        if (session.Inputs is not [{ Shape.Count: 2 }, { Shape: [2, _, 128] }, { Type: ElementType.Signed64 }] || session.Outputs.Count != 2)
        {
            throw new ModelException("wrong-inputs", "The model for voices takes other inputs than sound, what it remembers, and a rate.");
        }

        (_session, _section, _warm) = (session, section, warm);
    }

    /// <summary>Hears a sound from end to end.</summary>
    /// <exception cref="ModelException">The model failed.</exception>
    public SpeechActivity Listen(ISound sound, CancellationToken cancellationToken) => Listen([sound], cancellationToken)[0];

    /// <summary>Hears sounds side by side.</summary>
    /// <returns>What was heard, in the order of the sounds.</returns>
    /// <exception cref="ModelException">The model failed.</exception>
    public IReadOnlyList<SpeechActivity> Listen(IReadOnlyList<ISound> sounds, CancellationToken cancellationToken)
    {
        var chances = sounds.Select(x => new float[Steps(x)]).ToArray();
        var sections = sounds.SelectMany((x, i) => Sections(x, chances[i])).OrderByDescending(x => x.Steps).ToArray();
        for (var first = 0; first < sections.Length;)
        {
            // Evenly: a last round of a few sections would cost as much as one of many.
            var rounds = (sections.Length - first + MostLanes - 1) / MostLanes;
            var lanes = (sections.Length - first + rounds - 1) / rounds;
            using var side = new VoiceLanes(_session, lanes);
            side.Hear(sections.AsSpan(first, lanes), cancellationToken);
            first += lanes;
        }

        return [.. sounds.Select((x, i) => new SpeechActivity(x.Length, chances[i]))];
    }

    private static int Steps(ISound sound) => checked((int)((sound.Length + SpeechActivity.Step - 1) / SpeechActivity.Step));

    private IEnumerable<VoiceSection> Sections(ISound sound, float[] answers)
    {
        for (var first = 0; first < answers.Length; first += _section)
        {
            yield return new VoiceSection(sound, Math.Max(0, first - _warm), first, Math.Min(_section, answers.Length - first), answers);
        }
    }
}
