namespace VideoIndex.Logos.Pixels;

/// <summary>How much there is in a pattern that chance would have to hit.</summary>
/// <remarks>
/// How far the correlation of two pictures strays by chance goes with the sum of their squared autocorrelations (Bartlett 1935): a pattern
/// of N pixels whose neighbours are alike strays as one of fewer would.
/// </remarks>
internal static class PatternDetail
{
    /// <summary>Returns as how many independent pixels a picture counts.</summary>
    public static double Of(byte[] pixels, int width, int height)
    {
        var mean = pixels.Sum(pixel => (long)pixel) / (double)pixels.Length;
        var centred = Array.ConvertAll(pixels, pixel => pixel - mean);
        var power = centred.Sum(value => value * value);
        if (power < 1)
        {
            return 0;
        }

        var sum = 0.0;
        for (var down = 0; down < height / 2; down++)
        {
            for (var across = -width / 2; across < width / 2; across++)
            {
                var shared = Shared(centred, width, height, across, down) / power;
                sum += (down == 0 ? 1 : 2) * shared * shared;
            }
        }

        return pixels.Length / sum;
    }

    private static double Shared(double[] centred, int width, int height, int across, int down)
    {
        var sum = 0.0;
        for (var y = 0; y < height - down; y++)
        {
            var (here, there) = (y * width, ((y + down) * width) + across);
            for (var x = Math.Max(0, -across); x < width - Math.Max(0, across); x++)
            {
                sum += centred[here + x] * centred[there + x];
            }
        }

        return sum;
    }
}
