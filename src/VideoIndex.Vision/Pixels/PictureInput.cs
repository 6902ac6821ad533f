namespace VideoIndex.Vision.Pixels;

/// <summary>How a model wants its pictures: three planes of one size, one after the other.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record PictureInput(int Width, int Height)
{
    /// <summary>Gets whether a picture keeps its shape, in the top left corner, with padding to its right or below; else it is stretched.</summary>
    public bool Letterboxed { get; init; }

    /// <summary>Gets the level of the padding, 0 to 255; 114, a middle gray, by default.</summary>
    public byte Padding { get; init; } = 114;

    /// <summary>Gets whether red is the first plane and blue the last; the other way round by default.</summary>
    public bool RedFirst { get; init; }

    /// <summary>Gets what is taken from each level of 0 to 255, 0 by default.</summary>
    public float Mean { get; init; }

    /// <summary>Gets by what each is multiplied then, 1 by default.</summary>
    public float Factor { get; init; } = 1;

    /// <summary>Gets how many values there are.</summary>
    public int Values => 3 * Width * Height;

    /// <summary>Returns where a picture lies in the input.</summary>
    internal PicturePlacement Place(int width, int height)
    {
        if (!Letterboxed)
        {
            return new PicturePlacement(Width, Height, (double)width / Width, (double)height / Height);
        }

        var ratio = Math.Min((double)Height / height, (double)Width / width);
        return new PicturePlacement(Math.Max(1, (int)(width * ratio)), Math.Max(1, (int)(height * ratio)), 1 / ratio, 1 / ratio);
    }
}

/// <summary>Where a picture lies in a model's input, from its top left corner.</summary>
/// <param name="Width">How much it takes, in pixels of the input.</param>
/// <param name="Height">How much it takes, in pixels of the input.</param>
/// <param name="Across">How many pixels of the picture one of the input is.</param>
/// <param name="Down">How many pixels of the picture one of the input is.</param>
internal readonly record struct PicturePlacement(int Width, int Height, double Across, double Down);
