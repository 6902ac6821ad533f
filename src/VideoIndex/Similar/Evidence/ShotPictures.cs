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

    /// <summary>Returns the same as a mirror shows it.</summary>
    public ShotPictures Mirrored() => new([.. Pictures.Select(picture => picture.Mirrored())], HasColour);

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
