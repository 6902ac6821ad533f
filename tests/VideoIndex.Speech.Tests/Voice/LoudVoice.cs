using VideoIndex.Inference;
using VideoIndex.Speech.Voice;

namespace VideoIndex.Speech.Tests.Voice;

/// <summary>
/// Takes and gives what Silero's model does, and takes loud sound for speech. It remembers, as its state, how many steps it has heard and the
/// greatest sample so far, and counts as trouble samples that are not heard again as they should be.
/// </summary>
internal sealed class LoudVoice : IModelSession
{
    public List<int> Lanes { get; } = [];

    public int Trouble { get; private set; }

    public int Runs { get; private set; }

    public IReadOnlyList<TensorShape> Inputs { get; init; } =
    [
        new("input", ElementType.Real32, [-1, -1]), new("state", ElementType.Real32, [2, -1, 128]), new("sr", ElementType.Signed64, []),
    ];

    public IReadOnlyList<TensorShape> Outputs { get; } = [new("output", ElementType.Real32, [-1, 1]), new("stateN", ElementType.Real32, [-1, -1, -1])];

    public string Provider => "cpu";

    public Tensor[] Run(params ReadOnlySpan<Tensor> inputs) => throw new NotSupportedException();

    public IModelBinding Bind(ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs)
    {
        Lanes.Add(inputs[0].Shape[0]);
        return new Bound(this, (Tensor<float>)inputs[0], (Tensor<float>)inputs[1], (Tensor<float>)outputs[0], (Tensor<float>)outputs[1]);
    }

    public void Dispose()
    {
    }

    private sealed class Bound(LoudVoice owner, Tensor<float> input, Tensor<float> state, Tensor<float> chance, Tensor<float> next) : IModelBinding
    {
        private readonly float[] _last = new float[VoiceLanes.Again * chance.Shape[0]];

        public void Run()
        {
            owner.Runs++;
            for (var lane = 0; lane < chance.Shape[0]; lane++)
            {
                var heard = input.Span.Slice(lane * 576, 576);
                var last = _last.AsSpan(lane * VoiceLanes.Again, VoiceLanes.Again);
                var begins = state.Span[lane * 128] == 0;
                owner.Trouble += begins || last.SequenceEqual(heard[..VoiceLanes.Again]) ? 0 : 1;
                owner.Trouble += begins && heard[..VoiceLanes.Again].ContainsAnyExcept(0f) ? 1 : 0;
                heard[^VoiceLanes.Again..].CopyTo(last);
                chance.Span[lane] = Math.Min(1, heard[VoiceLanes.Again..].ToArray().Max(Math.Abs));
                next.Span[lane * 128] = state.Span[lane * 128] + 1;
            }
        }

        public void Dispose()
        {
        }
    }
}
