using System.Numerics;
using VideoIndex.Ffmpeg.Captions.Cea608;

namespace VideoIndex.Ffmpeg.Tests.Captions;

/// <summary>Writes caption pairs from a script: letters as they are, codes in braces, a pair a frame.</summary>
/// <remarks><c>{RCL}</c> once, <c>{EOC*2}</c> twice, <c>{1C2E}</c> any two bytes in hex, <c>{-}</c> a frame without words.</remarks>
internal static class PairScript
{
    private static readonly (string Name, int Code)[] Codes =
    [
        ("RCL", 0x1420), ("BS", 0x1421), ("DER", 0x1424), ("RU2", 0x1425), ("RU3", 0x1426), ("RU4", 0x1427),
        ("RDC", 0x1429), ("TR", 0x142A), ("EDM", 0x142C), ("CR", 0x142D), ("ENM", 0x142E), ("EOC", 0x142F),
        ("ROW1", 0x1140), ("ROW11", 0x1040), ("ROW14", 0x1440), ("ROW15", 0x1460), ("ROW15+8", 0x1474), ("TAB2", 0x1722), ("-", 0),
    ];

    public static IEnumerable<CaptionPair> Pairs(string script, bool secondField = false)
    {
        for (var at = 0; at < script.Length;)
        {
            if (script[at] == '{')
            {
                var end = script.IndexOf('}', at);
                var parts = script[(at + 1)..end].Split('*');
                var code = Array.FindIndex(Codes, code => code.Name == parts[0]) is >= 0 and var known ? Codes[known].Code : Convert.ToInt32(parts[0], 16);
                for (var times = parts.Length > 1 ? int.Parse(parts[1], null) : 1; times > 0; times--)
                {
                    yield return Pair(code >> 8, code & 0xFF, secondField);
                }

                at = end + 1;
            }
            else
            {
                var second = at + 1 < script.Length && script[at + 1] != '{' ? script[at + 1] : '\0';
                yield return Pair(script[at], second, secondField);
                at += second == '\0' ? 1 : 2;
            }
        }
    }

    public static byte WithParity(int value) =>
        (byte)(value | ((BitOperations.PopCount((uint)value) & 1) == 1 ? 0 : 0x80));

    private static CaptionPair Pair(int first, int second, bool secondField) =>
        new(secondField, WithParity(first), WithParity(second));
}
