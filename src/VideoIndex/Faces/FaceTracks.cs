using VideoIndex.Objects;

namespace VideoIndex.Faces;

/// <summary>Faces found in frames that follow one another, joined into tracks. Only places are compared, never looks: it knows nobody.</summary>
public static class FaceTracks
{
    // Boxes of one face differ less than this in size from one sighting to the next.
    private const float MostGrowth = 2.5f;

    /// <summary>Joins what was found, nearest first, each face to the track that was there within the last frames.</summary>
    /// <param name="frames">The boxes found in each frame.</param>
    /// <param name="gap">For how many frames a face may be lost from sight.</param>
    /// <returns>The sightings of each face, in order of time.</returns>
    public static IReadOnlyList<IReadOnlyList<Sighting>> Join(IReadOnlyList<IReadOnlyList<DetectionBox>> frames, int gap)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var (ended, open) = (new List<List<Sighting>>(), new List<List<Sighting>>());
        for (var frame = 0; frame < frames.Count; frame++)
        {
            ended.AddRange(open.Where(Lost));
            open.RemoveAll(Lost);
            Continue(open, frame, frames[frame]);

            bool Lost(List<Sighting> track) => frame - track[^1].Frame > gap + 1;
        }

        return [.. ended.Concat(open).OrderBy(track => track[0].Frame)];
    }

    private static void Continue(List<List<Sighting>> open, int frame, IReadOnlyList<DetectionBox> found)
    {
        var pairs = from track in open
                    from box in found
                    let last = track[^1].Box
                    where MayBeOne(last, box)
                    orderby Distance(last, box)
                    select (track, box);
        var left = found.ToList();
        foreach (var (track, box) in pairs)
        {
            if (track[^1].Frame < frame && left.Remove(box))
            {
                track.Add(new Sighting(frame, box));
            }
        }

        open.AddRange(left.Select(box => new List<Sighting> { new(frame, box) }));
    }

    // Their middles are no farther apart than either's sides: a face moves less than that between frames.
    private static bool MayBeOne(in DetectionBox one, in DetectionBox other)
    {
        var (width, otherWidth) = (one.Right - one.Left, other.Right - other.Left);
        var (height, otherHeight) = (one.Bottom - one.Top, other.Bottom - other.Top);
        return Math.Max(width, otherWidth) <= MostGrowth * Math.Min(width, otherWidth)
            && Math.Abs(one.Left + one.Right - other.Left - other.Right) <= width + otherWidth
            && Math.Abs(one.Top + one.Bottom - other.Top - other.Bottom) <= height + otherHeight;
    }

    private static float Distance(in DetectionBox one, in DetectionBox other)
    {
        var (x, y) = (one.Left + one.Right - other.Left - other.Right, one.Top + one.Bottom - other.Top - other.Bottom);
        return x * x + y * y;
    }
}

/// <summary>A face in a frame.</summary>
/// <param name="Frame">Which frame, from 0.</param>
/// <param name="Box">Where it is.</param>
public readonly record struct Sighting(int Frame, DetectionBox Box);
