using System.Globalization;

namespace VideoIndex.Ffmpeg.Captions.Tracks;

/// <summary>Reads bytes as ffprobe prints them: <c>00000000: 0003 6f6f 70      ..oop</c>, sixteen a line.</summary>
internal static class HexDump
{
    private const int DigitsFrom = 10; // after the offset, its colon and a space
    private const int DigitsLength = 40; // eight groups of four digits and a space

    /// <summary>Returns the bytes; a line that is not as expected ends them.</summary>
    public static byte[] Read(string dump)
    {
        var bytes = new List<byte>(dump.Length / 4);
        foreach (var line in dump.AsSpan().EnumerateLines())
        {
            if (line.Length > DigitsFrom && !TryLine(line[DigitsFrom..Math.Min(line.Length, DigitsFrom + DigitsLength)], bytes))
            {
                break;
            }
        }

        return [.. bytes];
    }

    private static bool TryLine(ReadOnlySpan<char> digits, List<byte> bytes)
    {
        for (var at = 0; at + 1 < digits.Length;)
        {
            if (digits[at] == ' ')
            {
                at++;
                continue;
            }

            if (!byte.TryParse(digits.Slice(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                return false;
            }

            bytes.Add(value);
            at += 2;
        }

        return true;
    }
}
