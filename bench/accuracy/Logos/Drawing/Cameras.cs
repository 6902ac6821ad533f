using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Logos.Drawing;

/// <summary>Where cameras look. A camera that turns on its stand maps its first picture to each later one by a homography, whatever is before it.</summary>
internal static class Cameras
{
    /// <summary>Returns, for each frame of a shot, the way from the first picture to that frame's.</summary>
    public static Matrix[] Turning(Camera camera, int width, int height, double framesPerSecond, int frames)
    {
        // The scenes' cameras are made for pictures 480 wide.
        var (unit, focal) = (width / (double)Picture.Width, width * 1.1);
        var start = camera.At(0);
        return [.. Enumerable.Range(0, frames).Select(frame =>
        {
            var (x, y, scale, turn) = camera.At(frame / framesPerSecond);
            var (pan, tilt) = ((x - start.X) * unit / focal, (y - start.Y) * unit / focal);
            var (cp, sp, ct, st) = (Math.Cos(pan), Math.Sin(pan), Math.Cos(tilt), Math.Sin(tilt));
            var turned = new Matrix(1, 0, 0, 0, ct, -st, 0, st, ct) * new Matrix(cp, 0, -sp, 0, 1, 0, sp, 0, cp);
            var zoomed = Matrix.Scale(start.Scale / scale, start.Scale / scale) * Matrix.Turn(-(turn - start.Turn));
            var lens = Matrix.Scale(focal, focal);
            return Matrix.Move(width / 2.0, height / 2.0) * zoomed * lens * turned * Matrix.Scale(1 / focal, 1 / focal) * Matrix.Move(-width / 2.0, -height / 2.0);
        })];
    }
}
