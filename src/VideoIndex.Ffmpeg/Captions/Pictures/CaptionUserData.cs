using System.Buffers.Binary;
using VideoIndex.Ffmpeg.Captions.Cea608;

namespace VideoIndex.Ffmpeg.Captions.Pictures;

/// <summary>Finds the CEA-608 pairs in the user bytes of one picture.</summary>
internal static class CaptionUserData
{
    private const byte CaptionsInside = 0x03; // the type code of captions, in ATSC A/53 and in SCTE 20

    /// <summary>Reads what ITU-T T.35 registers to the ATSC: the message of H.264 and HEVC.</summary>
    public static void ReadRegistered(ReadOnlySpan<byte> message, List<CaptionPair> pairs)
    {
        const byte UnitedStates = 0xB5;
        const ushort Atsc = 0x0031;
        if (message.Length >= 3 && message[0] == UnitedStates && BinaryPrimitives.ReadUInt16BigEndian(message[1..]) == Atsc)
        {
            ReadAtsc(message[3..], pairs);
        }
    }

    /// <summary>Reads ATSC A/53 part 4: <c>GA94</c>, then triplets of a marker, a field and a pair.</summary>
    public static bool ReadAtsc(ReadOnlySpan<byte> bytes, List<CaptionPair> pairs)
    {
        if (bytes.Length < 7 || !bytes.StartsWith("GA94"u8) || bytes[4] != CaptionsInside)
        {
            return false;
        }

        var isForDecoders = (bytes[5] & 0x40) != 0;
        if (isForDecoders)
        {
            var triplets = bytes[7..];
            ReadTriplets(triplets[..Math.Min(triplets.Length, (bytes[5] & 0x1F) * 3)], pairs);
        }

        return true;
    }

    /// <summary>Reads bare triplets; those of CEA-708 and those marked as not valid are passed over.</summary>
    public static void ReadTriplets(ReadOnlySpan<byte> triplets, List<CaptionPair> pairs)
    {
        for (; triplets.Length >= 3; triplets = triplets[3..])
        {
            var isValid = (triplets[0] & 0x04) != 0;
            var type = triplets[0] & 0x03;
            if (isValid && type <= 1)
            {
                pairs.Add(new CaptionPair(type == 1, triplets[1], triplets[2]));
            }
        }
    }

    /// <summary>Reads SCTE 20, the older way of cable: pairs packed bit by bit, each byte's lowest bit first.</summary>
    /// <param name="bytes">The user bytes of an MPEG-2 picture.</param>
    /// <param name="bottomFieldFirst">Whether the first field shown is the bottom one; SCTE 20 counts fields as they are shown.</param>
    /// <param name="pairs">Where the pairs are added.</param>
    public static bool ReadScte20(ReadOnlySpan<byte> bytes, bool bottomFieldFirst, List<CaptionPair> pairs)
    {
        const int BitsEach = 2 + 2 + 5 + 8 + 8 + 1; // priority, field, line, two bytes, marker
        if (bytes.Length < 3 || bytes[0] != CaptionsInside || (bytes[1] & 0x7F) != 0x01)
        {
            return false;
        }

        var at = 2 * 8;
        var count = Bits(bytes, at, 5);
        at += 5;
        for (; count > 0 && at + BitsEach <= bytes.Length * 8; count--, at += BitsEach)
        {
            var field = Bits(bytes, at + 2, 2);
            if (field != 0)
            {
                var second = (field == 2) != bottomFieldFirst;
                pairs.Add(new CaptionPair(second, Reversed(Bits(bytes, at + 9, 8)), Reversed(Bits(bytes, at + 17, 8))));
            }
        }

        return true;
    }

    private static int Bits(ReadOnlySpan<byte> bytes, int at, int count)
    {
        var value = 0;
        for (var bit = at; bit < at + count; bit++)
        {
            value = (value << 1) | ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1);
        }

        return value;
    }

    private static byte Reversed(int value)
    {
        var reversed = 0;
        for (var bit = 0; bit < 8; bit++)
        {
            reversed |= ((value >> bit) & 1) << (7 - bit);
        }

        return (byte)reversed;
    }
}
