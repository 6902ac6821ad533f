namespace VideoIndex.Facts.Camera;

/// <summary>Which pace is which move.</summary>
internal static class MoveRules
{
    /// <summary>The slowest pan, tilt and zoom, in hundredths of the picture a second; below <see cref="Rest"/> it stands.</summary>
    public const double Pan = 3, Zoom = 2.5, Rest = 0.8;

    /// <summary>The least wobble of a hand, and the most of a camera on its stand, in hundredths of the picture's width.</summary>
    public const double Hand = 0.08, Stand = 0.05;

    // A camera that is moved wobbles more on its stand too, and what is measured of it is less sure.
    private const double WobbleOfMoves = 0.004;

    private const double LeastTurns = 2.5, LeastKnown = 0.6, Straight = 0.7, BothWays = 0.4;

    /// <summary>Returns what a camera with such a pace does.</summary>
    public static CameraMove Of(CameraPace pace)
    {
        if (pace.Known < LeastKnown)
        {
            return CameraMove.None;
        }

        var (right, down, growth) = (Math.Abs(pace.Right), Math.Abs(pace.Down) * 9 / 16, Math.Abs(pace.Growth));
        var moves = CameraMove.None;
        if (right >= Pan && right >= Straight * pace.PathRight && right >= BothWays * down && right >= growth / 4)
        {
            moves |= pace.Right > 0 ? CameraMove.PanLeft : CameraMove.PanRight; // the picture goes the other way than the camera
        }

        if (Math.Abs(pace.Down) >= Pan && Math.Abs(pace.Down) >= Straight * pace.PathDown && down >= BothWays * right && down >= growth / 4)
        {
            moves |= pace.Down > 0 ? CameraMove.TiltUp : CameraMove.TiltDown;
        }

        if (growth >= Zoom && growth >= Straight * pace.PathGrowth && growth >= BothWays * Math.Max(right, down))
        {
            moves |= pace.Growth > 0 ? CameraMove.ZoomIn : CameraMove.ZoomOut;
        }

        if (pace.Wobble >= Hand + WobbleOfMoves * Math.Max(right, down) && pace.Turns >= LeastTurns)
        {
            moves |= CameraMove.Handheld;
        }

        return moves == CameraMove.None && right < Rest && Math.Abs(pace.Down) < Rest && growth < Rest && pace.Wobble < Stand
            ? CameraMove.Static
            : moves;
    }

    /// <summary>Returns how far along its direction a move goes a second.</summary>
    public static double SpeedOf(CameraMove move, CameraPace pace) => move switch
    {
        CameraMove.PanLeft => pace.Right,
        CameraMove.PanRight => -pace.Right,
        CameraMove.TiltUp => pace.Down,
        CameraMove.TiltDown => -pace.Down,
        CameraMove.ZoomIn => pace.Growth,
        CameraMove.ZoomOut => -pace.Growth,
        _ => 0,
    };
}
