using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>Writes protobuf messages: numbers, and what has a length.</summary>
internal sealed class Proto
{
    private const int Number = 0, Length = 2, Real = 5;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Gets the message.</summary>
    public byte[] Bytes => _bytes.WrittenSpan.ToArray();

    /// <summary>Adds a whole number.</summary>
    public Proto With(int field, long number)
    {
        Write((ulong)((field << 3) | Number));
        Write(unchecked((ulong)number));
        return this;
    }

    /// <summary>Adds a real number of 32 bits.</summary>
    public Proto With(int field, float number)
    {
        Write((ulong)((field << 3) | Real));
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(four, number);
        _bytes.Write(four);
        return this;
    }

    /// <summary>Adds bytes.</summary>
    public Proto With(int field, byte[] content)
    {
        Write((ulong)((field << 3) | Length));
        Write((ulong)content.Length);
        _bytes.Write(content);
        return this;
    }

    /// <summary>Adds text.</summary>
    public Proto With(int field, string words) => With(field, Encoding.UTF8.GetBytes(words));

    /// <summary>Adds a message.</summary>
    public Proto With(int field, Proto message) => With(field, message.Bytes);

    /// <summary>Adds messages, each under the same field.</summary>
    public Proto WithEach(int field, IEnumerable<Proto> messages) => messages.Aggregate(this, (all, message) => all.With(field, message));

    /// <summary>Adds texts, each under the same field.</summary>
    public Proto WithEach(int field, IEnumerable<string> words) => words.Aggregate(this, (all, word) => all.With(field, word));

    private void Write(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            _bytes.Write([(byte)(value & 0x7F | 0x80)]);
        }

        _bytes.Write([(byte)value]);
    }
}
