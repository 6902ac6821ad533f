using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Footage;

/// <summary>Draws the frames in which two shots share the screen.</summary>
internal static class Joints
{
    /// <summary>Draws over <paramref name="next"/> what is still to be seen of the shot before.</summary>
    public static void Join(Joint joint, Picture before, Picture next, double part)
    {
        switch (joint)
        {
            case Joint.BlendedCut:
            case Joint.Dissolve:
                next.Mix(before, 1 - part);
                break;
            case Joint.FadeThroughBlack:
            case Joint.FadeThroughWhite:
                var white = joint == Joint.FadeThroughWhite ? 235.0 : 0.0;
                if (part < 0.5)
                {
                    next.CopyFrom(before);
                }

                var seen = Math.Abs(part - 0.5) * 2;
                next.Expose(seen, white * (1 - seen));
                break;
            case Joint.Wipe:
                var edge = (int)(part * Picture.Width);
                for (var row = 0; row < Picture.Height; row++)
                {
                    var at = row * Picture.Width;
                    before.Luma.AsSpan(at + edge, Picture.Width - edge).CopyTo(next.Luma.AsSpan(at + edge));
                }

                break;
        }
    }
}
