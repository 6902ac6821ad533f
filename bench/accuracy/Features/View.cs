using VideoIndex.Features;
using VideoIndex.Looks;

namespace VideoIndex.Accuracy.Features;

/// <summary>A picture seen again: smaller or larger, turned about its middle, brighter or darker, with noise.</summary>
internal sealed class View(double scale, double degrees, double gain)
{
    private const double MiddleX = 479.5, MiddleY = 269.5;
    private readonly double _cos = Math.Cos(degrees * Math.PI / 180), _sin = Math.Sin(degrees * Math.PI / 180);

    public GrayPicture Of(GrayPicture picture, Random random)
    {
        var pixels = new byte[picture.Pixels.Length];
        var parts = scale < 0.8 ? 2 : 1;
        for (var at = 0; at < pixels.Length; at++)
        {
            var sum = 0.0;
            for (var part = 0; part < parts * parts; part++)
            {
                var (x, y) = Back(at % picture.Width + (part % parts + 0.5) / parts - 0.5, at / picture.Width + (part / parts + 0.5) / parts - 0.5);
                sum += Between(picture, x, y) / (parts * parts);
            }

            pixels[at] = (byte)Math.Clamp(sum * gain + random.NextDouble() * 8 - 4 + 0.5, 0, 255);
        }

        return new GrayPicture(picture.Width, picture.Height, pixels);
    }

    /// <summary>Returns where a keypoint lies in the picture itself, and how large and turned it is there.</summary>
    public Place Back(Keypoint keypoint)
    {
        var (x, y) = Back(keypoint.X, keypoint.Y);
        return new Place(x, y, keypoint.Scale / scale, keypoint.Angle - degrees);
    }

    private (double X, double Y) Back(double x, double y) =>
        (((x - MiddleX) * _cos + (y - MiddleY) * _sin) / scale + MiddleX, ((y - MiddleY) * _cos - (x - MiddleX) * _sin) / scale + MiddleY);

    private static double Between(GrayPicture picture, double x, double y)
    {
        if (x < 0 || y < 0 || x >= picture.Width - 1 || y >= picture.Height - 1)
        {
            return 128;
        }

        var (at, fx, fy) = ((int)y * picture.Width + (int)x, x - (int)x, y - (int)y);
        var upper = picture.Pixels[at] * (1 - fx) + picture.Pixels[at + 1] * fx;
        return upper * (1 - fy) + (picture.Pixels[at + picture.Width] * (1 - fx) + picture.Pixels[at + picture.Width + 1] * fx) * fy;
    }

    internal readonly record struct Place(double X, double Y, double Scale, double Angle)
    {
        public bool IsAt(Keypoint other) =>
            Math.Abs(X - other.X) < Math.Max(2, Scale) && Math.Abs(Y - other.Y) < Math.Max(2, Scale) && Math.Abs(Math.Log2(Scale / other.Scale)) < 0.4
            && Math.Abs((Angle - other.Angle + 900) % 360 - 180) < 20;
    }
}
