using VideoIndex.Looks;

namespace VideoIndex.Vision.Pixels;

/// <summary>Writes looks into the input of a model. One is used by one thread at a time, and always with the same memory.</summary>
/// <remarks>Luma and chroma are scaled first and turned into colours then: fewer pixels are turned, and nothing of the whole picture is kept.</remarks>
/// <param name="input">How the model wants it.</param>
internal sealed class PictureWriter(PictureInput input)
{
    private readonly byte[] _rows = new byte[3 * input.Width];
    private (int Width, int Height) _size;
    private PlaneScaler? _luma, _chroma, _otherChroma;

    /// <summary>Writes a picture, and returns where it lies.</summary>
    /// <param name="picture">The picture, not empty.</param>
    /// <param name="to">The input, <see cref="PictureInput.Values"/> of them; what is beside the picture is written when its size changes.</param>
    public PicturePlacement Write(in LookPicture picture, Span<float> to)
    {
        var place = input.Place(picture.Width, picture.Height);
        if (_size != (picture.Width, picture.Height))
        {
            _size = (picture.Width, picture.Height);
            _luma = new PlaneScaler(picture.Width, picture.Height, place.Width, place.Height);
            _chroma = new PlaneScaler(picture.Width / 2, picture.Height / 2, place.Width, place.Height);
            _otherChroma = new PlaneScaler(picture.Width / 2, picture.Height / 2, place.Width, place.Height);
            to.Fill((input.Padding - input.Mean) * input.Factor);
        }

        _luma!.Begin();
        _chroma!.Begin();
        _otherChroma!.Begin();
        WriteRows(picture, place, to);
        return place;
    }

    private void WriteRows(in LookPicture picture, PicturePlacement place, Span<float> to)
    {
        var colours = ScreenColours.Of(picture.Width, picture.Height);
        var luma = _rows.AsSpan(0, place.Width);
        var u = _rows.AsSpan(input.Width, place.Width);
        var v = _rows.AsSpan(2 * input.Width, place.Width);
        var plane = input.Width * input.Height;
        for (var row = 0; row < place.Height; row++)
        {
            _luma!.Write(picture.Luma, row, luma);
            _chroma!.Write(picture.U, row, u);
            _otherChroma!.Write(picture.V, row, v);
            var first = to.Slice(row * input.Width, place.Width);
            var second = to.Slice(plane + row * input.Width, place.Width);
            var third = to.Slice(2 * plane + row * input.Width, place.Width);
            colours.Write(luma, u, v, input.RedFirst ? new(first, second, third) : new(third, second, first), input.Mean, input.Factor);
        }
    }
}
