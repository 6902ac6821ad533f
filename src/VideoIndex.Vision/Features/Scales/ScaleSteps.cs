namespace VideoIndex.Vision.Features.Scales;

/// <summary>How scale space is cut into layers: three to an octave, and as many more as finding extrema among them takes.</summary>
/// <remarks>Lowe 2004, "Distinctive image features from scale-invariant keypoints", sections 3.1 to 3.3.</remarks>
internal static class ScaleSteps
{
    /// <summary>How many scales of an octave keypoints are found at.</summary>
    public const int PerOctave = 3;

    /// <summary>How many blurred pictures an octave has.</summary>
    public const int Layers = PerOctave + 3;

    /// <summary>The blur of an octave's first layer: its standard deviation in pixels of the octave.</summary>
    public const double First = 1.6;

    private const double Camera = 0.5; // the blur a picture is taken to have
    private const double Reach = 3.5;  // standard deviations; what lies beyond is 0.05 % of a blur

    /// <summary>Gets the kernel that makes the first layer of the octave of twice the picture's size.</summary>
    public static GaussianKernel FromDoubled { get; } = Difference(2 * Camera, First);

    /// <summary>Gets the kernel that makes the first layer of the octave of the picture's own size.</summary>
    public static GaussianKernel FromPicture { get; } = Difference(Camera, First);

    /// <summary>Gets the kernels that make the other layers, each from the one before; the first is not used.</summary>
    public static GaussianKernel[] Steps { get; } =
        [.. Enumerable.Range(0, Layers).Select(layer => layer == 0 ? FromDoubled : Difference(Blur(layer - 1), Blur(layer)))];

    /// <summary>Returns the blur of a layer, or of what lies between layers, in pixels of its octave.</summary>
    public static double Blur(double layer) => First * Arithmetic.Exact.Exp2(layer / PerOctave);

    private static GaussianKernel Difference(double from, double to) => new(Math.Sqrt(to * to - from * from), Reach);
}
