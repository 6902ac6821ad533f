using System.Runtime.InteropServices;
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

    /// <summary>Returns whether two tensors have the same shape and, byte for byte, the same values.</summary>
    public static bool AreSame(Tensor one, Tensor other) =>
        one.Type == other.Type && one.Shape.SequenceEqual(other.Shape) && Bytes(one).SequenceEqual(Bytes(other));

    /// <summary>Copies the values of a tensor into another of the same type and length.</summary>
    public static void Copy(Tensor from, Tensor to) => Bytes(from).CopyTo(Bytes(to));

    private static Span<byte> Bytes(Tensor tensor) => tensor switch
    {
        Tensor<float> values => MemoryMarshal.AsBytes(values.Span),
        Tensor<byte> values => MemoryMarshal.AsBytes(values.Span),
        Tensor<long> values => MemoryMarshal.AsBytes(values.Span),
        Tensor<int> values => MemoryMarshal.AsBytes(values.Span),
        Tensor<Half> values => MemoryMarshal.AsBytes(values.Span),
        Tensor<double> values => MemoryMarshal.AsBytes(values.Span),
        Tensor<sbyte> values => MemoryMarshal.AsBytes(values.Span),
        Tensor<bool> values => MemoryMarshal.AsBytes(values.Span),
        _ => throw new ArgumentException($"Tensors of {tensor.Type} are not stacked.", nameof(tensor)),
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
