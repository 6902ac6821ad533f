using System.Buffers.Binary;
using VideoIndex.Features;

namespace VideoIndex.Vision.Features.Codes;

/// <summary>What was learned from painted pictures: the quantiser, and codes that show nothing in particular.</summary>
/// <param name="Axes">For each bit the direction of its axis.</param>
/// <param name="Thresholds">For each bit its threshold.</param>
/// <param name="Background">The codes that show nothing in particular.</param>
internal sealed record CodeBook(short[] Axes, int[] Thresholds, FeatureCode[] Background)
{
    /// <summary>The file it is kept in: the axes, the thresholds, then the codes, little-endian.</summary>
    public const string File = "itq-128-1.bin";

    private const int AxesBytes = Quantizer.Size * Quantizer.Size * sizeof(short);
    private const int ThresholdBytes = Quantizer.Size * sizeof(int);

    /// <summary>Gets the one that comes with the program.</summary>
    public static CodeBook Trained { get; } = Read();

    /// <summary>Returns it as it is kept.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[AxesBytes + ThresholdBytes + Background.Length * FeatureCode.Bytes];
        for (var at = 0; at < Axes.Length; at++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(at * sizeof(short)), Axes[at]);
        }

        for (var at = 0; at < Thresholds.Length; at++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(AxesBytes + at * sizeof(int)), Thresholds[at]);
        }

        for (var at = 0; at < Background.Length; at++)
        {
            var to = bytes.AsSpan(AxesBytes + ThresholdBytes + at * FeatureCode.Bytes);
            BinaryPrimitives.WriteUInt64LittleEndian(to, Background[at].Low);
            BinaryPrimitives.WriteUInt64LittleEndian(to[8..], Background[at].High);
        }

        return bytes;
    }

    private static CodeBook Read()
    {
        using var stream = typeof(CodeBook).Assembly.GetManifestResourceStream(File)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var axes = Enumerable.Range(0, Quantizer.Size * Quantizer.Size).Select(at => BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(at * sizeof(short))));
        var thresholds = Enumerable.Range(0, Quantizer.Size).Select(at => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(AxesBytes + at * sizeof(int))));
        var codes = bytes.AsSpan(AxesBytes + ThresholdBytes);
        var background = new FeatureCode[codes.Length / FeatureCode.Bytes];
        for (var at = 0; at < background.Length; at++)
        {
            var code = codes[(at * FeatureCode.Bytes)..];
            background[at] = new FeatureCode(BinaryPrimitives.ReadUInt64LittleEndian(code), BinaryPrimitives.ReadUInt64LittleEndian(code[8..]));
        }

        return new CodeBook([.. axes], [.. thresholds], background);
    }
}
