using System.Text;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue.Checking;

/// <summary>
/// Reads one message of protocol buffers, field by field, out of bytes nobody vouches for. Nothing is taken in advance: a length
/// that says more than there is ends the reading. The format: protobuf.dev, "Encoding".
/// </summary>
internal ref struct ProtoReader
{
    private const int LongestName = 100_000;

    private readonly ReadOnlySpan<byte> _message;
    private int _at;

    /// <summary>Starts at the beginning of a message.</summary>
    public ProtoReader(ReadOnlySpan<byte> message) => _message = message;

    /// <summary>Gets the field's number, after <see cref="Next"/>.</summary>
    public int Field { get; private set; }

    /// <summary>Gets whether the field holds bytes: a message, a text, numbers in a row.</summary>
    public bool HoldsBytes { get; private set; }

    /// <summary>Gets the field's number value; 0 where it holds bytes.</summary>
    public long Value { get; private set; }

    /// <summary>Gets the field's bytes; empty where it holds a number.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Gets the field's bytes as text.</summary>
    /// <exception cref="ModelException">They are none, or endless.</exception>
    public readonly string Text
    {
        get
        {
            try
            {
                return HoldsBytes && Bytes.Length <= LongestName ? Strict.GetString(Bytes) : throw Malformed();
            }
            catch (ArgumentException)
            {
                throw Malformed();
            }
        }
    }

    private static UTF8Encoding Strict { get; } = new(false, throwOnInvalidBytes: true);

    /// <summary>Says that bytes are no such message.</summary>
    public static ModelException Malformed() => new("malformed-model", "The model's bytes are damaged: they are no whole ONNX model.");

    /// <summary>Goes on to the next field.</summary>
    /// <returns><see langword="false"/> at the end of the message.</returns>
    /// <exception cref="ModelException">The message breaks off, or is none.</exception>
    public bool Next()
    {
        if (_at == _message.Length)
        {
            return false;
        }

        var tag = Varint();
        Field = tag is >= 8 and <= uint.MaxValue ? (int)(tag >> 3) : throw Malformed();
        HoldsBytes = (tag & 7) == 2;
        Value = 0;
        Bytes = default;
        switch (tag & 7)
        {
            case 0:
                Value = unchecked((long)Varint());
                break;
            case 1:
                Take(8);
                break;
            case 2:
                var length = Varint();
                Bytes = Take(length <= int.MaxValue ? (int)length : throw Malformed());
                break;
            case 5:
                Take(4);
                break;
            default:
                throw Malformed(); // groups are of no version ONNX was written in
        }

        return true;
    }

    /// <summary>Returns the field's whole numbers, whether they come one by one or in a row.</summary>
    /// <exception cref="ModelException">The row breaks off, or is longer than any shape.</exception>
    public readonly IReadOnlyList<long> Wholes(int most)
    {
        if (!HoldsBytes)
        {
            return [Value];
        }

        var found = new List<long>();
        var row = new ProtoReader(Bytes);
        while (row._at < row._message.Length)
        {
            found.Add(unchecked((long)row.Varint()));
            if (found.Count > most)
            {
                throw Malformed();
            }
        }

        return found;
    }

    private ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            if (_at == _message.Length)
            {
                throw Malformed();
            }

            var next = _message[_at++];
            value |= shift < 64 ? (ulong)(next & 127) << shift : 0;
            if (next < 128)
            {
                return value;
            }
        }

        throw Malformed();
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _message.Length - _at)
        {
            throw Malformed();
        }

        var taken = _message.Slice(_at, length);
        _at += length;
        return taken;
    }
}
