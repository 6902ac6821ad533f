namespace VideoIndex.Speech.Mel;

/// <summary>
/// Triangles that sum the 201 powers of a spectrum up to a row each, evenly spaced on the mel scale from 0 to 8,000 Hz and of equal area: M. Slaney,
/// "Auditory Toolbox", version 2, 1998, where the scale is linear below 1,000 Hz and logarithmic above.
/// </summary>
internal sealed class MelFilters
{
    /// <summary>The powers of a spectrum: 0 to 8,000 Hz, 40 Hz apart.</summary>
    public const int Powers = 201;

    private const double Spacing = 40;
    private const double Top = 8000;
    private const double LinearTop = 1000;
    private const double MelsBelow = 15;
    private static readonly double LogStep = Math.Log(6.4) / 27;

    private readonly int[] _first;
    private readonly float[][] _weights;

    /// <summary>Creates them.</summary>
    /// <param name="rows">How many: 80 or 128 in the models known, any number from 1.</param>
    public MelFilters(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        (_first, _weights) = (new int[rows], new float[rows][]);
        var top = MelsBelow + (Math.Log(Top / LinearTop) / LogStep);
        for (var row = 0; row < rows; row++)
        {
            var (low, middle, high) = (Hertz(top, row, rows), Hertz(top, row + 1, rows), Hertz(top, row + 2, rows));
            var inside = Enumerable.Range(0, Powers).Where(x => x * Spacing > low && x * Spacing < high).ToArray();
            _first[row] = inside.Length == 0 ? 0 : inside[0];
            _weights[row] = [.. inside.Select(x => (float)(Rise(x * Spacing, low, middle, high) * 2 / (high - low)))];
        }
    }

    /// <summary>Gets how many rows there are.</summary>
    public int Rows => _first.Length;

    /// <summary>Returns what a row weighs, and from which power on.</summary>
    public (int First, ReadOnlyMemory<float> Weights) Row(int row) => (_first[row], _weights[row]);

    private static double Rise(double at, double low, double middle, double high) =>
        Math.Min((at - low) / (middle - low), (high - at) / (high - middle));

    private static double Hertz(double top, int edge, int rows)
    {
        var mel = top * edge / (rows + 1);
        return mel < MelsBelow ? mel * LinearTop / MelsBelow : LinearTop * Math.Exp((mel - MelsBelow) * LogStep);
    }
}
