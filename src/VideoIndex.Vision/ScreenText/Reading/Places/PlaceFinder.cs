using VideoIndex.Inference;
using VideoIndex.Looks;

namespace VideoIndex.Vision.ScreenText.Reading.Places;

/// <summary>Finds where words stand in a gray picture, with a model that takes pictures of any size.</summary>
/// <remarks>The model and its rules of preparation are those of PP-OCR's third version (C. Li et al., 2022). It may be used by several threads.</remarks>
/// <param name="session">The model; not closed here.</param>
/// <param name="map">How its map is understood.</param>
internal sealed class PlaceFinder(IModelSession session, PlaceMap map)
{
    // The model halves the picture five times.
    private const int Grain = 32;

    // Of each colour, in the order blue, green, red: the mean and the deviation, of values from 0 to 1, in the order the makers used.
    private static readonly (float Mean, float Deviation)[] Colours = [(0.485f, 0.229f), (0.456f, 0.224f), (0.406f, 0.225f)];

    /// <summary>Returns the places, in pixels of the picture.</summary>
    /// <param name="picture">The picture; what is missing to whole multiples of 32 is filled up with its last row and column.</param>
    /// <exception cref="ModelException">The model failed.</exception>
    public IReadOnlyList<TextPlace> Find(GrayPicture picture)
    {
        var (width, height) = ((picture.Width + Grain - 1) / Grain * Grain, (picture.Height + Grain - 1) / Grain * Grain);
        var input = new Tensor<float>(new float[Colours.Length * width * height], 1, Colours.Length, height, width);
        for (var colour = 0; colour < Colours.Length; colour++)
        {
            Fill(picture, Colours[colour], input.Span.Slice(colour * width * height, width * height), width);
        }

        var given = (Tensor<float>)session.Run(input)[0];
        return map.Places(given.Span, width);
    }

    private static void Fill(GrayPicture picture, (float Mean, float Deviation) colour, Span<float> plane, int width)
    {
        Span<float> levels = stackalloc float[256];
        for (var level = 0; level < levels.Length; level++)
        {
            levels[level] = ((level / 255f) - colour.Mean) / colour.Deviation;
        }

        for (var y = 0; y < plane.Length / width; y++)
        {
            var pixels = picture.Pixels.AsSpan(Math.Min(y, picture.Height - 1) * picture.Width, picture.Width);
            var row = plane.Slice(y * width, width);
            for (var x = 0; x < picture.Width; x++)
            {
                row[x] = levels[pixels[x]];
            }

            row[picture.Width..].Fill(row[picture.Width - 1]);
        }
    }
}
