using System.Buffers.Binary;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Clips;

/// <summary>Small gray pictures with times of their own, for FFmpeg to lay over others: in IVF, a container of a header, and of a size and a time of 64 bits before each picture.</summary>
internal sealed class IvfFile : IDisposable
{
    private const int HeaderBytes = 32, StampBytes = 12;

    private readonly Stream _to;

    /// <summary>Writes the header.</summary>
    /// <param name="to">Where to; disposed with this.</param>
    /// <param name="unit">The unit of the timestamps, in seconds.</param>
    /// <param name="width">Of the pictures, in pixels.</param>
    /// <param name="height">Of the pictures, in pixels.</param>
    public IvfFile(Stream to, Rational unit, int width, int height)
    {
        _to = to;
        var header = new byte[HeaderBytes];
        "DKIF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(6), HeaderBytes);
        "Y800"u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(12), (ushort)width);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(14), (ushort)height);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), checked((uint)unit.Denominator));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(20), checked((uint)unit.Numerator));
        _to.Write(header);
    }

    /// <summary>Returns the options with which FFmpeg reads such a file of the folder. It is our own, so that nothing is kept from it.</summary>
    public static IReadOnlyList<string> Input(string name) => ["-f", "ivf", "-i", ToolCall.FolderName + name];

    /// <summary>Writes a picture.</summary>
    /// <param name="picture">A byte a pixel.</param>
    /// <param name="timestamp">When it is shown.</param>
    public void Add(ReadOnlySpan<byte> picture, long timestamp)
    {
        Span<byte> stamp = stackalloc byte[StampBytes];
        BinaryPrimitives.WriteInt32LittleEndian(stamp, picture.Length);
        BinaryPrimitives.WriteInt64LittleEndian(stamp[4..], timestamp);
        _to.Write(stamp);
        _to.Write(picture);
    }

    /// <inheritdoc/>
    public void Dispose() => _to.Dispose();
}
