using System.Text;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Native;

/// <summary>Reads the library's values into tensors of ours, copying.</summary>
internal static unsafe class TensorReader
{
    // enum ONNXType
    private const int TensorValue = 1;
    private const int SequenceValue = 2;
    private const int MapValue = 3;

    /// <summary>Reads one.</summary>
    /// <exception cref="ModelException">It is of a kind that is not known here.</exception>
    public static Tensor Read(OrtLibrary library, nint value)
    {
        library.Check(library.Functions.GetValueType(value, out var kind));
        return kind switch
        {
            TensorValue => ReadTensor(library, value),
            SequenceValue => new TensorList(ReadParts(library, value)),
            MapValue when ReadParts(library, value) is [var keys, var values] => new TensorMap(keys, values),
            _ => throw new ModelException("unknown-output", "The model gives something other than tensors, lists and maps of them, which is not known here."),
        };
    }

    private static Tensor[] ReadParts(OrtLibrary library, nint value)
    {
        library.Check(library.Functions.GetValueCount(value, out var count));
        var parts = new Tensor[count];
        for (var i = 0; i < parts.Length; i++)
        {
            library.Check(library.Functions.GetValue(value, i, library.Allocator, out var part));
            try
            {
                parts[i] = Read(library, part);
            }
            finally
            {
                library.Functions.ReleaseValue(part);
            }
        }

        return parts;
    }

    private static Tensor ReadTensor(OrtLibrary library, nint value)
    {
        library.Check(library.Functions.GetTensorTypeAndShape(value, out var info));
        try
        {
            var (type, shape) = Describe(library, info);
            return Read(library, value, type, shape);
        }
        finally
        {
            library.Functions.ReleaseTensorInfo(info);
        }
    }

    /// <summary>Reads the type of a tensor, and its sides: -1 for any.</summary>
    public static (ElementType Type, int[] Shape) Describe(OrtLibrary library, nint info)
    {
        library.Check(library.Functions.GetElementType(info, out var type));
        library.Check(library.Functions.GetDimensionsCount(info, out var count));
        var sides = new long[count];
        fixed (long* place = sides)
        {
            library.Check(library.Functions.GetDimensions(info, place, count));
        }

        return (OrtTypes.From(type), Array.ConvertAll(sides, side => side < 0 ? -1 : checked((int)side)));
    }

    private static Tensor Read(OrtLibrary library, nint value, ElementType type, int[] shape) => type switch
    {
        ElementType.Real32 => Copy<float>(library, value, shape),
        ElementType.Unsigned8 => Copy<byte>(library, value, shape),
        ElementType.Signed64 => Copy<long>(library, value, shape),
        ElementType.Signed32 => Copy<int>(library, value, shape),
        ElementType.Real16 => Copy<Half>(library, value, shape),
        ElementType.Real64 => Copy<double>(library, value, shape),
        ElementType.Signed8 => Copy<sbyte>(library, value, shape),
        ElementType.Truth => Copy<bool>(library, value, shape),
        ElementType.Text => Words(library, value, shape),
        _ => throw new ModelException("unknown-output", "The model gives values of a type that is not known here."),
    };

    private static Tensor<T> Copy<T>(OrtLibrary library, nint value, int[] shape)
        where T : unmanaged
    {
        library.Check(library.Functions.GetTensorData(value, out var place));
        var length = Count(shape);
        var values = GC.AllocateUninitializedArray<T>(length);
        new ReadOnlySpan<T>((void*)place, length).CopyTo(values);
        return new Tensor<T>(values, shape);
    }

    private static WordTensor Words(OrtLibrary library, nint value, int[] shape)
    {
        var words = new string[Count(shape)];
        library.Check(library.Functions.GetWordsLength(value, out var length));
        var bytes = new byte[checked((int)length)];
        var starts = new nuint[words.Length];
        fixed (byte* characters = bytes)
        fixed (nuint* offsets = starts)
        {
            library.Check(library.Functions.GetWords(value, characters, length, offsets, (nuint)starts.Length));
        }

        for (var i = 0; i < words.Length; i++)
        {
            var end = i + 1 < starts.Length ? (int)starts[i + 1] : bytes.Length;
            words[i] = Encoding.UTF8.GetString(bytes.AsSpan((int)starts[i]..end));
        }

        return new WordTensor(words, shape);
    }

    private static int Count(int[] shape)
    {
        var count = 1;
        foreach (var side in shape)
        {
            count = checked(count * side);
        }

        return count;
    }
}
