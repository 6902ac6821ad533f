using System.Globalization;
using VideoIndex.Shots;

namespace VideoIndex.Accuracy.Fitting;

/// <summary>Fits the weights of a judge by Adam on the logarithm of the chance it gives to what is true, on standardised columns.</summary>
/// <remarks>The same rows give the same weights: the order they are shown in, and what weights begin at, come from a seed.</remarks>
internal sealed class JudgeTraining
{
    private const int Batch = 128;
    private const double Decay = 0.03, PointsPerOdds = 5;

    private readonly int _columns, _sums;
    private readonly double[] _means, _spreads, _weights, _slope, _first, _second, _hidden;
    private int _steps;

    public JudgeTraining(IReadOnlyList<(double[] Columns, bool Yes)> rows, int sums, int rounds, int seed)
    {
        (_columns, _sums) = (rows[0].Columns.Length, sums);
        _means = [.. Enumerable.Range(0, _columns).Select(at => rows.Average(row => row.Columns[at]))];
        _spreads = [.. Enumerable.Range(0, _columns).Select(at => Math.Sqrt(rows.Average(row => Math.Pow(row.Columns[at] - _means[at], 2)) + 1e-6))];
        var random = new Random(seed);
        var standard = rows.Select(row => (Columns: row.Columns.Select((column, at) => (column - _means[at]) / _spreads[at]).ToArray(), row.Yes)).ToArray();
        var size = sums * (_columns + 1) + sums + 1;
        _weights = [.. Enumerable.Range(0, size).Select(at => at < sums * (_columns + 1) ? (random.NextDouble() - 0.5) * Math.Sqrt(6.0 / _columns) : (random.NextDouble() - 0.5))];
        (_slope, _first, _second, _hidden) = (new double[size], new double[size], new double[size], new double[sums]);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(standard);
            var rate = 0.004 * (1 - 0.97 * round / rounds);
            for (var from = 0; from < standard.Length; from += Batch)
            {
                var upTo = Math.Min(standard.Length, from + Batch);
                for (var row = from; row < upTo; row++)
                {
                    Learn(standard[row].Columns, standard[row].Yes);
                }

                Step(rate, upTo - from);
            }
        }
    }

    /// <summary>Returns the weights as the judge wants them.</summary>
    public (int[][] Sums, int[] Points) Whole()
    {
        var sums = new int[_sums][];
        for (var sum = 0; sum < _sums; sum++)
        {
            var at = sum * (_columns + 1);
            var constant = _weights[at] - Enumerable.Range(0, _columns).Sum(column => _weights[at + 1 + column] * _means[column] / _spreads[column]);
            sums[sum] = [(int)Math.Round(constant * 256), .. Enumerable.Range(0, _columns).Select(column => (int)Math.Round(_weights[at + 1 + column] / _spreads[column] * 1024))];
        }

        return (sums, [.. _weights.Skip(_sums * (_columns + 1)).Select(weight => (int)Math.Round(weight * PointsPerOdds * CutStrength.Fine))]);
    }

    /// <summary>Returns weights as they are written in the source.</summary>
    public static string Text((int[][] Sums, int[] Points) weights)
    {
        static string Row(int[] row) => "[" + string.Join(", ", row.Select(one => one.ToString(CultureInfo.InvariantCulture))) + "]";
        return $"new(\n            [\n{string.Join("\n", weights.Sums.Select(row => $"                {Row(row)},"))}\n            ],\n            {Row(weights.Points)}),";
    }

    private void Learn(double[] columns, bool yes)
    {
        var output = _sums * (_columns + 1);
        var answer = _weights[output];
        for (var sum = 0; sum < _sums; sum++)
        {
            var at = sum * (_columns + 1);
            var value = _weights[at];
            for (var column = 0; column < _columns; column++)
            {
                value += _weights[at + 1 + column] * columns[column];
            }

            _hidden[sum] = Math.Max(0, value);
            answer += _hidden[sum] * _weights[output + 1 + sum];
        }

        var error = 1 / (1 + Math.Exp(-answer)) - (yes ? 1 : 0);
        _slope[output] += error;
        for (var sum = 0; sum < _sums; sum++)
        {
            _slope[output + 1 + sum] += error * _hidden[sum];
            if (_hidden[sum] > 0)
            {
                var (at, back) = (sum * (_columns + 1), error * _weights[output + 1 + sum]);
                _slope[at] += back;
                for (var column = 0; column < _columns; column++)
                {
                    _slope[at + 1 + column] += back * columns[column];
                }
            }
        }
    }

    private void Step(double rate, int rows)
    {
        _steps++;
        var (first, second) = (1 - Math.Pow(0.9, _steps), 1 - Math.Pow(0.999, _steps));
        for (var at = 0; at < _weights.Length; at++)
        {
            var slope = _slope[at] / rows;
            _slope[at] = 0;
            _first[at] = 0.9 * _first[at] + 0.1 * slope;
            _second[at] = 0.999 * _second[at] + 0.001 * slope * slope;
            _weights[at] -= rate * (_first[at] / first / (Math.Sqrt(_second[at] / second) + 1e-8) + Decay * _weights[at]);
        }
    }
}
