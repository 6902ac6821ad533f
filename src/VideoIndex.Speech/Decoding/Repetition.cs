using System.IO.Compression;
using System.Text;

namespace VideoIndex.Speech.Decoding;

/// <summary>Tells how much a text repeats itself.</summary>
public static class Repetition
{
    /// <summary>
    /// Returns how many times longer a text is than when packed: 1.4 or so for a sentence, above 2.4 for a loop; 0 for no text. As
    /// <c>compression_ratio</c> of OpenAI's <c>utils.py</c>, which packs with zlib at level 6; .NET's smallest size differs from that by two bytes at
    /// most.
    /// </summary>
    public static double CompressionRatio(string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return (double)bytes.Length / packed.Length;
    }
}
