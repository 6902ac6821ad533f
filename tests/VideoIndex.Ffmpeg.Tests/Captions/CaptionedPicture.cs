using VideoIndex.Ffmpeg.Captions.Cea608;

namespace VideoIndex.Ffmpeg.Tests.Captions;

/// <summary>Writes caption pairs as encoders do, with start codes, and an empty slice after.</summary>
internal static class CaptionedPicture
{
    public static byte[] Of(string codec, IReadOnlyList<CaptionPair> pairs) => [.. Message(codec, pairs), 0, 0, 1, .. Slice(codec)];

    /// <summary>What goes in front of a picture's slices.</summary>
    public static byte[] Message(string codec, IReadOnlyList<CaptionPair> pairs)
    {
        byte[] atsc = [.. "GA94"u8, 3, (byte)(0xC0 | pairs.Count), 0xFF, .. pairs.SelectMany(Triplet), 0xFF];
        byte[] registered = [0xB5, 0, 0x31, .. atsc];
        return codec switch
        {
            "h264" => [0, 0, 0, 1, 6, .. Escaped([4, (byte)registered.Length, .. registered, 0x80])],
            "hevc" => [0, 0, 0, 1, 39 << 1, 1, .. Escaped([4, (byte)registered.Length, .. registered, 0x80])],
            _ => [0, 0, 1, 0xB2, .. atsc],
        };
    }

    /// <summary>An MPEG-2 picture with the extensions that say which field comes first, and SCTE 20 user bytes.</summary>
    public static byte[] Scte20(IReadOnlyList<CaptionPair> pairs, bool bottomFieldFirst)
    {
        byte[] sequence = [0, 0, 1, 0xB5, 0x14, 0x82, 0, 1, 0, 0];
        byte[] picture = [0, 0, 1, 0xB5, 0x8F, 0xFF, 0xF3, (byte)(bottomFieldFirst ? 0x40 : 0xC0), 0];
        return [.. sequence, .. picture, .. Scte20Message(pairs, bottomFieldFirst), 0, 0, 1, 1];
    }

    public static byte[] Scte20Message(IReadOnlyList<CaptionPair> pairs, bool bottomFieldFirst)
    {
        var bits = new List<bool>();
        Write(bits, pairs.Count, 5);
        foreach (var pair in pairs)
        {
            Write(bits, 0, 2);
            Write(bits, pair.SecondField == bottomFieldFirst ? 1 : 2, 2);
            Write(bits, 11, 5);
            bits.AddRange(LowestFirst(pair.First));
            bits.AddRange(LowestFirst(pair.Second));
            Write(bits, 1, 1);
        }

        while (bits.Count % 8 != 0)
        {
            bits.Add(false);
        }

        return [0, 0, 1, 0xB2, 3, 0x81, .. bits.Chunk(8).Select(bits => (byte)bits.Aggregate(0, (value, bit) => value * 2 + (bit ? 1 : 0)))];
    }

    private static byte[] Triplet(CaptionPair pair) => [(byte)(pair.SecondField ? 0xFD : 0xFC), pair.First, pair.Second];

    private static byte[] Slice(string codec) => codec switch
    {
        "h264" => [0x65, 0x88, 0x80],
        "hevc" => [19 << 1, 1, 0x80],
        _ => [0x01, 0x13, 0xF8],
    };

    private static IEnumerable<byte> Escaped(byte[] bytes)
    {
        var zeros = 0;
        foreach (var value in bytes)
        {
            if (zeros >= 2 && value <= 3)
            {
                yield return 3;
                zeros = 0;
            }

            yield return value;
            zeros = value == 0 ? zeros + 1 : 0;
        }
    }

    private static void Write(List<bool> bits, int value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
        {
            bits.Add(((value >> bit) & 1) == 1);
        }
    }

    private static IEnumerable<bool> LowestFirst(byte value) => Enumerable.Range(0, 8).Select(bit => ((value >> bit) & 1) == 1);
}
