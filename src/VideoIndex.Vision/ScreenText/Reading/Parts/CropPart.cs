namespace VideoIndex.Vision.ScreenText.Reading.Parts;

/// <summary>A part of a crop that is read at once.</summary>
/// <param name="Left">Its first column, in pixels of the crop.</param>
/// <param name="Top">Its first row, in pixels of the crop.</param>
/// <param name="Width">How wide it is, in pixels.</param>
/// <param name="Height">How high it is, in pixels.</param>
internal readonly record struct CropPart(int Left, int Top, int Width, int Height)
{
    /// <summary>Returns how wide the part is where it is made a number of pixels high, 1 at the least.</summary>
    public int WidthAt(int height) => (int)Math.Clamp(Math.Ceiling((double)Width * height / Math.Max(1, Height)), 1, int.MaxValue);
}
