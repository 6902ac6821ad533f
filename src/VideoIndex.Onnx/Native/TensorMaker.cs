using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Native;

/// <summary>Makes the library's values of our tensors: over the same memory, but for words, which are copied.</summary>
internal static unsafe class TensorMaker
{
    /// <summary>Makes one.</summary>
    /// <param name="library">The library.</param>
    /// <param name="tensor">Our tensor.</param>
    /// <param name="pin">What keeps its memory in its place; to be held as long as the value is used.</param>
    /// <returns>The library's value, to be released.</returns>
    public static nint Make(OrtLibrary library, Tensor tensor, out MemoryHandle pin)
    {
        pin = default;
        return tensor switch
        {
            Tensor<float> values => Over(library, values, out pin),
            Tensor<byte> values => Over(library, values, out pin),
            Tensor<long> values => Over(library, values, out pin),
            Tensor<int> values => Over(library, values, out pin),
            Tensor<Half> values => Over(library, values, out pin),
            Tensor<double> values => Over(library, values, out pin),
            Tensor<sbyte> values => Over(library, values, out pin),
            Tensor<bool> values => Over(library, values, out pin),
            WordTensor words => Copy(library, words),
            _ => throw new ModelException("wrong-inputs", "Only tensors of values or words can be given to a model."),
        };
    }

    private static nint Over<T>(OrtLibrary library, Tensor<T> tensor, out MemoryHandle pin)
        where T : unmanaged
    {
        Span<long> shape = stackalloc long[tensor.Shape.Length];
        Widen(tensor.Shape, shape);
        pin = tensor.Values.Pin();
        var nowhere = 0L; // an empty tensor has no memory, and the library wants an address all the same
        var place = pin.Pointer is null ? &nowhere : pin.Pointer;
        fixed (long* sides = shape)
        {
            var bytes = (nuint)tensor.Values.Length * (nuint)Unsafe.SizeOf<T>();
            library.Check(library.Functions.CreateTensorOver(library.Memory, place, bytes, sides, (nuint)shape.Length, OrtTypes.To(tensor.Type), out var value));
            return value;
        }
    }

    private static nint Copy(OrtLibrary library, WordTensor tensor)
    {
        Span<long> shape = stackalloc long[tensor.Shape.Length];
        Widen(tensor.Shape, shape);
        fixed (long* sides = shape)
        {
            library.Check(library.Functions.CreateTensor(library.Allocator, sides, (nuint)shape.Length, OrtTypes.To(ElementType.Text), out var value));
            try
            {
                for (var i = 0; i < tensor.Values.Count; i++)
                {
                    SetWord(library, value, i, tensor.Values[i]);
                }
            }
            catch
            {
                library.Functions.ReleaseValue(value);
                throw;
            }

            return value;
        }
    }

    private static void SetWord(OrtLibrary library, nint value, int index, string word)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(word) + 1]; // the last one ends it
        Encoding.UTF8.GetBytes(word, bytes);
        fixed (byte* characters = bytes)
        {
            library.Check(library.Functions.SetWord(value, characters, (nuint)index));
        }
    }

    private static void Widen(ReadOnlySpan<int> shape, Span<long> wide)
    {
        for (var i = 0; i < shape.Length; i++)
        {
            wide[i] = shape[i];
        }
    }
}
