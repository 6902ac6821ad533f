using VideoIndex.Vision.Features.Arithmetic;

namespace VideoIndex.Vision.Features.Points;

/// <summary>A Gaussian's values at whole distances from its middle.</summary>
internal sealed class Bell
{
    private readonly float[] _values;

    /// <summary>Creates one.</summary>
    /// <param name="furthest">The greatest distance it is ever asked for.</param>
    public Bell(int furthest)
    {
        Furthest = furthest;
        _values = new float[2 * furthest + 1 + 32];
    }

    /// <summary>Gets the greatest distance it is ever asked for.</summary>
    public int Furthest { get; }

    /// <summary>Gets the value at a distance to the left (below 0) or to the right.</summary>
    public ref float this[int distance] => ref _values[Furthest + distance];

    /// <summary>Becomes one with a standard deviation, up to a distance.</summary>
    public void Resize(double deviation, int distance)
    {
        var ratio = Exact.Exp(-1 / (2 * deviation * deviation)); // between distances 0 and 1; from one ratio to the next it is its square
        var (value, square) = (1.0, ratio * ratio);
        for (var at = 0; at <= distance; at++)
        {
            this[at] = this[-at] = (float)value;
            (value, ratio) = (value * ratio, ratio * square);
        }
    }
}
