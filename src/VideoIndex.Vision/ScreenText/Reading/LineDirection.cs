using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Vision.ScreenText.Reading.Parts;

namespace VideoIndex.Vision.ScreenText.Reading;

/// <summary>Says whether a line stands on its head, with a model that takes it 48 pixels high and 192 wide.</summary>
/// <remarks>PP-OCR's rule (Y. Du et al., 2020): what is wider is squeezed, what is narrower is filled up; it is turned where the model is nine tenths sure.</remarks>
internal sealed class LineDirection : IDisposable
{
    private const int Height = 48, Width = 192, Colours = 3;

    // Of the two shares the second says that it stands on its head.
    private const int Turned = 1;
    private const float Sure = 0.9f;

    private readonly Tensor<float> _line = new(new float[Colours * Height * Width], 1, Colours, Height, Width);
    private readonly Tensor<float> _shares = new(new float[2], 1, 2);
    private readonly IModelBinding _bound;

    /// <summary>Creates one over a model, which is not closed here.</summary>
    /// <exception cref="ModelException">The model takes or gives something else.</exception>
    public LineDirection(IModelSession session) => _bound = session.Bind([_line], [_shares]);

    /// <summary>Returns whether a part of a crop surely stands on its head.</summary>
    /// <exception cref="ModelException">The model failed.</exception>
    public bool IsTurned(GrayPicture crop, CropPart part)
    {
        LineScaler.Write(crop, part, Math.Min(Width, part.WidthAt(Height)), Width, Height, _line.Span);
        _bound.Run();
        return _shares.Span[Turned] >= Sure;
    }

    /// <inheritdoc/>
    public void Dispose() => _bound.Dispose();
}
