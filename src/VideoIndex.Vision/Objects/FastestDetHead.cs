using VideoIndex.Inference;
using VideoIndex.Objects;
using VideoIndex.Vision.Pixels;

namespace VideoIndex.Vision.Objects;

/// <summary>Reads models of the FastestDet family (Ma 2022, github.com/dog-qiuqiu/FastestDet).</summary>
/// <remarks>
/// One grid of 16 pixels; for each value a plane of the grid: how likely there is anything, the middle (through a hyperbolic tangent, from
/// the corner of the cell, in cells), the sides (through a logistic curve, as a part of the picture), and of what class it would be. Only a
/// cell's likeliest class is told: the classes of a cell add up to one, so it says of no second thing that it is there.
/// </remarks>
internal sealed class FastestDetHead : IDetectionHead
{
    private const int BoxAndThing = 5, Stride = 16;

    private readonly int _classes;

    /// <summary>Creates one.</summary>
    /// <param name="width">The width of the pictures the model takes, a multiple of 16.</param>
    /// <param name="height">The height of the pictures the model takes, a multiple of 16.</param>
    /// <param name="classes">How many classes it knows.</param>
    public FastestDetHead(int width, int height, int classes)
    {
        _classes = classes;
        Input = new PictureInput(width, height) { Factor = 1 / 255f };
        Outputs = [[1, BoxAndThing + classes, height / Stride, width / Stride]];
    }

    /// <inheritdoc/>
    public PictureInput Input { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int[]> Outputs { get; }

    /// <inheritdoc/>
    public float Overlap => 0.45f;

    /// <inheritdoc/>
    public IDetectionHead For(int width, int height) => this;

    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<Tensor<float>> outputs, float floor, List<Detection> found)
    {
        ReadOnlySpan<float> values = outputs[0].Span;
        var (columns, rows) = (Input.Width / Stride, Input.Height / Stride);
        for (var cell = 0; cell < columns * rows; cell++)
        {
            var thing = values[cell];
            if (thing < floor)
            {
                continue;
            }

            if (!(thing <= 1))
            {
                return false;
            }

            var (label, likely) = Likeliest(values[cell..], columns * rows);
            if (likely * thing >= floor)
            {
                found.Add(new Detection(label, likely * thing, Box(values[cell..], columns, rows, cell)));
            }
        }

        return true;
    }

    private (int Label, float Likely) Likeliest(ReadOnlySpan<float> values, int cells)
    {
        var best = (Label: 0, Likely: values[BoxAndThing * cells]);
        for (var label = 1; label < _classes; label++)
        {
            var likely = values[(BoxAndThing + label) * cells];
            best = likely > best.Likely ? (label, likely) : best;
        }

        return best;
    }

    private DetectionBox Box(ReadOnlySpan<float> values, int columns, int rows, int cell)
    {
        var cells = columns * rows;
        var x = (cell % columns + MathF.Tanh(values[cells])) / columns * Input.Width;
        var y = (cell / columns + MathF.Tanh(values[2 * cells])) / rows * Input.Height;
        var (halfWidth, halfHeight) = (Logistic(values[3 * cells]) * Input.Width / 2, Logistic(values[4 * cells]) * Input.Height / 2);
        return new DetectionBox(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    private static float Logistic(float value) => 1 / (1 + MathF.Exp(-value));
}
