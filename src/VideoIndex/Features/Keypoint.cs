namespace VideoIndex.Features;

/// <summary>A place in a picture that is found again when the picture is moved, turned, enlarged or lit otherwise.</summary>
/// <param name="X">In pixels; the centre of the leftmost pixels is 0.</param>
/// <param name="Y">In pixels; the centre of the topmost pixels is 0.</param>
/// <param name="Scale">How large it is: the standard deviation of the blur it stands out most at, in pixels. A disc of radius r stands out at about r / 1.6.</param>
/// <param name="Angle">Where brightness rises most steeply around it, in degrees from 0 up to 360, clockwise as seen; 0 is to the right.</param>
public readonly record struct Keypoint(float X, float Y, float Scale, float Angle);
