namespace VideoIndex.Facts.Camera;

/// <summary>What a camera does. Several at once are possible: a pan while zooming.</summary>
[Flags]
internal enum CameraMove
{
    None = 0,
    PanLeft = 1,
    PanRight = 2,
    TiltUp = 4,
    TiltDown = 8,
    ZoomIn = 16,
    ZoomOut = 32,
    Static = 64,
    Handheld = 128,
}

/// <summary>Where the picture was at a frame, counted from the first of its shot: the sum of all motions up to it.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Seconds">When it is shown.</param>
/// <param name="Right">In hundredths of the picture's width.</param>
/// <param name="Down">In hundredths of its height.</param>
/// <param name="Growth">In hundredths.</param>
/// <param name="Fits">Whether enough of the picture went along for the motion to be believed.</param>
internal readonly record struct CameraSample(int Frame, double Seconds, double Right, double Down, double Growth, bool Fits);

/// <summary>How fast the picture moved around a frame, in hundredths a second, and how much it wobbled, in hundredths of its width.</summary>
internal readonly record struct CameraPace(
    double Right, double Down, double Growth, double PathRight, double PathDown, double PathGrowth, double Wobble, double Turns, double Known);
