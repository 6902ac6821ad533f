using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Looks;

namespace VideoIndex.Tests.Logos.Pixels;

/// <summary>A mark of 200 x 100 drawn by a rule that says where its ink is.</summary>
internal sealed class PaintedMark(Func<double, double, bool> inked)
{
    public const int Width = 200, Height = 100;
    private const int Fine = 4;

    /// <summary>Upright and level strokes of several widths, as letters have them.</summary>
    public static PaintedMark Stripes { get; } = new((x, y) =>
        x is > 4 and < 16 || (x is > 16 and < 50 && y is > 4 and < 18) || (x is > 62 and < 72 && y > 30) || (x is > 62 and < 104 && y is > 40 and < 54)
        || x is > 118 and < 128 || (x is > 128 and < 158 && y > 84) || (x is > 170 and < 194 && ((int)y / 14 % 2 == 0)));

    /// <summary>Strokes of the same kind in other places: another word in the same letters.</summary>
    public static PaintedMark OtherWord { get; } = new((x, y) =>
        (x is > 4 and < 16 && y > 30) || (x is > 16 and < 50 && y is > 40 and < 54) || x is > 62 and < 72 || (x is > 72 and < 104 && y > 84)
        || (x is > 118 and < 142 && ((int)y / 14 % 2 == 1)) || x is > 158 and < 168 || (x is > 168 and < 194 && y is > 4 and < 18));

    /// <summary>Four discs.</summary>
    public static PaintedMark Dots { get; } = new((x, y) => Math.Pow((x % 50) - 25, 2) + Math.Pow(y - 50, 2) < 400);

    /// <summary>Returns it as an example: black on nothing.</summary>
    public ColourPicture Picture()
    {
        var pixels = new byte[Width * Height * ColourPicture.Channels];
        for (var at = 0; at < Width * Height; at++)
        {
            pixels[(at * ColourPicture.Channels) + 3] = inked((at % Width) + 0.5, (at / Width) + 0.5) ? byte.MaxValue : (byte)0;
        }

        return new ColourPicture(Width, Height, pixels);
    }

    /// <summary>Returns a still of a look that shows it on an even ground.</summary>
    public Still Still(Affine pose, int width, int height, byte ink, byte ground, int shrunk)
    {
        var picture = new GrayPicture(width / shrunk, height / shrunk, new byte[width / shrunk * (height / shrunk)]);
        for (var at = 0; at < picture.Pixels.Length; at++)
        {
            var covered = 0;
            for (var part = 0; part < Fine * Fine; part++)
            {
                var x = ((at % picture.Width) + ((part % Fine) + 0.5) / Fine) * shrunk - 0.5 - pose.X;
                var y = ((at / picture.Width) + ((part / Fine) + 0.5) / Fine) * shrunk - 0.5 - pose.Y;
                var (u, v) = (((pose.D * x) - (pose.B * y)) / pose.Determinant + 0.5, ((pose.A * y) - (pose.C * x)) / pose.Determinant + 0.5);
                covered += u is > 0 and < Width && v is > 0 and < Height && inked(u, v) ? 1 : 0;
            }

            picture.Pixels[at] = (byte)(ground + ((ink - ground) * covered / (Fine * Fine)) + (at * 7 % 5) - 2);
        }

        return new Still(0, picture, 1.0 / shrunk);
    }
}
