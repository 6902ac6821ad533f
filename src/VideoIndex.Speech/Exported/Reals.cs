using VideoIndex.Inference;

namespace VideoIndex.Speech.Exported;

/// <summary>Tensors of real numbers of 32 or of 16 bits: exports come in either.</summary>
internal static class Reals
{
    /// <summary>Makes one of the type a graph declares.</summary>
    /// <exception cref="ModelException">The graph takes something else.</exception>
    public static Tensor Make(TensorShape declared, ReadOnlySpan<float> values, params ReadOnlySpan<int> sides) => declared.Type switch
    {
        ElementType.Real32 => new Tensor<float>(values.ToArray(), sides),
        ElementType.Real16 => new Tensor<Half>(Narrow(values), sides),
        _ => throw new ModelException("wrong-inputs", $"The speech model's input '{declared.Name}' is of no real numbers of 32 or 16 bits."),
    };

    /// <summary>Copies values of one out.</summary>
    public static void Copy(Tensor tensor, int start, Span<float> values)
    {
        if (tensor is Tensor<float> wide)
        {
            wide.Span.Slice(start, values.Length).CopyTo(values);
            return;
        }

        var narrow = tensor is Tensor<Half> halves ? halves.Span.Slice(start, values.Length) : throw new ModelException("wrong-outputs", "The speech model gives something else than real numbers of 32 or 16 bits.");
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)narrow[i];
        }
    }

    /// <summary>Returns rows of one, along its first side, in another order.</summary>
    public static Tensor Rows(Tensor tensor, ReadOnlySpan<int> rows) => tensor switch
    {
        Tensor<float> wide => Rows(wide, rows),
        Tensor<Half> narrow => Rows(narrow, rows),
        _ => throw new ModelException("wrong-outputs", "The speech model gives something else than real numbers of 32 or 16 bits."),
    };

    private static Tensor<T> Rows<T>(Tensor<T> tensor, ReadOnlySpan<int> rows)
        where T : unmanaged
    {
        var size = tensor.Values.Length / tensor.Shape[0];
        var values = new T[rows.Length * size];
        for (var i = 0; i < rows.Length; i++)
        {
            tensor.Span.Slice(rows[i] * size, size).CopyTo(values.AsSpan(i * size));
        }

        return new Tensor<T>(values, [rows.Length, .. tensor.Shape[1..]]);
    }

    private static Half[] Narrow(ReadOnlySpan<float> values)
    {
        var narrow = new Half[values.Length];
        for (var i = 0; i < narrow.Length; i++)
        {
            narrow[i] = (Half)values[i];
        }

        return narrow;
    }
}
