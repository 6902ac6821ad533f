using System.Text;

namespace VideoIndex.Onnx.Tests.Making;

/// <summary>Writes protobuf messages: numbers, and what has a length.</summary>
public sealed class Proto
{
    private const int Number = 0, Length = 2;

    private readonly List<byte> _bytes = [];

    public byte[] Bytes => [.. _bytes];

    public Proto With(int field, long number)
    {
        Write((ulong)((field << 3) | Number));
        Write(unchecked((ulong)number));
        return this;
    }

    public Proto With(int field, byte[] content)
    {
        Write((ulong)((field << 3) | Length));
        Write((ulong)content.Length);
        _bytes.AddRange(content);
        return this;
    }

    public Proto With(int field, string words) => With(field, Encoding.UTF8.GetBytes(words));

    public Proto With(int field, Proto message) => With(field, message.Bytes);

    public Proto WithEach(int field, IEnumerable<Proto> messages) => messages.Aggregate(this, (all, message) => all.With(field, message));

    public Proto WithEach(int field, IEnumerable<string> words) => words.Aggregate(this, (all, word) => all.With(field, word));

    private void Write(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            _bytes.Add((byte)(value & 0x7F | 0x80));
        }

        _bytes.Add((byte)value);
    }
}
