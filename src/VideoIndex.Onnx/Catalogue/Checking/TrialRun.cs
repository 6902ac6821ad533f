using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue.Checking;

/// <summary>Runs a model once, in this program. A native library may not survive bytes made to harm it: whoever serves others lets another program do this.</summary>
public static class TrialRun
{
    private const int MostValues = 64_000_000;
    private const int SamplesASecond = 16_000;

    /// <summary>Runs a model on a drawn picture, or a drawn sound.</summary>
    /// <param name="runtime">What runs it.</param>
    /// <param name="path">Its file.</param>
    /// <param name="card">Its card.</param>
    /// <exception cref="ModelException">It cannot be run, or its outputs are not what its card says, or not finite.</exception>
    public static void Run(IModelRuntime runtime, string path, ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        ArgumentNullException.ThrowIfNull(card);
        var head = KnownHeads.Of(card.Head);
        using var session = runtime.Open(path, new ModelSessionOptions { Providers = ["cpu"] });
        Declared.Check(card, session.Inputs, session.Outputs);
        var inputs = session.Inputs.Select((input, at) => Draw(input, at == 0 || card.Task == ModelTasks.TextEmbedding ? head.Free : [], card)).ToArray();
        var outputs = session.Run(inputs);
        if (outputs.Length != card.Outputs.Count)
        {
            throw Wrong(card.Outputs[0]);
        }

        foreach (var (output, said) in outputs.Zip(card.Outputs))
        {
            Check(output, said);
        }
    }

    private static void Check(Tensor output, TensorShape said)
    {
        if (output.Type != said.Type || output.Shape.Length != said.Shape.Count)
        {
            throw Wrong(said);
        }

        for (var at = 0; at < said.Shape.Count; at++)
        {
            if (said.Shape[at] != -1 && said.Shape[at] != output.Shape[at])
            {
                throw Wrong(said);
            }
        }

        if (!IsFinite(output))
        {
            throw new ModelException("not-finite", $"The model's output '{said.Name}' is not made of numbers when it is tried.");
        }
    }

    private static bool IsFinite(Tensor output) => output switch
    {
        Tensor<float> real => real.Span.IndexOfAnyExceptFinite() < 0,
        Tensor<double> real => !real.Span.ToArray().Any(value => !double.IsFinite(value)),
        Tensor<Half> real => !real.Span.ToArray().Any(value => !Half.IsFinite(value)),
        _ => true,
    };

    private static int IndexOfAnyExceptFinite(this Span<float> values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            if (!float.IsFinite(values[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private static ModelException Wrong(TensorShape said) =>
        new("wrong-outputs", $"The model's output '{said.Name}' is of another shape than its card says when it is tried.");

    private static Tensor Draw(TensorShape input, IReadOnlyList<int> free, ModelCard card)
    {
        var (shape, count, open) = (new int[input.Shape.Count], 1L, 0);
        for (var at = 0; at < shape.Length; at++)
        {
            shape[at] = input.Shape[at] >= 0 ? input.Shape[at] : open < free.Count ? free[open] : 1;
            open += input.Shape[at] >= 0 ? 0 : 1;
            count = Math.Min(MostValues + 1L, count * shape[at]);
        }

        return count <= MostValues
            ? Draw(input.Type, (int)count, shape, card)
            : throw new ModelException("too-large", $"The model's input '{input.Name}' is larger than any picture.");
    }

    private static Tensor Draw(ElementType type, int count, int[] shape, ModelCard card) => type switch
    {
        ElementType.Real32 => Filled(count, shape, at => (float)Value(at, card.Preparation)),
        ElementType.Real64 => Filled(count, shape, at => Value(at, card.Preparation)),
        ElementType.Real16 => Filled(count, shape, at => (Half)Value(at, card.Preparation)),
        ElementType.Unsigned8 => Filled(count, shape, at => (byte)Byte(at)),
        ElementType.Signed8 => Filled(count, shape, at => (sbyte)(Byte(at) - 128)),
        ElementType.Signed32 => Filled(count, shape, at => (int)Whole(at, card)),
        ElementType.Signed64 => Filled(count, shape, at => Whole(at, card)),
        ElementType.Truth => Filled(count, shape, _ => true),
        _ => throw new ModelException("wrong-inputs", "The model takes words, which no trial gives it."),
    };

    // Tokens a tower knows; the only other whole numbers a model takes say how fast sound is.
    private static long Whole(int at, ModelCard card) => card.Task == ModelTasks.TextEmbedding ? at % Math.Max(1, card.Labels.Count) : SamplesASecond;

    private static Tensor<T> Filled<T>(int count, int[] shape, Func<int, T> value)
        where T : unmanaged
    {
        var values = new T[count];
        for (var at = 0; at < count; at++)
        {
            values[at] = value(at);
        }

        return new Tensor<T>(values, shape);
    }

    // Neither flat nor regular, and the same every time: multiplied by a number near the golden part of 2^32 (Knuth, 6.4).
    private static int Byte(int at) => (int)(unchecked((uint)at * 2_654_435_761u) >> 24);

    private static double Value(int at, InputPreparation? preparation) => preparation is { Mean: [var mean, ..], Deviation: [var deviation, ..] }
        ? (Byte(at) - (double)mean) / (double)deviation
        : Byte(at) / 255.0 - 0.5;
}
