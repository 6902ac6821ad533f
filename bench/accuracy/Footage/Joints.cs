using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Footage;

/// <summary>Draws the frames in which two shots share the screen, or one comes or goes.</summary>
internal static class Joints
{
    private const double White = 235;

    /// <summary>Draws over <paramref name="next"/> what is still to be seen of the shot before.</summary>
    public static void Join(PlannedShot shot, Picture before, Picture next, double part)
    {
        var style = shot.Style;
        part = style.Eased ? part * part * (3 - 2 * part) : part;
        switch (shot.Joint)
        {
            case Joint.BlendedCut:
            case Joint.Dissolve:
                next.Mix(before, 1 - part);
                break;
            case Joint.FadeThroughBlack:
            case Joint.FadeThroughWhite:
                if (part < 0.5)
                {
                    next.CopyFrom(before);
                }

                var seen = Math.Clamp((Math.Abs(part - 0.5) * 2 - style.Held) / (1 - style.Held), 0, 1);
                Fade(next, seen, shot.Joint == Joint.FadeThroughWhite ? White : style.Black);
                break;
            case Joint.FadeIn:
                Fade(next, part, style.Black);
                break;
            case Joint.Wipe:
                Wipe(style, before, next, part);
                break;
            case Joint.Push:
                Push(style.Shape, before, next, part);
                break;
        }
    }

    /// <summary>Leaves so much of a picture over a ground.</summary>
    public static void Fade(Picture picture, double seen, double ground) => picture.Expose(seen, ground * (1 - seen));

    private static void Wipe(JointStyle style, Picture before, Picture next, double part)
    {
        var soft = Math.Max(style.Soft, 1e-3);
        var front = part * (1 + soft);
        for (var row = 0; row < Picture.Height; row++)
        {
            for (var column = 0; column < Picture.Width; column++)
            {
                var share = Math.Clamp((front - Turn(style.Shape, column, row)) / soft, 0, 1);
                ref var luma = ref next.Luma[row * Picture.Width + column];
                luma = (byte)(before.Luma[row * Picture.Width + column] + (luma - before.Luma[row * Picture.Width + column]) * share);
            }
        }
    }

    /// <summary>Returns when a pixel's turn comes, 0 first to 1 last.</summary>
    private static double Turn(WipeShape shape, int column, int row)
    {
        var (x, y) = ((column + 0.5) / Picture.Width, (row + 0.5) / Picture.Height);
        return shape switch
        {
            WipeShape.Right => x,
            WipeShape.Left => 1 - x,
            WipeShape.Down => y,
            WipeShape.Up => 1 - y,
            WipeShape.Falling => (x + y) / 2,
            WipeShape.Rising => (x + 1 - y) / 2,
            WipeShape.Doors => Math.Abs(x - 0.5) * 2,
            WipeShape.Clock => Math.Atan2(x - 0.5, y - 0.5) / (2 * Math.PI) + 0.5,
            WipeShape.IrisIn => 1 - FromCentre(x, y),
            _ => FromCentre(x, y),
        };
    }

    private static double FromCentre(double x, double y) =>
        Math.Sqrt(Math.Pow((x - 0.5) * Picture.Width, 2) + Math.Pow((y - 0.5) * Picture.Height, 2)) / Math.Sqrt(Math.Pow(Picture.Width / 2.0, 2) + Math.Pow(Picture.Height / 2.0, 2));

    private static void Push(WipeShape shape, Picture before, Picture next, double part)
    {
        var arriving = next.Luma.ToArray();
        var (right, down) = shape switch
        {
            WipeShape.Right => ((int)(part * Picture.Width), 0),
            WipeShape.Left => (-(int)(part * Picture.Width), 0),
            WipeShape.Down => (0, (int)(part * Picture.Height)),
            _ => (0, -(int)(part * Picture.Height)),
        };
        for (var row = 0; row < Picture.Height; row++)
        {
            for (var column = 0; column < Picture.Width; column++)
            {
                var (x, y) = (column - right, row - down);
                var old = x >= 0 && x < Picture.Width && y >= 0 && y < Picture.Height;
                var at = (y + Picture.Height) % Picture.Height * Picture.Width + (x + Picture.Width) % Picture.Width;
                next.Luma[row * Picture.Width + column] = old ? before.Luma[at] : arriving[at];
            }
        }
    }
}
