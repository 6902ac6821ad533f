using VideoIndex.Inference;

namespace VideoIndex.Onnx.Batching;

/// <summary>Lays tensors of one item each upon another, and takes them apart again. Items lie along the first dimension.</summary>
internal static class TensorStack
{
    /// <summary>Returns the tensors of several items as one.</summary>
    /// <param name="items">A tensor an item, all of one type and shape, whose first side is 1.</param>
    public static Tensor Lay(IReadOnlyList<Tensor> items) => items[0] switch
    {
        Tensor<float> => Lay<float>(items),
        Tensor<byte> => Lay<byte>(items),
        Tensor<long> => Lay<long>(items),
        Tensor<int> => Lay<int>(items),
        Tensor<Half> => Lay<Half>(items),
        Tensor<double> => Lay<double>(items),
        Tensor<sbyte> => Lay<sbyte>(items),
        Tensor<bool> => Lay<bool>(items),
        var other => throw new ArgumentException($"Tensors of {other.Type} are not stacked.", nameof(items)),
    };

    /// <summary>Returns one item of several.</summary>
    public static Tensor Take(Tensor stack, int index) => stack switch
    {
        Tensor<float> values => Take(values, index),
        Tensor<byte> values => Take(values, index),
        Tensor<long> values => Take(values, index),
        Tensor<int> values => Take(values, index),
        Tensor<Half> values => Take(values, index),
        Tensor<double> values => Take(values, index),
        Tensor<sbyte> values => Take(values, index),
        Tensor<bool> values => Take(values, index),
        _ => throw new ArgumentException($"Tensors of {stack.Type} are not stacked.", nameof(stack)),
    };

    private static Tensor<T> Lay<T>(IReadOnlyList<Tensor> items)
        where T : unmanaged
    {
        var each = ((Tensor<T>)items[0]).Values.Length;
        var all = GC.AllocateUninitializedArray<T>(checked(each * items.Count));
        for (var i = 0; i < items.Count; i++)
        {
            ((Tensor<T>)items[i]).Values.CopyTo(all.AsMemory(i * each));
        }

        return new Tensor<T>(all, [items.Count, .. items[0].Shape[1..]]);
    }

    private static Tensor<T> Take<T>(Tensor<T> stack, int index)
        where T : unmanaged
    {
        var each = stack.Values.Length / stack.Shape[0];
        return new Tensor<T>(stack.Values.Slice(index * each, each).ToArray(), [1, .. stack.Shape[1..]]);
    }
}
