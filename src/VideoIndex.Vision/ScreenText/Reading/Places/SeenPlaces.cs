using VideoIndex.Looks;

namespace VideoIndex.Vision.ScreenText.Reading.Places;

/// <summary>The places of words in the looks of one decode: the model runs only where a picture differs from the one before, if by one pixel.</summary>
/// <remarks>What is the very same picture has the very same places, so what it says depends on nothing but the look. It keeps a copy of the look before.</remarks>
/// <param name="places">What finds them; null for nothing, and then there are none.</param>
internal sealed class SeenPlaces(LookPlaces? places)
{
    private byte[] _luma = [];
    private (int Width, int Height) _size;
    private IReadOnlyList<TextPlace> _found = [];

    /// <summary>Returns the places, in pixels of the look.</summary>
    public IReadOnlyList<TextPlace> In(in LookPicture look)
    {
        if (places is null || (_size == (look.Width, look.Height) && look.Luma.SequenceEqual(_luma)))
        {
            return _found;
        }

        if (_luma.Length != look.Luma.Length)
        {
            _luma = new byte[look.Luma.Length];
        }

        look.Luma.CopyTo(_luma);
        (_size, _found) = ((look.Width, look.Height), places.Find(look.Luma, look.Width, look.Height));
        return _found;
    }
}
