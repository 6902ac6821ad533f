using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Whisper.Weights;

/// <summary>
/// Reads whisper.cpp's file of a Whisper model: sizes, the filters of its sound pictures (which are made by formula here), its tokens, and then the
/// tensors one after another, each with its name.
/// </summary>
internal sealed class GgmlFile
{
    /// <summary>How a file of this format begins.</summary>
    public const uint Magic = 0x67676D6C;

    private const int MostTensors = 20_000, MostTokens = 1_000_000, LongestToken = 10_000, LongestName = 300, MostFilters = 1_000_000;

    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly long _length;

    private long _at = 4;

    private GgmlFile(string path, SafeFileHandle file) => (_path, _file, _length) = (path, file, RandomAccess.GetLength(file));

    /// <summary>Gets its tokens, each by its bytes, from 0; marks such as the times' are not among them.</summary>
    public IReadOnlyList<byte[]> Tokens { get; private set; } = [];

    /// <summary>Gets the numbers at its beginning: tokens, positions of sound, values, heads and layers of the encoder, of text and the decoder, mel bands, form.</summary>
    public IReadOnlyList<int> Numbers { get; private set; } = [];

    /// <summary>Gets its tensors.</summary>
    public IReadOnlyList<Weight> Weights { get; private set; } = [];

    /// <summary>Returns whether a file begins as one of these does.</summary>
    public static bool IsOne(SafeFileHandle file)
    {
        var first = new byte[4];
        return RandomAccess.Read(file, first, 0) == 4 && BinaryPrimitives.ReadUInt32LittleEndian(first) == Magic;
    }

    /// <summary>Reads what a file holds; of the weights only where they are.</summary>
    /// <exception cref="ModelException">It is none of these files, or a damaged one.</exception>
    public static GgmlFile Read(string path, SafeFileHandle file)
    {
        var read = IsOne(file) ? new GgmlFile(path, file) : throw new ModelException("unknown-weights", $"'{path}' is no file of whisper.cpp.");
        read.Numbers = [.. Enumerable.Range(0, 11).Select(_ => read.Next())];
        var (bands, bins) = (read.Bounded(MostFilters, "mel bands"), read.Bounded(MostFilters, "frequencies"));
        read.Skip(4L * bands * bins);
        read.Tokens = [.. Enumerable.Range(0, read.Bounded(MostTokens, "tokens")).Select(_ => read.Bytes(read.Bounded(LongestToken, "bytes of a token")))];
        var weights = new List<Weight>();
        while (read._at < read._length)
        {
            weights.Add(weights.Count < MostTensors ? read.Tensor() : throw read.Malformed("it has too many tensors"));
        }

        read.Weights = weights;
        return read;
    }

    private Weight Tensor()
    {
        var (dimensions, length, type) = (Next(), Next(), Next());
        if (dimensions is < 1 or > 4 || length is < 1 or > LongestName)
        {
            throw Malformed("a tensor has no sides or no name");
        }

        var sides = Enumerable.Range(0, dimensions).Select(_ => Bounded(100_000_000, "values of a side")).Reverse().ToArray();
        var name = Encoding.UTF8.GetString(Bytes(length));
        var weight = new Weight(name, sides, TypeOf(name, type), _file, _at);
        var whole = sides.Aggregate(1m, (count, side) => count * side) is > 0 and <= int.MaxValue && sides[^1] % WeightValues.Group(weight.Type) == 0;
        Skip(whole ? weight.Bytes : throw Malformed($"'{name}' has impossible sides"));
        return weight;
    }

    private WeightType TypeOf(string name, int type) => type switch
    {
        0 => WeightType.Real32,
        1 => WeightType.Real16,
        2 => WeightType.Blocks4,
        3 => WeightType.Blocks4WithLeast,
        6 => WeightType.Blocks5,
        7 => WeightType.Blocks5WithLeast,
        8 => WeightType.Blocks8,
        _ => throw new ModelException("unknown-weights", $"'{_path}' keeps '{name}' in a form that is not known here (number {type}); f32, f16, q4_0, q4_1, q5_0, q5_1 and q8_0 are."),
    };

    private int Bounded(int most, string what) => Next() is var value && value >= 0 && value <= most ? value : throw Malformed($"it is said to have {value} {what}");

    private int Next() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    private byte[] Bytes(int count)
    {
        var bytes = count <= _length - _at ? new byte[count] : throw Malformed("it ends too early");
        _at += RandomAccess.Read(_file, bytes, _at) == count ? count : throw Malformed("it cannot be read");
        return bytes;
    }

    private void Skip(long bytes) => _at += bytes <= _length - _at ? bytes : throw Malformed("it ends too early");

    private ModelException Malformed(string why) => new("malformed-model", $"'{_path}' is no sound file of whisper.cpp: {why}.");
}
