using VideoIndex.Inference;
using VideoIndex.Looks;

namespace VideoIndex.Vision.Embeddings;

/// <summary>Makes a picture what a tower takes: of its size, three planes, its values prepared as its card says.</summary>
/// <remarks>
/// Pictures are made smaller by a triangle as wide as two pixels of the result, so that nothing flickers; networks were mostly taught with cubic curves, which
/// differs a little at edges.
/// </remarks>
/// <param name="width">In pixels.</param>
/// <param name="height">In pixels.</param>
/// <param name="preparation">How values are made; null for 0 to 1, red first, the picture stretched.</param>
internal sealed class PicturePlanes(int width, int height, InputPreparation? preparation)
{
    private const int Planes = 3;

    /// <summary>Returns the planes, one after the other.</summary>
    public float[] Of(ColourPicture picture)
    {
        var part = preparation?.Fit == "crop" ? picture.Part(Middle(picture)) : picture;
        var (columns, rows) = (Taps(part.Width, width), Taps(part.Height, height));
        var (narrow, planes) = (new float[part.Height * width * Planes], new float[Planes * width * height]);
        for (var row = 0; row < part.Height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                foreach (var (from, weight) in columns[column])
                {
                    var at = ((row * part.Width) + from) * ColourPicture.Channels;
                    for (var plane = 0; plane < Planes; plane++)
                    {
                        narrow[(((row * width) + column) * Planes) + plane] += weight * part.Rgba[at + plane];
                    }
                }
            }
        }

        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                for (var plane = 0; plane < Planes; plane++)
                {
                    var value = 0f;
                    foreach (var (from, weight) in rows[row])
                    {
                        value += weight * narrow[(((from * width) + column) * Planes) + plane];
                    }

                    var place = preparation?.Colours == "bgr" ? Planes - 1 - plane : plane;
                    planes[(((place * height) + row) * width) + column] = Prepared(value, place);
                }
            }
        }

        return planes;
    }

    private float Prepared(float value, int place) => preparation is { Mean: [_, _, _] mean, Deviation: [_, _, _] deviation }
        ? (value - (float)mean[place]) / (float)deviation[place]
        : value / byte.MaxValue;

    // The largest part of the shape that is wanted.
    private PixelBox Middle(ColourPicture picture)
    {
        var (across, down) = (picture.Width, (int)Math.Max(1, (long)picture.Width * height / width));
        if (down > picture.Height)
        {
            (across, down) = ((int)Math.Max(1, (long)picture.Height * width / height), picture.Height);
        }

        return new PixelBox((picture.Width - across) / 2, (picture.Height - down) / 2, across, down);
    }

    private static (int From, float Weight)[][] Taps(int from, int to)
    {
        var ratio = (double)from / to;
        var reach = Math.Max(1, ratio);
        return
        [
            .. Enumerable.Range(0, to).Select(at =>
            {
                var middle = ((at + 0.5) * ratio) - 0.5;
                var taps = Enumerable.Range((int)Math.Ceiling(middle - reach), (int)Math.Floor(2 * reach) + 1)
                    .Select(place => (From: Math.Clamp(place, 0, from - 1), Weight: Math.Max(0, 1 - (Math.Abs(place - middle) / reach))))
                    .Where(tap => tap.Weight > 0).ToList();
                return taps.Select(tap => (tap.From, (float)(tap.Weight / taps.Sum(one => one.Weight)))).ToArray();
            }),
        ];
    }
}
