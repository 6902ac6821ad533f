using VideoIndex.Ffmpeg.Captions.Cea608;

namespace VideoIndex.Ffmpeg.Captions.Pictures;

/// <summary>Finds the caption pairs in coded pictures, one stream's pictures in the order they are coded.</summary>
internal abstract class PictureCaptions
{
    private readonly List<CaptionPair> _pairs = [];

    /// <summary>Returns the finder for a codec's FFmpeg name; null where no captions can be inside.</summary>
    public static PictureCaptions? For(string codec) => codec switch
    {
        "h264" => new SupplementalMessages(headerLength: 1, unit => (unit & 0x1F) == 6),
        "hevc" => new SupplementalMessages(headerLength: 2, unit => ((unit >> 1) & 0x3F) is 39 or 40),
        "mpeg2video" or "mpeg1video" => new MpegUserData(),
        _ => null,
    };

    /// <summary>Returns the pairs inside one coded picture. The list is used again by the next call.</summary>
    public IReadOnlyList<CaptionPair> Read(ReadOnlySpan<byte> picture)
    {
        _pairs.Clear();
        var start = picture.IndexOf(StartCode);
        while (start >= 0)
        {
            var unit = picture[(start + StartCode.Length)..];
            var length = unit.IndexOf(StartCode);
            ReadUnit(length < 0 ? unit : unit[..length], _pairs);
            start = length < 0 ? -1 : start + StartCode.Length + length;
        }

        return _pairs;
    }

    /// <summary>Takes what stands between two start codes.</summary>
    protected abstract void ReadUnit(ReadOnlySpan<byte> unit, List<CaptionPair> pairs);

    private static ReadOnlySpan<byte> StartCode => [0, 0, 1];

    /// <summary>H.264 and HEVC: supplemental enhancement messages of type 4, "registered by ITU-T T.35".</summary>
    private sealed class SupplementalMessages(int headerLength, Func<byte, bool> isSupplemental) : PictureCaptions
    {
        private const int Registered = 4;

        protected override void ReadUnit(ReadOnlySpan<byte> unit, List<CaptionPair> pairs)
        {
            if (unit.Length <= headerLength || !isSupplemental(unit[0]))
            {
                return;
            }

            ReadOnlySpan<byte> messages = Unescaped(unit[headerLength..]);
            while (messages.Length > 2 && TryNumber(ref messages, out var type) && TryNumber(ref messages, out var size))
            {
                var message = messages[..Math.Min(size, messages.Length)];
                messages = messages[message.Length..];
                if (type == Registered)
                {
                    CaptionUserData.ReadRegistered(message, pairs);
                }
            }
        }

        // A number is written as a sum: bytes of 255, then one that is less.
        private static bool TryNumber(ref ReadOnlySpan<byte> bytes, out int number)
        {
            for (number = 0; !bytes.IsEmpty;)
            {
                var part = bytes[0];
                bytes = bytes[1..];
                number += part;
                if (part < 255)
                {
                    return true;
                }
            }

            return false;
        }

        // A 3 after two zeros is there only to keep start codes from appearing.
        private static byte[] Unescaped(ReadOnlySpan<byte> bytes)
        {
            var kept = new byte[bytes.Length];
            var (length, zeros) = (0, 0);
            foreach (var value in bytes)
            {
                if (zeros >= 2 && value == 3)
                {
                    zeros = 0;
                    continue;
                }

                kept[length++] = value;
                zeros = value == 0 ? zeros + 1 : 0;
            }

            return kept[..length];
        }
    }

    /// <summary>MPEG-1 and MPEG-2: user bytes after the header of a picture.</summary>
    private sealed class MpegUserData : PictureCaptions
    {
        private const byte UserBytes = 0xB2;
        private const byte Extension = 0xB5;

        private bool _isProgressive;
        private bool _bottomFieldFirst;

        protected override void ReadUnit(ReadOnlySpan<byte> unit, List<CaptionPair> pairs)
        {
            if (unit.Length > 4 && unit[0] == Extension)
            {
                ReadExtension(unit[1..]);
            }
            else if (unit.Length > 1 && unit[0] == UserBytes && !CaptionUserData.ReadAtsc(unit[1..], pairs))
            {
                CaptionUserData.ReadScte20(unit[1..], _bottomFieldFirst && !_isProgressive, pairs);
            }
        }

        // ISO/IEC 13818-2: the sequence extension says whether there are fields at all, the picture's which comes first.
        private void ReadExtension(ReadOnlySpan<byte> extension)
        {
            const int Sequence = 1;
            const int Picture = 8;
            const int WholeFrame = 3;
            switch (extension[0] >> 4)
            {
                case Sequence:
                    _isProgressive = (extension[1] & 0x08) != 0;
                    break;
                case Picture when extension.Length > 3:
                    var isFrame = (extension[2] & 0x03) == WholeFrame;
                    _bottomFieldFirst = isFrame && (extension[3] & 0x80) == 0;
                    break;
            }
        }
    }
}
