using VideoIndex.Copies.Pictures;
using VideoIndex.Facts;
using VideoIndex.Looks;
using VideoIndex.Shots;

namespace VideoIndex.Similar.Evidence;

/// <summary>What is kept of a shot's pictures, two a second: 16 x 9 means of luma and of the two colour differences, without bars around the picture.</summary>
internal sealed class ShotPictures
{
    private ShotPictures(IReadOnlyList<SmallPicture> pictures, bool hasColour) => (Pictures, HasColour) = (pictures, hasColour);

    /// <summary>Gets the pictures, one at least.</summary>
    public IReadOnlyList<SmallPicture> Pictures { get; }

    /// <summary>Gets whether their colours are known: those of a shot without a look are not.</summary>
    public bool HasColour { get; }

    /// <summary>Reads those of a stretch; null where its frames have no sketches.</summary>
    /// <param name="evidence">What was kept of the video's frames.</param>
    /// <param name="area">Where the picture is in the video's frames.</param>
    /// <param name="shot">The stretch.</param>
    public static ShotPictures? Of(FrameEvidence evidence, PictureArea area, Stretch shot)
    {
        if (shot.Frames <= 0 || evidence.Sketches.Count < shot.Until)
        {
            return null;
        }

        var (first, until) = LookRange.In(evidence.Looks, shot);
        if (first == until)
        {
            var middle = evidence.Sketches.Luma((shot.First + shot.Until) / 2);
            return new ShotPictures([new SmallPicture(Inside(area, middle), [], [])], hasColour: false);
        }

        var pictures = new List<SmallPicture>(until - first);
        for (var look = first; look < until; look++)
        {
            var facts = evidence.Looks.At(look);
            pictures.Add(new SmallPicture(Inside(area, evidence.Sketches.Luma(evidence.Looks.Frames[look])), Inside(area, facts.U), Inside(area, facts.V)));
        }

        return new ShotPictures(pictures, hasColour: true);
    }

    /// <summary>Reads a picture that is no frame of a video.</summary>
    public static ShotPictures Of(ColourPicture picture)
    {
        var (luma, u, v) = (new float[FrameSketches.Means], new float[FrameSketches.Means], new float[FrameSketches.Means]);
        for (var cell = 0; cell < FrameSketches.Means; cell++)
        {
            var (row, column) = Math.DivRem(cell, FrameSketches.Width);
            var (red, green, blue) = Mean(
                picture,
                (column * picture.Width / FrameSketches.Width, (column + 1) * picture.Width / FrameSketches.Width),
                (row * picture.Height / FrameSketches.Height, (row + 1) * picture.Height / FrameSketches.Height));
            luma[cell] = (0.2126f * red) + (0.7152f * green) + (0.0722f * blue); // ITU-R BT.709, as looks are
            (u[cell], v[cell]) = (128 + ((blue - luma[cell]) / 1.8556f), 128 + ((red - luma[cell]) / 1.5748f));
        }

        return new ShotPictures([new SmallPicture(luma, u, v)], hasColour: true);
    }

    /// <summary>Returns the same as a mirror shows it.</summary>
    public ShotPictures Mirrored() => new([.. Pictures.Select(picture => picture.Mirrored())], HasColour);

    // Of a picture that has fewer pixels than there are cells, a pixel stands for several.
    private static (float Red, float Green, float Blue) Mean(ColourPicture picture, (int First, int Until) columns, (int First, int Until) rows)
    {
        var (red, green, blue, count) = (0L, 0L, 0L, 0);
        for (var row = rows.First; row < Math.Max(rows.First + 1, rows.Until); row++)
        {
            for (var column = columns.First; column < Math.Max(columns.First + 1, columns.Until); column++)
            {
                var at = ((row * picture.Width) + column) * ColourPicture.Channels;
                (red, green, blue, count) = (red + picture.Rgba[at], green + picture.Rgba[at + 1], blue + picture.Rgba[at + 2], count + 1);
            }
        }

        return ((float)red / count, (float)green / count, (float)blue / count);
    }

    private static float[] Inside(PictureArea area, ReadOnlySpan<byte> means)
    {
        Span<int> whole = stackalloc int[FrameSketches.Means], inside = stackalloc int[FrameSketches.Means];
        for (var cell = 0; cell < means.Length; cell++)
        {
            whole[cell] = means[cell] * Fine;
        }

        area.Stretch(whole, inside);
        var picture = new float[FrameSketches.Means];
        for (var cell = 0; cell < picture.Length; cell++)
        {
            picture[cell] = inside[cell] / (float)Fine;
        }

        return picture;
    }

    private const int Fine = 64; // of a level: stretching is in whole numbers
}

/// <summary>A picture of 16 x 9 means, rows top to bottom; of its colours nothing where they are not known.</summary>
internal sealed record SmallPicture(float[] Luma, float[] U, float[] V)
{
    /// <summary>Returns it as a mirror shows it.</summary>
    public SmallPicture Mirrored() => new(Mirrored(Luma), Mirrored(U), Mirrored(V));

    private static float[] Mirrored(float[] means)
    {
        var mirrored = (float[])means.Clone();
        for (var row = 0; row + FrameSketches.Width <= mirrored.Length; row += FrameSketches.Width)
        {
            mirrored.AsSpan(row, FrameSketches.Width).Reverse();
        }

        return mirrored;
    }
}
