namespace VideoIndex.Accuracy.Logos.Drawing;

/// <summary>A picture as coders take it: luma, and chroma half as fine, in the narrow range of BT.709.</summary>
internal sealed class Frame(int width, int height)
{
    public int Width => width;

    public int Height => height;

    public byte[] Luma { get; } = new byte[width * height];

    public byte[] U { get; } = new byte[width * height / 4];

    public byte[] V { get; } = new byte[width * height / 4];

    /// <summary>Lets another frame show through.</summary>
    public void Mix(Frame other, double share)
    {
        var weight = (int)Math.Round(share * 256);
        foreach (var (to, from) in ((byte[], byte[])[])[(Luma, other.Luma), (U, other.U), (V, other.V)])
        {
            for (var at = 0; at < to.Length; at++)
            {
                to[at] = (byte)(to[at] + (((from[at] - to[at]) * weight) >> 8));
            }
        }
    }

    /// <summary>Adds grain to luma: a table of noise, begun at another place in each row.</summary>
    public void AddGrain(double strength, Random random)
    {
        var scale = (int)(strength * 16);
        for (var row = 0; row < height && scale > 0; row++)
        {
            var from = random.Next(Noise.Length - width);
            for (var x = 0; x < width; x++)
            {
                ref var luma = ref Luma[row * width + x];
                luma = (byte)Math.Clamp(luma + ((Noise[from + x] * scale) >> 9), 0, 255);
            }
        }
    }

    public void Write(Stream to)
    {
        to.Write(Luma);
        to.Write(U);
        to.Write(V);
    }

    /// <summary>Reads the next frame; false when there is none.</summary>
    public bool Read(Stream from)
    {
        if (from.ReadAtLeast(Luma, Luma.Length, throwOnEndOfStream: false) < Luma.Length)
        {
            return false;
        }

        from.ReadExactly(U);
        from.ReadExactly(V);
        return true;
    }

    private static readonly sbyte[] Noise = MakeNoise();

    private static sbyte[] MakeNoise()
    {
        var random = new Random(11);
        var noise = new sbyte[99991];
        for (var at = 0; at < noise.Length; at++)
        {
            noise[at] = (sbyte)((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 64);
        }

        return noise;
    }
}
