using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using VideoIndex.Hearing;

namespace VideoIndex.Testing.Hearing;

/// <summary>
/// A wave file of 16-bit samples as it is: its chunks are RIFF's, "Multimedia Programming Interface and Data Specifications 1.0", IBM and
/// Microsoft, 1991.
/// </summary>
/// <param name="Rate">The samples of a channel in a second.</param>
/// <param name="Channels">How many channels there are.</param>
/// <param name="Samples">The samples, those of one moment lying together.</param>
public sealed record WaveFile(int Rate, int Channels, short[] Samples)
{
    public static WaveFile Read(string path)
    {
        var file = File.ReadAllBytes(path).AsSpan();
        if (file.Length < 12 || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WAVE"u8))
        {
            throw new FormatException($"{path} is no wave file.");
        }

        var (rate, channels, samples) = (0, 0, Array.Empty<short>());
        for (var at = 12; at + 8 <= file.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]), (uint)(file.Length - at - 8));
            var body = file.Slice(at + 8, length);
            if (file[at..].StartsWith("fmt "u8))
            {
                (channels, rate) = (BinaryPrimitives.ReadInt16LittleEndian(body[2..]), BinaryPrimitives.ReadInt32LittleEndian(body[4..]));
                Assert.Equal(16, BinaryPrimitives.ReadInt16LittleEndian(body[14..]));
            }
            else if (file[at..].StartsWith("data"u8))
            {
                samples = MemoryMarshal.Cast<byte, short>(body[..(length / 2 * 2)]).ToArray();
            }

            at += 8 + length + (length % 2);
        }

        return new WaveFile(rate, channels, samples);
    }

    /// <summary>Writes a sound as a wave file of one channel.</summary>
    public static void Write(string path, ArraySound sound)
    {
        using var file = new BinaryWriter(File.Create(path), Encoding.Latin1);
        var bytes = 2 * sound.Samples.Length;
        file.Write("RIFF"u8);
        file.Write(36 + bytes);
        file.Write("WAVEfmt "u8);
        file.Write(16);
        file.Write((short)1);
        file.Write((short)1);
        file.Write(ISound.Rate);
        file.Write(2 * ISound.Rate);
        file.Write((short)2);
        file.Write((short)16);
        file.Write("data"u8);
        file.Write(bytes);
        foreach (var sample in sound.Samples)
        {
            file.Write((short)Math.Clamp(Math.Round(sample * 32768), short.MinValue, short.MaxValue));
        }
    }

    /// <summary>One channel of it, from 0; it must have 16,000 samples a second.</summary>
    public ArraySound Channel(int channel)
    {
        Assert.Equal(ISound.Rate, Rate);
        var one = new float[Samples.Length / Channels];
        for (var i = 0; i < one.Length; i++)
        {
            one[i] = Samples[(i * Channels) + channel] / 32768f;
        }

        return new ArraySound(one);
    }
}
