namespace VideoIndex.Ffmpeg.Lettering;

/// <summary>A picture that letters are drawn on.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Pixels">Its bytes, row after row.</param>
/// <param name="Ink">The bytes of one inked pixel; as many as every pixel has.</param>
internal sealed record Board(int Width, int Height, byte[] Pixels, byte[] Ink)
{
    /// <summary>Inks a rectangle, as far as it lies on the picture.</summary>
    public void Fill(int left, int top, int width, int height)
    {
        for (var y = Math.Max(0, top); y < Math.Min(Height, top + height); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(Width, left + width); x++)
            {
                Ink.CopyTo(Pixels.AsSpan(((y * Width) + x) * Ink.Length));
            }
        }
    }
}
