using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace VideoIndex.Testing.Hearing;

/// <summary>
/// An array as NumPy keeps it on disk: a Python dictionary in words, then the values as they lie in memory. Little endian, version 1.0, the last
/// dimension lying together; see the format's description in NumPy's <c>numpy.lib.format</c>.
/// </summary>
/// <param name="Shape">How many there are along each dimension.</param>
/// <param name="Values">The values, whole numbers as they are.</param>
public sealed partial record Npy(IReadOnlyList<int> Shape, float[] Values)
{
    public static Npy Read(string path)
    {
        var file = File.ReadAllBytes(path);
        if (file[0] != 0x93 || !file.AsSpan(1).StartsWith("NUMPY"u8))
        {
            throw new FormatException($"{path} is no NumPy array.");
        }

        var data = 10 + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8));
        var header = Encoding.Latin1.GetString(file, 10, data - 10);
        if (header.Contains("'fortran_order': True", StringComparison.Ordinal))
        {
            throw new FormatException($"{path} keeps its columns together.");
        }

        return new Npy([.. Shapes(header)], Numbers(Kind().Match(header).Groups[1].Value, file.AsSpan(data)));
    }

    /// <summary>The value at a place.</summary>
    public float At(params ReadOnlySpan<int> place)
    {
        var index = 0;
        for (var i = 0; i < Shape.Count; i++)
        {
            index = (index * Shape[i]) + place[i];
        }

        return Values[index];
    }

    private static IEnumerable<int> Shapes(string header) => Sides().Match(header).Groups[1].Value
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(x => int.Parse(x, CultureInfo.InvariantCulture));

    private static float[] Numbers(string kind, ReadOnlySpan<byte> data) => kind switch
    {
        "<f4" => MemoryMarshal.Cast<byte, float>(data).ToArray(),
        "<f8" => Array.ConvertAll(MemoryMarshal.Cast<byte, double>(data).ToArray(), x => (float)x),
        "<i2" => Array.ConvertAll(MemoryMarshal.Cast<byte, short>(data).ToArray(), x => (float)x),
        "<i4" => Array.ConvertAll(MemoryMarshal.Cast<byte, int>(data).ToArray(), x => (float)x),
        _ => throw new FormatException($"Values of the kind {kind} are not read here."),
    };

    [GeneratedRegex("'descr': '([^']+)'")]
    private static partial Regex Kind();

    [GeneratedRegex(@"'shape': \(([^)]*)\)")]
    private static partial Regex Sides();
}
