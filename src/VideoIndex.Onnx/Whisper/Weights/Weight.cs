using System.Buffers;
using Microsoft.Win32.SafeHandles;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Whisper.Weights;

/// <summary>A tensor of weights in a file. Nothing of it is in memory until it is read, and then only what was asked for.</summary>
/// <param name="Name">Its name in the file, for a sentence.</param>
/// <param name="Shape">How many values there are along each dimension; the last lies together.</param>
/// <param name="Type">How they lie.</param>
/// <param name="File">The file, open.</param>
/// <param name="Offset">Where in the file it begins.</param>
/// <remarks>
/// It is read and not mapped into memory: a file that another program cuts short while it is mapped takes the whole program with it, one that is read
/// gives a refusal.
/// </remarks>
internal sealed record Weight(string Name, IReadOnlyList<int> Shape, WeightType Type, SafeFileHandle File, long Offset)
{
    private const int Portion = 1 << 18;

    /// <summary>Gets how many values it has.</summary>
    public long Count => Shape.Aggregate(1L, (count, side) => count * side);

    /// <summary>Gets how many bytes they take in the file.</summary>
    public long Bytes => Count / WeightValues.Group(Type) * WeightValues.Bytes(Type);

    /// <summary>Reads all of it.</summary>
    /// <exception cref="ModelException">The file ends before it, or a value is no number.</exception>
    public float[] ToArray()
    {
        var values = GC.AllocateUninitializedArray<float>(checked((int)Count));
        Read(0, values);
        return values;
    }

    /// <summary>Reads a part of it.</summary>
    /// <param name="start">From which value; a multiple of 32 where they lie in blocks.</param>
    /// <param name="values">Takes them; likewise.</param>
    /// <exception cref="ModelException">The file ends before it, or a value is no number.</exception>
    public void Read(long start, Span<float> values)
    {
        var (group, size) = (WeightValues.Group(Type), WeightValues.Bytes(Type));
        var bytes = ArrayPool<byte>.Shared.Rent(Portion / group * size);
        try
        {
            for (var done = 0; done < values.Length; done += Portion)
            {
                var part = values.Slice(done, Math.Min(Portion, values.Length - done));
                var read = bytes.AsSpan(0, part.Length / group * size);
                Fill(Offset + (start + done) / group * size, read);
                WeightValues.Read(read, Type, part);
                if (!WeightValues.AreFinite(part))
                {
                    throw new ModelException("not-finite", $"The weights '{Name}' hold a value that is no number.");
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Fill(long offset, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(File, bytes, offset);
            if (read == 0)
            {
                throw new ModelException("malformed-model", $"The file ends within the weights '{Name}'.");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }
}
