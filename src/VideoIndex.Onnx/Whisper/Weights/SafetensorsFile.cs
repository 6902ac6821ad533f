using System.Buffers.Binary;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Whisper.Weights;

/// <summary>
/// Reads the head of a safetensors file, as Hugging Face's public description of the format says: the length of the head in 8 bytes, the head as JSON,
/// then the tensors. Tensors may neither overlap nor lie outside the file.
/// </summary>
internal static class SafetensorsFile
{
    private const long LongestHead = 16_000_000;
    private const int MostTensors = 20_000;

    /// <summary>Reads which tensors a file has.</summary>
    /// <param name="path">The file, for sentences.</param>
    /// <param name="file">The file, open.</param>
    /// <exception cref="ModelException">It is no file of this format, or a damaged one.</exception>
    public static IReadOnlyList<Weight> Read(string path, SafeFileHandle file)
    {
        var length = RandomAccess.GetLength(file);
        var (head, start) = ReadHead(path, file, length);
        try
        {
            using var document = JsonDocument.Parse(head, new JsonDocumentOptions { MaxDepth = 8 });
            var weights = document.RootElement.ValueKind != JsonValueKind.Object ? throw Malformed(path, "its head is no object")
                : (List<Weight>)[.. document.RootElement.EnumerateObject().Where(one => one.Name != "__metadata__").Select(one => Tensor(path, file, one, (start, length)))];
            return weights.Count <= MostTensors ? Apart(path, weights) : throw Malformed(path, $"it has more than {MostTensors} tensors");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new ModelException("malformed-model", $"'{path}' is no safetensors file: its head is no JSON of that form.", failure);
        }
    }

    private static (byte[] Head, long Start) ReadHead(string path, SafeFileHandle file, long length)
    {
        var prefix = new byte[8];
        var declared = length >= 8 && RandomAccess.Read(file, prefix, 0) == 8 ? BinaryPrimitives.ReadUInt64LittleEndian(prefix) : 0;
        if (declared is < 2 or > LongestHead || (long)declared > length - 8)
        {
            throw Malformed(path, "its head does not fit into it");
        }

        var head = new byte[declared];
        return RandomAccess.Read(file, head, 8) == head.Length ? (head, 8 + head.Length) : throw Malformed(path, "its head cannot be read");
    }

    private static Weight Tensor(string path, SafeFileHandle file, JsonProperty entry, (long Start, long Length) bounds)
    {
        var name = entry.Name is { Length: > 0 and <= 300 } given ? given : throw Malformed(path, "a tensor has no name, or one that is too long");
        if (!entry.Value.TryGetProperty("dtype", out var type) || !entry.Value.TryGetProperty("shape", out var shape) || !entry.Value.TryGetProperty("data_offsets", out var offsets)
            || offsets.GetArrayLength() != 2 || shape.GetArrayLength() > 4)
        {
            throw Malformed(path, $"'{name}' has no type, shape and place");
        }

        var sides = shape.EnumerateArray().Select(side => side.TryGetInt32(out var value) && value > 0 ? value : throw Malformed(path, $"'{name}' has an impossible side")).ToArray();
        var weight = new Weight(name, sides, TypeOf(path, name, type.GetString()), file, 0);
        var (from, to) = (offsets[0].TryGetInt64(out var first) ? first : -1, offsets[1].TryGetInt64(out var last) ? last : -1);
        var fits = sides.Aggregate(1m, (count, side) => count * side) <= int.MaxValue && from >= 0 && to >= from && to <= bounds.Length - bounds.Start && to - from == weight.Bytes;
        return fits ? weight with { Offset = bounds.Start + from } : throw Malformed(path, $"'{name}' does not lie where its size says");
    }

    private static WeightType TypeOf(string path, string name, string? type) => type switch
    {
        "F32" => WeightType.Real32,
        "F16" => WeightType.Real16,
        "BF16" => WeightType.Brain16,
        _ => throw new ModelException("unknown-weights", $"'{path}' keeps '{name}' in a form that is not known here; those of 32 and 16 bits are."),
    };

    private static List<Weight> Apart(string path, List<Weight> weights)
    {
        weights.Sort((one, other) => one.Offset.CompareTo(other.Offset));
        for (var i = 1; i < weights.Count; i++)
        {
            if (weights[i - 1].Offset + weights[i - 1].Bytes > weights[i].Offset)
            {
                throw Malformed(path, $"'{weights[i - 1].Name}' and '{weights[i].Name}' overlap");
            }
        }

        return weights;
    }

    private static ModelException Malformed(string path, string why) => new("malformed-model", $"'{path}' is no sound safetensors file: {why}.");
}
