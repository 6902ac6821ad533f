using System.Text;

namespace VideoIndex.Interchange.Captions;

/// <summary>Turns the bytes of a caption file into text.</summary>
internal static class CaptionEncoding
{
    private const int Western = 1252;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // What Windows wrote in each language before UTF-8, by the code page's number.
    private static readonly (int CodePage, string[] Languages)[] LegacyPages =
    [
        (874, ["th", "tha"]),
        (932, ["ja", "jpn"]),
        (936, ["zh", "zho", "chi", "zh-cn", "zh-hans", "chs"]),
        (949, ["ko", "kor"]),
        (950, ["zh-tw", "zh-hk", "zh-hant", "cht"]),
        (1250, ["cs", "ces", "cze", "hr", "hrv", "hu", "hun", "pl", "pol", "ro", "ron", "rum", "sk", "slk", "slo", "sl", "slv"]),
        (1251, ["be", "bel", "bg", "bul", "mk", "mkd", "mac", "ru", "rus", "sr", "srp", "uk", "ukr"]),
        (1253, ["el", "ell", "gre"]),
        (1254, ["tr", "tur"]),
        (1255, ["he", "heb", "iw"]),
        (1256, ["ar", "ara", "fa", "fas", "per", "ur", "urd"]),
        (1257, ["et", "est", "lt", "lit", "lv", "lav"]),
        (1258, ["vi", "vie"]),
    ];

    /// <summary>
    /// Reads UTF-8 or UTF-16 by its mark or its look; failing that, the Windows code page of the language, which is
    /// Windows-1252 where the language is unknown. Returns null where the bytes are no text.
    /// </summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? language)
    {
        if (Utf16(bytes) is { } utf16)
        {
            return utf16.GetString(bytes[..(bytes.Length & ~1)]);
        }

        if (bytes.Contains((byte)0))
        {
            return null;
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Legacy(language).GetString(bytes);
        }
    }

    private static UnicodeEncoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
        {
            return null;
        }

        // Without a mark: both "WEBVTT" and a counter begin with an ASCII character, which has one zero byte.
        return (bytes[0], bytes[1]) switch
        {
            (0xFF, 0xFE) => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            (0xFE, 0xFF) => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            (not 0, 0) when bytes[3] == 0 && bytes[2] != 0 => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            (0, not 0) when bytes[2] == 0 && bytes[3] != 0 => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            _ => null,
        };
    }

    private static Encoding Legacy(string? language)
    {
        var whole = language?.ToLowerInvariant();
        var first = whole?.Split('-')[0];
        var page = LegacyPages.FirstOrDefault(page => page.Languages.Contains(whole));
        page = page.Languages is null ? LegacyPages.FirstOrDefault(page => page.Languages.Contains(first)) : page;
        return CodePagesEncodingProvider.Instance.GetEncoding(page.Languages is null ? Western : page.CodePage) ?? Encoding.Latin1;
    }
}
