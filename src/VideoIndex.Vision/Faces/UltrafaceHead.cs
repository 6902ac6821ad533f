using VideoIndex.Inference;
using VideoIndex.Objects;
using VideoIndex.Vision.Objects;
using VideoIndex.Vision.Pixels;

namespace VideoIndex.Vision.Faces;

/// <summary>Reads the ultra-light finders of faces (Linzaer 2019, github.com/Linzaer/Ultra-Light-Fast-Generic-Face-Detector-1MB).</summary>
/// <remarks>
/// A row for each prior, a box the model starts from: how likely no face and a face, and either the corners of the box in parts of the picture,
/// or how far the face is from the prior (Liu et al. 2016, "SSD: Single Shot MultiBox Detector"), with variances of 0.1 and 0.2.
/// </remarks>
internal sealed class UltrafaceHead : IDetectionHead
{
    private const float PlaceVariance = 0.1f, SizeVariance = 0.2f;
    private static readonly (int Stride, int[] Sizes)[] Grids = [(8, [10, 16, 24]), (16, [32, 48]), (32, [64, 96]), (64, [128, 192, 256])];

    private readonly Prior[] _priors;
    private readonly bool _fromPriors;

    /// <summary>Creates one.</summary>
    /// <param name="width">The width of the pictures the model takes, in pixels.</param>
    /// <param name="height">The height of the pictures the model takes, in pixels.</param>
    /// <param name="fromPriors">Whether boxes are told as differences from priors.</param>
    public UltrafaceHead(int width, int height, bool fromPriors)
    {
        _fromPriors = fromPriors;
        _priors = [.. PriorsOf(width, height)];
        Input = new PictureInput(width, height) { RedFirst = true, Mean = 127, Factor = 1 / 128f };
        Outputs = [[1, _priors.Length, 2], [1, _priors.Length, 4]];
    }

    /// <inheritdoc/>
    public PictureInput Input { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int[]> Outputs { get; }

    /// <inheritdoc/>
    public float Overlap => 0.3f;

    /// <inheritdoc/>
    public IDetectionHead For(int width, int height) => this;

    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<Tensor<float>> outputs, float floor, List<Detection> found)
    {
        ReadOnlySpan<float> scores = outputs[0].Span, boxes = outputs[1].Span;
        for (var row = 0; row < _priors.Length; row++)
        {
            var score = scores[2 * row + 1];
            if (score is not (>= 0 and <= 1))
            {
                return false;
            }

            if (score >= floor)
            {
                found.Add(new Detection(0, score, Box(boxes.Slice(4 * row, 4), _priors[row])));
            }
        }

        return found.TrueForAll(face => float.IsFinite(face.Box.Right - face.Box.Left) && float.IsFinite(face.Box.Bottom - face.Box.Top));
    }

    private DetectionBox Box(ReadOnlySpan<float> values, in Prior prior)
    {
        if (!_fromPriors)
        {
            return new DetectionBox(values[0] * Input.Width, values[1] * Input.Height, values[2] * Input.Width, values[3] * Input.Height);
        }

        var (x, y) = (prior.X + PlaceVariance * values[0] * prior.Width, prior.Y + PlaceVariance * values[1] * prior.Height);
        var (halfWidth, halfHeight) = (prior.Width * MathF.Exp(SizeVariance * values[2]) / 2, prior.Height * MathF.Exp(SizeVariance * values[3]) / 2);
        return new DetectionBox((x - halfWidth) * Input.Width, (y - halfHeight) * Input.Height, (x + halfWidth) * Input.Width, (y + halfHeight) * Input.Height);
    }

    // A grid that does not come out even has one more cell, and its cells are a part of the picture each all the same.
    private static IEnumerable<Prior> PriorsOf(int width, int height) =>
        from grid in Grids
        let columns = (width + grid.Stride - 1) / grid.Stride
        let rows = (height + grid.Stride - 1) / grid.Stride
        from row in Enumerable.Range(0, rows)
        from column in Enumerable.Range(0, columns)
        from size in grid.Sizes
        select new Prior(
            Math.Min(1, (column + 0.5f) * grid.Stride / width),
            Math.Min(1, (row + 0.5f) * grid.Stride / height),
            Math.Min(1, (float)size / width),
            Math.Min(1, (float)size / height));

    private readonly record struct Prior(float X, float Y, float Width, float Height);
}
