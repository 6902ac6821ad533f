using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace VideoIndex.Similar.Neighbours;

/// <summary>Vectors in memory, each a row that is numbered from 0 in the order they came. Rows are added and never changed. Reading is for many threads at once, adding is for one alone.</summary>
public sealed class VectorTable
{
    /// <summary>The most values a vector may have.</summary>
    public const int MostDimensions = 4096;

    private const int Together = 1 << 14; // rows in one array: none grows too large, and none is moved

    private readonly List<sbyte[]> _codes = [];
    private readonly List<RowScale[]> _scales = [];
    private readonly int _room;

    /// <summary>Creates an empty one.</summary>
    /// <param name="dimensions">How many values each vector has, from 1 to <see cref="MostDimensions"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer or more.</exception>
    public VectorTable(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        Dimensions = dimensions;
        _room = (dimensions + ByteProducts.Step - 1) / ByteProducts.Step * ByteProducts.Step;
    }

    /// <summary>Gets how many values each vector has.</summary>
    public int Dimensions { get; }

    /// <summary>Gets how many vectors there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gets how many bytes a row takes, what is left blank after its codes and all.</summary>
    public int BytesARow => _room + (2 * sizeof(float));

    /// <summary>Adds a vector.</summary>
    /// <exception cref="ArgumentException">It has another number of values, or one that is no finite number.</exception>
    public void Add(ReadOnlySpan<float> vector)
    {
        Span<byte> coded = stackalloc byte[VectorCoding.Size(MostDimensions)];
        var mine = coded[..VectorCoding.Size(vector.Length)];
        VectorCoding.Write(vector, mine);
        AddCoded(mine);
    }

    /// <summary>Adds vectors as <see cref="VectorCoding"/> wrote them, one after the other.</summary>
    /// <exception cref="ArgumentException">The bytes are not of whole vectors of this many values.</exception>
    public void AddCoded(ReadOnlySpan<byte> coded)
    {
        var size = VectorCoding.Size(Dimensions);
        if (coded.Length % size != 0)
        {
            throw new ArgumentException($"Vectors of {Dimensions} values take {size} bytes each; there are {coded.Length} bytes.", nameof(coded));
        }

        for (; !coded.IsEmpty; coded = coded[size..])
        {
            var (block, place) = Math.DivRem(Count, Together);
            if (place == 0)
            {
                _codes.Add(new sbyte[Together * _room]);
                _scales.Add(new RowScale[Together]);
            }

            var codes = MemoryMarshal.Cast<byte, sbyte>(coded.Slice(VectorCoding.Head, Dimensions));
            codes.CopyTo(_codes[block].AsSpan(place * _room));
            var scale = BinaryPrimitives.ReadSingleLittleEndian(coded);
            var squares = 0;
            foreach (var code in codes)
            {
                squares += code * code;
            }

            _scales[block][place] = new RowScale(scale, scale * MathF.Sqrt(squares));
            Count++;
        }
    }

    /// <summary>Reads a row as it is kept.</summary>
    /// <param name="row">Which.</param>
    /// <param name="vector">Where it goes, <see cref="Dimensions"/> values.</param>
    public void Read(int row, Span<float> vector)
    {
        var codes = Codes(row);
        var scale = ScaleOf(row).Scale;
        for (var at = 0; at < Dimensions; at++)
        {
            vector[at] = scale * codes[at];
        }
    }

    /// <summary>Returns the codes of a row, and blanks up to a whole step.</summary>
    internal ReadOnlySpan<sbyte> Codes(int row) => _codes[row / Together].AsSpan(row % Together * _room, _room);

    /// <summary>Returns what the codes of a row are multiplied by, and the row's length.</summary>
    internal RowScale ScaleOf(int row) => _scales[row / Together][row % Together];

    /// <summary>Returns all rows, many together: the number of the first, the codes of all, and what <see cref="ScaleOf"/> returns of each.</summary>
    internal IEnumerable<(int First, sbyte[] Codes, ArraySegment<RowScale> Scales)> Blocks()
    {
        for (var block = 0; block * Together < Count; block++)
        {
            yield return (block * Together, _codes[block], new ArraySegment<RowScale>(_scales[block], 0, Math.Min(Together, Count - (block * Together))));
        }
    }
}
