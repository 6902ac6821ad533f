using System.Buffers.Binary;

namespace VideoIndex.Sqlite.Postings.Coding;

/// <summary>Bytes that grow.</summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[256];

    /// <summary>Gets how many there are.</summary>
    public int Length { get; private set; }

    /// <summary>Gets what was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Returns a copy of what was written.</summary>
    public byte[] ToArray() => Written.ToArray();

    /// <summary>Forgets what was written.</summary>
    public void Clear() => Length = 0;

    public void Byte(byte value)
    {
        Room(1);
        _bytes[Length++] = value;
    }

    /// <summary>Appends a number, seven bits to a byte, the lowest first; each byte but the last has its highest bit set.</summary>
    public void Number(long value)
    {
        Room(10);
        var rest = unchecked((ulong)value);
        for (; rest >= 0x80; rest >>= 7)
        {
            _bytes[Length++] = (byte)((rest & 0x7F) | 0x80);
        }

        _bytes[Length++] = (byte)rest;
    }

    /// <summary>Appends a number of four bytes, little-endian.</summary>
    public void Fixed(int value)
    {
        Room(sizeof(int));
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(Length), value);
        Length += sizeof(int);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Room(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Appends bytes that are still to be written, and returns them.</summary>
    public Span<byte> Grow(int bytes)
    {
        Room(bytes);
        Length += bytes;
        return _bytes.AsSpan(Length - bytes, bytes);
    }

    private void Room(int bytes)
    {
        if (_bytes.Length - Length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(Length + bytes, 2 * _bytes.Length));
        }
    }
}
