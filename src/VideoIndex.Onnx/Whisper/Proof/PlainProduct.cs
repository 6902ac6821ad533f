using System.Numerics;
using System.Runtime.InteropServices;

namespace VideoIndex.Onnx.Whisper.Proof;

/// <summary>Arithmetic of networks, as their formulas say it.</summary>
internal static class PlainProduct
{
    private const float Epsilon = 1e-5f;

    /// <summary>Returns the product of rows with a matrix that has a row for each value that comes out, and a bias.</summary>
    public static float[] Of(ReadOnlySpan<float> rows, ReadOnlySpan<float> matrix, ReadOnlySpan<float> bias, int from, int to)
    {
        var made = new float[rows.Length / from * to];
        for (var column = 0; column < to; column++)
        {
            var weights = matrix.Slice(column * from, from);
            for (var row = 0; row < rows.Length / from; row++)
            {
                made[row * to + column] = Dot(rows.Slice(row * from, from), weights) + (bias.IsEmpty ? 0 : bias[column]);
            }
        }

        return made;
    }

    /// <summary>Returns the sum of products.</summary>
    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(one);
        var wideOther = MemoryMarshal.Cast<float, Vector<float>>(other);
        var sums = Vector<float>.Zero;
        for (var i = 0; i < wide.Length; i++)
        {
            sums += wide[i] * wideOther[i];
        }

        var sum = Vector.Sum(sums);
        for (var i = wide.Length * Vector<float>.Count; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    /// <summary>Returns rows with their mean taken away, divided by their deviation, scaled and moved.</summary>
    public static float[] Norm(ReadOnlySpan<float> rows, ReadOnlySpan<float> scale, ReadOnlySpan<float> bias)
    {
        var made = rows.ToArray();
        for (var start = 0; start < made.Length; start += scale.Length)
        {
            var row = made.AsSpan(start, scale.Length);
            var (sum, squares) = (0.0, 0.0);
            foreach (var value in row)
            {
                sum += value;
            }

            var mean = sum / row.Length;
            foreach (var value in row)
            {
                squares += (value - mean) * (value - mean);
            }

            var deviation = Math.Sqrt(squares / row.Length + Epsilon);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = (float)((row[i] - mean) / deviation * scale[i] + bias[i]);
            }
        }

        return made;
    }

    /// <summary>Bends values by the Gaussian error linear unit, exactly: x times the share of a normal distribution below x.</summary>
    public static float[] Bend(float[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(values[i] * (1 + Erf(values[i] / Math.Sqrt(2))) / 2);
        }

        return values;
    }

    /// <summary>Returns the error function: by its series (Abramowitz and Stegun, 7.1.6), which is 1 to all digits of 32 bits beyond 4.</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) > 4)
        {
            return Math.Sign(x);
        }

        var (term, sum) = (x, x);
        for (var n = 1; Math.Abs(term) > 1e-12 * Math.Abs(sum) && n < 200; n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
