using System.Buffers.Binary;
using VideoIndex.Hearing;

namespace VideoIndex.SpeechServices.Sound;

/// <summary>Writes sound as a WAV file: one channel, 16,000 samples a second, 16 bits each (RIFF WAVE, format 1).</summary>
internal static class WaveFile
{
    /// <summary>The bytes before the samples.</summary>
    public const int Header = 44;

    private const int Block = 1 << 16;

    /// <summary>Returns how many bytes a file of so many samples has.</summary>
    public static long SizeOf(long samples) => Header + 2 * samples;

    /// <summary>Writes a piece of a sound.</summary>
    /// <param name="sound">The sound.</param>
    /// <param name="piece">Which part of it.</param>
    /// <param name="stream">Takes the file.</param>
    /// <returns>Whether there is anything but digital silence in it.</returns>
    public static bool Write(ISound sound, SoundPiece piece, Stream stream)
    {
        Span<byte> header = stackalloc byte[Header];
        Fill(header, 2 * piece.Length);
        stream.Write(header);
        var (samples, bytes, isHeard) = (new float[Block], new byte[2 * Block], false);
        for (var done = 0; done < piece.Length; done += Block)
        {
            var part = samples.AsSpan(0, Math.Min(Block, piece.Length - done));
            sound.Read(piece.First + done, part);
            for (var at = 0; at < part.Length; at++)
            {
                var value = Level(part[at]);
                isHeard |= value != 0;
                BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * at), value);
            }

            stream.Write(bytes, 0, 2 * part.Length);
        }

        return isHeard;
    }

    // NaN becomes silence.
    private static short Level(float sample) => sample is >= -1 and <= 1 ? (short)MathF.Round(sample * short.MaxValue) : sample > 1 ? short.MaxValue : sample < -1 ? (short)-short.MaxValue : (short)0;

    private static void Fill(Span<byte> header, int bytes)
    {
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], Header - 8 + bytes);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1); // samples as they are
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1); // one channel
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], ISound.Rate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], 2 * ISound.Rate);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], bytes);
    }
}
