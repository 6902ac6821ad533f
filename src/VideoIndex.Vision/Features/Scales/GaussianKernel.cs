using VideoIndex.Vision.Features.Arithmetic;

namespace VideoIndex.Vision.Features.Scales;

/// <summary>The weights of a Gaussian blur in units of 1 / 32,768. They sum to exactly one, so that a flat picture stays as it is.</summary>
internal sealed class GaussianKernel
{
    /// <summary>How often each weight is repeated, so that it can be loaded for as many numbers at once.</summary>
    public const int Repeats = 32;

    private const int One = 1 << 15;

    /// <summary>Creates one.</summary>
    /// <param name="deviation">Its standard deviation in pixels.</param>
    /// <param name="reach">After how many standard deviations it ends.</param>
    public GaussianKernel(double deviation, double reach)
    {
        Radius = (int)Math.Floor(deviation * reach + 0.5);
        Weights = new short[(Radius + 1) * Repeats];
        var total = 0.0;
        for (var at = -Radius; at <= Radius; at++)
        {
            total += Weight(at, deviation);
        }

        var middle = One;
        for (var at = 1; at <= Radius; at++)
        {
            var weight = (short)Math.Floor(Weight(at, deviation) / total * One + 0.5);
            Weights.AsSpan(at * Repeats, Repeats).Fill(weight);
            middle -= 2 * weight;
        }

        Weights.AsSpan(0, Repeats).Fill((short)middle);
    }

    /// <summary>Gets how many pixels it reaches to each side.</summary>
    public int Radius { get; }

    /// <summary>Gets the weight of the middle, then of the pixels ever further away, each repeated.</summary>
    public short[] Weights { get; }

    private static double Weight(int at, double deviation) => Exact.Exp(-at * at / (2 * deviation * deviation));
}
