using System.Runtime.InteropServices;

namespace VideoIndex.Vision.Shots;

/// <summary>A 64-bit hash of a picture's bytes.</summary>
/// <remarks>
/// Four lanes take eight bytes in turn; each step multiplies what it holds by what it reads (both first mixed with
/// constants) to 128 bits and folds the halves together with xor. Four lanes because a multiplication takes four
/// times as long to answer as to begin. Written for speed and spread, not against forgery. Frozen: it is stored.
/// </remarks>
internal static class Fingerprint
{
    // The fractional parts of the square roots of 2, 3, 5, 7 and 11: constants with nothing up the sleeve.
    private const ulong First = 0x6A09E667F3BCC908, Second = 0xBB67AE8584CAA73B, Third = 0x3C6EF372FE94F82B;
    private const ulong Fourth = 0xA54FF53A5F1D36F1, Last = 0x510E527FADE682D1;

    /// <summary>Returns the hash of bytes whose number is a multiple of 32.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            var words = MemoryMarshal.Cast<byte, ulong>(bytes);
            var (a, b, c, d) = (First, Second, Third, Fourth);
            for (var i = 0; i + 3 < words.Length; i += 4)
            {
                a = Fold(a + Last, Word(words[i]) ^ First);
                b = Fold(b + Last, Word(words[i + 1]) ^ Second);
                c = Fold(c + Last, Word(words[i + 2]) ^ Third);
                d = Fold(d + Last, Word(words[i + 3]) ^ Fourth);
            }

            return Fold(Fold(a ^ First, b ^ Second) ^ Third, Fold(c ^ Fourth, d ^ Last) ^ (ulong)bytes.Length);
        }
    }

    private static ulong Word(ulong value) =>
        BitConverter.IsLittleEndian ? value : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value);

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
