using VideoIndex.Hearing;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Voice;

/// <summary>A part of a sound that is heard by itself: what comes before <see cref="First"/> is heard too, and not answered.</summary>
/// <param name="Sound">The sound.</param>
/// <param name="Warm">The first step that is heard.</param>
/// <param name="First">The first step that is answered.</param>
/// <param name="Count">How many are answered.</param>
/// <param name="Answers">Takes the answers, that of step 0 first.</param>
internal readonly record struct VoiceSection(ISound Sound, int Warm, int First, int Count, float[] Answers)
{
    public int Steps => First + Count - Warm;
}

/// <summary>Hears several sections side by side, a step of each at a time. Few samples of each are held.</summary>
internal sealed class VoiceLanes : IDisposable
{
    /// <summary>The samples of the step before that the model hears again.</summary>
    public const int Again = 64;

    private const int Heard = Again + SpeechActivity.Step;
    private const int StepsAtOnce = 32;
    private const int Cells = 128;

    private readonly float[] _input;
    private readonly float[] _chances;
    private readonly float[] _state;
    private readonly float[] _next;
    private readonly float[] _samples;
    private readonly IModelBinding _binding;

    public VoiceLanes(IModelSession session, int lanes)
    {
        (_input, _chances) = (new float[lanes * Heard], new float[lanes]);
        (_state, _next) = (new float[2 * lanes * Cells], new float[2 * lanes * Cells]);
        _samples = new float[lanes * StepsAtOnce * SpeechActivity.Step];
        _binding = session.Bind(
            [new Tensor<float>(_input, lanes, Heard), new Tensor<float>(_state, 2, lanes, Cells), new Tensor<long>(new long[] { ISound.Rate })],
            [new Tensor<float>(_chances, lanes, 1), new Tensor<float>(_next, 2, lanes, Cells)]);
    }

    /// <summary>Hears sections, as many as there are lanes.</summary>
    public void Hear(ReadOnlySpan<VoiceSection> sections, CancellationToken cancellationToken)
    {
        Array.Clear(_state);
        Array.Clear(_input);
        var steps = 0;
        foreach (var section in sections)
        {
            steps = Math.Max(steps, section.Steps);
        }

        for (var step = 0; step < steps; step++)
        {
            if (step % StepsAtOnce == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Read(sections, step);
            }

            Take(sections, step);
            _binding.Run();
            _next.CopyTo(_state.AsSpan());
            Answer(sections, step);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _binding.Dispose();

    private void Read(ReadOnlySpan<VoiceSection> sections, int step)
    {
        Array.Clear(_samples);
        for (var lane = 0; lane < sections.Length; lane++)
        {
            var first = (long)(sections[lane].Warm + step) * SpeechActivity.Step;
            var end = Math.Min(sections[lane].Sound.Length, first + (StepsAtOnce * SpeechActivity.Step));
            if (first < end)
            {
                sections[lane].Sound.Read(first, _samples.AsSpan(lane * StepsAtOnce * SpeechActivity.Step, (int)(end - first)));
            }
        }
    }

    private void Take(ReadOnlySpan<VoiceSection> sections, int step)
    {
        for (var lane = 0; lane < sections.Length; lane++)
        {
            var input = _input.AsSpan(lane * Heard, Heard);
            input[SpeechActivity.Step..].CopyTo(input);
            _samples.AsSpan(((lane * StepsAtOnce) + (step % StepsAtOnce)) * SpeechActivity.Step, SpeechActivity.Step).CopyTo(input[Again..]);
        }
    }

    private void Answer(ReadOnlySpan<VoiceSection> sections, int step)
    {
        for (var lane = 0; lane < sections.Length; lane++)
        {
            var at = sections[lane].Warm + step;
            if (at >= sections[lane].First && at < sections[lane].First + sections[lane].Count)
            {
                sections[lane].Answers[at] = _chances[lane];
            }
        }
    }
}
