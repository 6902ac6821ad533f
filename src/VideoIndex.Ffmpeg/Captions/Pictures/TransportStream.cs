using System.Buffers.Binary;

namespace VideoIndex.Ffmpeg.Captions.Pictures;

/// <summary>Reads the pictures of an MPEG transport stream that holds a single picture track, as FFmpeg writes one.</summary>
/// <remarks>ISO/IEC 13818-1. Only what FFmpeg's own muxer makes is understood: no scrambling, every unit with its times.</remarks>
internal sealed class TransportStream(TransportStream.PictureSink onPicture)
{
    /// <summary>The length of every packet, in bytes.</summary>
    public const int PacketLength = 188;

    private const byte Sync = 0x47;

    /// <summary>The most bytes of one picture that are kept; captions stand before the picture's own bytes.</summary>
    private const int LongestPicture = 4 * 1024 * 1024;

    private byte[] _unit = new byte[64 * 1024];
    private int _length;
    private int _track = -1;

    /// <summary>Takes a coded picture with its times, in 90,000ths of a second modulo 2^33.</summary>
    public delegate void PictureSink(long presented, long decoded, ReadOnlySpan<byte> picture);

    /// <summary>Reads a stream to its end, in steady memory.</summary>
    public static void Read(Stream stream, PictureSink onPicture)
    {
        var reader = new TransportStream(onPicture);
        var buffer = new byte[PacketLength * 512];
        int filled;
        while ((filled = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) >= PacketLength)
        {
            for (var at = 0; at + PacketLength <= filled; at += PacketLength)
            {
                reader.ReadPacket(buffer.AsSpan(at, PacketLength));
            }
        }

        reader.EndUnit();
    }

    private void ReadPacket(ReadOnlySpan<byte> packet)
    {
        var startsUnit = (packet[1] & 0x40) != 0;
        var track = BinaryPrimitives.ReadUInt16BigEndian(packet[1..]) & 0x1FFF;
        var hasPayload = (packet[3] & 0x10) != 0;
        var adaptation = (packet[3] & 0x20) == 0 ? 0 : 1 + packet[4];
        if (packet[0] != Sync || !hasPayload || 4 + adaptation >= PacketLength)
        {
            return;
        }

        var payload = packet[(4 + adaptation)..];
        if (startsUnit && _track < 0 && IsPictureUnit(payload))
        {
            _track = track;
        }

        if (track != _track)
        {
            return;
        }

        if (startsUnit)
        {
            EndUnit();
        }

        Append(payload);
    }

    private static bool IsPictureUnit(ReadOnlySpan<byte> payload) =>
        payload.Length > 8 && payload.StartsWith((ReadOnlySpan<byte>)[0, 0, 1]) && payload[3] is >= 0xE0 and <= 0xEF;

    private void Append(ReadOnlySpan<byte> payload)
    {
        var kept = payload[..Math.Min(payload.Length, LongestPicture - _length)];
        if (_length + kept.Length > _unit.Length)
        {
            Array.Resize(ref _unit, Math.Max(_unit.Length * 2, _length + kept.Length));
        }

        kept.CopyTo(_unit.AsSpan(_length));
        _length += kept.Length;
    }

    private void EndUnit()
    {
        const int HasPresented = 0x80;
        const int HasDecoded = 0x40;
        var unit = _unit.AsSpan(0, _length);
        _length = 0;
        if (!IsPictureUnit(unit))
        {
            return;
        }

        var (flags, header) = (unit[7], 9 + unit[8]);
        if ((flags & HasPresented) == 0 || unit.Length < 14 || unit.Length < header)
        {
            return;
        }

        var presented = ReadTime(unit[9..]);
        var decoded = (flags & HasDecoded) != 0 && unit.Length >= 19 ? ReadTime(unit[14..]) : presented;
        onPicture(presented, decoded, unit[header..]);
    }

    // 33 bits in five bytes, with a marker bit after the 3rd, the 18th and the last.
    private static long ReadTime(ReadOnlySpan<byte> bytes) =>
        ((long)(bytes[0] & 0x0E) << 29) | ((long)bytes[1] << 22) | ((long)(bytes[2] & 0xFE) << 14)
        | ((long)bytes[3] << 7) | (long)(bytes[4] >> 1);
}
