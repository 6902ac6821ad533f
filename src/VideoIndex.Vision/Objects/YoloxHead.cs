using VideoIndex.Inference;
using VideoIndex.Objects;
using VideoIndex.Vision.Pixels;

namespace VideoIndex.Vision.Objects;

/// <summary>Reads models of the YOLOX family (Ge et al. 2021, "YOLOX: Exceeding YOLO Series in 2021"), of any size.</summary>
/// <remarks>
/// A row for each cell of grids of 8, 16 and 32 pixels: the middle within its cell and the logarithm of the sides, in cells; how likely there
/// is anything; and of what class it would be, if so. The score is the product of the last two, both from 0 to 1.
/// </remarks>
internal sealed class YoloxHead : IDetectionHead
{
    private const int BoxAndThing = 5;
    private static readonly int[] Strides = [8, 16, 32];

    private readonly int _classes;

    /// <summary>Creates one.</summary>
    /// <param name="width">The width of the pictures the model takes, a multiple of 32.</param>
    /// <param name="height">The height of the pictures the model takes, a multiple of 32.</param>
    /// <param name="classes">How many classes it knows.</param>
    public YoloxHead(int width, int height, int classes)
    {
        _classes = classes;
        Input = new PictureInput(width, height) { Letterboxed = true };
        Outputs = [[1, Strides.Sum(stride => width / stride * (height / stride)), BoxAndThing + classes]];
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
        ReadOnlySpan<float> rows = outputs[0].Span;
        var length = BoxAndThing + _classes;
        foreach (var stride in Strides)
        {
            for (var y = 0; y < Input.Height / stride; y++)
            {
                for (var x = 0; x < Input.Width / stride; x++)
                {
                    if (!ReadCell(rows[..length], (x, y, stride), floor, found))
                    {
                        return false;
                    }

                    rows = rows[length..];
                }
            }
        }

        return true;
    }

    private static bool ReadCell(ReadOnlySpan<float> cell, (int X, int Y, int Stride) at, float floor, List<Detection> found)
    {
        var thing = cell[4];
        if (thing < floor)
        {
            return true;
        }

        var box = Box(cell, at);
        if (!(thing <= 1 && float.IsFinite(box.Right - box.Left) && float.IsFinite(box.Bottom - box.Top)))
        {
            return false;
        }

        var classes = cell[BoxAndThing..];
        for (var label = 0; label < classes.Length; label++)
        {
            if (classes[label] * thing >= floor)
            {
                found.Add(new Detection(label, classes[label] * thing, box));
            }
        }

        return true;
    }

    private static DetectionBox Box(ReadOnlySpan<float> cell, (int X, int Y, int Stride) at)
    {
        var (x, y) = ((cell[0] + at.X) * at.Stride, (cell[1] + at.Y) * at.Stride);
        var (halfWidth, halfHeight) = (MathF.Exp(cell[2]) * at.Stride / 2, MathF.Exp(cell[3]) * at.Stride / 2);
        return new DetectionBox(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }
}
