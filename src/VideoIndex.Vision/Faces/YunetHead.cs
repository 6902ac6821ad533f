using VideoIndex.Inference;
using VideoIndex.Objects;
using VideoIndex.Vision.Objects;
using VideoIndex.Vision.Pixels;

namespace VideoIndex.Vision.Faces;

/// <summary>Reads YuNet, a finder of faces (Wu, Peng and Yu 2023, "YuNet: A Tiny Millisecond-level Face Detector").</summary>
/// <remarks>
/// Grids of 8, 16 and 32 pixels, each with four outputs: how likely a face, how likely anything, the box, and five points of the face. The score
/// is the root of the product of the first two. The points are not read: nothing here needs them, and they tell more of a person than where the face is.
/// </remarks>
internal sealed class YunetHead : IDetectionHead
{
    /// <summary>The longest side of the pictures where the model takes any, in pixels. What it costs grows with the square.</summary>
    public const int LongestSide = 1280;

    // Smaller pictures are enlarged to this and no further. Measured with planted faces (docs/faces.md): from 640 to 1280, nine of ten of 24 pixels and more are found.
    private const int EnlargedTo = 640;

    private const int Multiple = 32, BoxValues = 4, PointValues = 10;
    private static readonly int[] Strides = [8, 16, 32];

    private readonly bool _any;

    /// <summary>Creates one.</summary>
    /// <param name="width">The width of the pictures the model takes, a multiple of 32; 0 for any.</param>
    /// <param name="height">The height of the pictures the model takes, a multiple of 32; 0 for any.</param>
    public YunetHead(int width, int height)
        : this(width == 0 || height == 0 ? LongestSide : width, width == 0 || height == 0 ? LongestSide : height, width == 0 || height == 0)
    {
    }

    private YunetHead(int width, int height, bool any)
    {
        _any = any;
        Input = new PictureInput(width, height) { Letterboxed = true, Padding = 0 };
        Outputs = [.. new[] { 1, 1, BoxValues, PointValues }.SelectMany(values => Strides.Select(stride => new[] { 1, width / stride * (height / stride), values }))];
    }

    /// <inheritdoc/>
    public PictureInput Input { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int[]> Outputs { get; }

    /// <inheritdoc/>
    public float Overlap => 0.3f;

    /// <inheritdoc/>
    public IDetectionHead For(int width, int height)
    {
        if (!_any)
        {
            return this;
        }

        var longer = Math.Max(width, height);
        var ratio = (double)Math.Clamp(longer, EnlargedTo, LongestSide) / longer;
        var (across, down) = (Whole(width * ratio), Whole(height * ratio));
        return (across, down) == (Input.Width, Input.Height) ? this : new YunetHead(across, down, any: true);
    }

    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<Tensor<float>> outputs, float floor, List<Detection> found)
    {
        for (var at = 0; at < Strides.Length; at++)
        {
            ReadOnlySpan<float> faces = outputs[at].Span, things = outputs[Strides.Length + at].Span, boxes = outputs[2 * Strides.Length + at].Span;
            var columns = Input.Width / Strides[at];
            for (var cell = 0; cell < faces.Length; cell++)
            {
                var (face, thing) = (faces[cell], things[cell]);
                if (face is not (>= 0 and <= 1) || thing is not (>= 0 and <= 1))
                {
                    return false;
                }

                var score = MathF.Sqrt(face * thing);
                if (score >= floor)
                {
                    found.Add(new Detection(0, score, Box(boxes.Slice(cell * BoxValues, BoxValues), cell % columns, cell / columns, Strides[at])));
                }
            }
        }

        return found.TrueForAll(face => float.IsFinite(face.Box.Right - face.Box.Left) && float.IsFinite(face.Box.Bottom - face.Box.Top));
    }

    private static DetectionBox Box(ReadOnlySpan<float> values, int column, int row, int stride)
    {
        var (x, y) = ((column + values[0]) * stride, (row + values[1]) * stride);
        var (halfWidth, halfHeight) = (MathF.Exp(values[2]) * stride / 2, MathF.Exp(values[3]) * stride / 2);
        return new DetectionBox(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    private static int Whole(double side) => Math.Max(Multiple, (int)Math.Ceiling(Math.Round(side, 3) / Multiple) * Multiple);
}
