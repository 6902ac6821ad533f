using System.Buffers.Binary;
using VideoIndex.Timing;

namespace VideoIndex.Copies.Sounds;

/// <summary>What a track of sound is recognised by: one word of 32 bits for about every eighth of a second, as Chromaprint makes them.</summary>
/// <remarks>
/// The algorithm is L. Lalinsky's Chromaprint (2010), version 2 as FFmpeg asks for it: each word says how the twelve pitch
/// classes of the 2.7 s around it rise and fall. Silence and a tone that holds give the same word again and again.
/// </remarks>
/// <param name="Start">When the first sample is heard, on the video's own timeline.</param>
/// <param name="Bytes">The words, little-endian, one after the other.</param>
public sealed record SoundPrint(MediaTime Start, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The number of bytes of a word.</summary>
    public const int Size = 4;

    // Windows of 4096 samples at 11,025 Hz, each overlapping the last by two thirds.
    private static readonly Rational Hop = new(4096 - 4096 * 2 / 3, 11_025);

    /// <summary>Gets the print of a video without sound, or whose sound could not be heard.</summary>
    public static SoundPrint None { get; } = new(default, default);

    /// <summary>Gets how many words there are.</summary>
    public int Count => Bytes.Length / Size;

    /// <summary>Returns a word, counted from the first.</summary>
    public uint this[int at] => BinaryPrimitives.ReadUInt32LittleEndian(Bytes.Span[(at * Size)..]);

    /// <summary>Returns when what a word is made of begins to be heard.</summary>
    public MediaTime TimeOf(int at) => Start + new MediaDuration(new Rational(at, 1) * Hop);

    /// <summary>Returns the first word that begins at a moment or later; <see cref="Count"/> when there is none.</summary>
    public int FirstFrom(MediaTime time) => (int)Math.Clamp(-(-((time - Start).Seconds / Hop)).Floor(), 0, Count);

    /// <summary>Returns the words as numbers.</summary>
    internal uint[] Words()
    {
        var words = new uint[Count];
        for (var at = 0; at < words.Length; at++)
        {
            words[at] = this[at];
        }

        return words;
    }
}
