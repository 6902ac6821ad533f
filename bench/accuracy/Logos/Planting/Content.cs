using VideoIndex.Accuracy.Logos.Drawing;
using VideoIndex.Accuracy.Logos.Marks;
using VideoIndex.Accuracy.Logos.Sets;

namespace VideoIndex.Accuracy.Logos.Planting;

/// <summary>How a mark is printed.</summary>
internal enum Version
{
    Original,
    OneColour,
    Inverted,
    Outlined,
}

/// <summary>What a plate shows: a mark on a board, in a version. The mark's rectangle is in pixels of the texture.</summary>
internal sealed record Content(Logo? Logo, Version Version, Texture Texture, double Left, double Top, double Right, double Bottom)
{
    private const int HighestMark = 300;

    /// <summary>Returns a mark on a board of its own size, a margin around it.</summary>
    public static Content OnBoard(Logo logo, Random random, bool cloth)
    {
        var (mark, version) = Printed(logo.Mark, random);
        var margin = (int)(mark.Height * (0.12 + (random.NextDouble() * 0.25))) + 6;
        var (width, height) = cloth
            ? ((int)(mark.Width * 1.9), (int)Math.Max(mark.Width * 1.9, mark.Height * 2.2))
            : (mark.Width + (2 * margin), mark.Height + (2 * margin));
        return Place(logo, mark, version, width, height, random);
    }

    /// <summary>Returns a mark in the middle of a board of a given size, as large as fits.</summary>
    public static Content OnBoard(Logo logo, int width, int height, Random random)
    {
        var (mark, version) = Printed(logo.Mark, random);
        var scale = Math.Min(width * 0.85 / mark.Width, height * 0.8 / mark.Height);
        return Place(logo, mark.Resize((int)(mark.Width * scale), (int)(mark.Height * scale)), version, width, height, random);
    }

    /// <summary>Returns a mark by itself, nothing around it.</summary>
    public static Content Alone(Logo logo)
    {
        var mark = Small(logo.Mark);
        return new Content(logo, Version.Original, new Texture(mark), 0, 0, mark.Width, mark.Height);
    }

    private static Content Place(Logo logo, Mark mark, Version version, int width, int height, Random random)
    {
        var (left, top) = ((width - mark.Width) / 2, (height - mark.Height) / 2);
        var board = new Mark(width, height);
        Span<byte> ink = [0, 0, 0, 255];
        var light = mark.Light();
        var ground = new Ink((byte)(light * 255), (byte)(light * 255), (byte)(light * 255)).Apart(random, 0.3);
        (ink[0], ink[1], ink[2]) = (ground.Red, ground.Green, ground.Blue);
        for (var at = 0; at < width * height; at++)
        {
            ink.CopyTo(board.Pixels.AsSpan(at * 4));
        }

        board.Lay(mark, left, top, 1);
        return new Content(logo, version, new Texture(board), left, top, left + mark.Width, top + mark.Height);
    }

    private static (Mark Mark, Version Version) Printed(Mark mark, Random random)
    {
        var small = Small(mark);
        var version = random.Next(20) switch { < 13 => Version.Original, < 16 => Version.OneColour, < 18 => Version.Inverted, _ => Version.Outlined };
        return (version switch
        {
            Version.OneColour => OneColour(small, random.Next(2) == 0 ? Ink.Of(random.NextDouble(), 0.5, 0.25) : Ink.Of(random.NextDouble(), 0.1, 0.95)),
            Version.Inverted => Inverted(small),
            Version.Outlined => Outlined(small, random.Next(2) == 0 ? Ink.Black : Ink.White),
            _ => small,
        }, version);
    }

    private static Mark Small(Mark mark)
    {
        var scale = Math.Min(1, Math.Min((double)HighestMark / mark.Height, 900.0 / mark.Width));
        return scale < 1 ? mark.Resize((int)(mark.Width * scale), (int)(mark.Height * scale)) : mark;
    }

    // In one ink, what was lighter than the rest is a lighter tint of it, so that letters on a ground can still be read.
    private static Mark OneColour(Mark mark, Ink ink)
    {
        var (least, most) = (1.0, 0.0);
        for (var at = 0; at < mark.Pixels.Length; at += 4)
        {
            var light = new Ink(mark.Pixels[at], mark.Pixels[at + 1], mark.Pixels[at + 2]).Light;
            (least, most) = mark.Pixels[at + 3] > 128 ? (Math.Min(least, light), Math.Max(most, light)) : (least, most);
        }

        var cover = new byte[mark.Width * mark.Height];
        for (var at = 0; at < cover.Length; at++)
        {
            var light = new Ink(mark.Pixels[at * 4], mark.Pixels[(at * 4) + 1], mark.Pixels[(at * 4) + 2]).Light;
            var share = most - least < 0.15 ? 1 : Math.Clamp(((most - light) / (most - least) * 1.6) - 0.3, 0.35, 1);
            cover[at] = (byte)(mark.Pixels[(at * 4) + 3] * share);
        }

        return new Mark(mark.Width, mark.Height).Paint(cover, ink);
    }

    private static Mark Inverted(Mark mark)
    {
        var inverted = new Mark(mark.Width, mark.Height);
        for (var at = 0; at < mark.Pixels.Length; at++)
        {
            inverted.Pixels[at] = at % 4 == 3 ? mark.Pixels[at] : (byte)(255 - mark.Pixels[at]);
        }

        return inverted;
    }

    // What is inked and has something else within reach.
    private static Mark Outlined(Mark mark, Ink ink)
    {
        var (cover, reach) = (new byte[mark.Width * mark.Height], Math.Max(3, mark.Height / 40));
        for (var y = 0; y < mark.Height; y++)
        {
            for (var x = 0; x < mark.Width; x++)
            {
                var most = 0;
                var here = mark.Pixels.AsSpan(((y * mark.Width) + x) * 4, 4);
                for (var at = 0; at < 8; at++)
                {
                    var (nearX, nearY) = (x + (int)Math.Round(reach * Math.Cos(at * Math.PI / 4)), y + (int)Math.Round(reach * Math.Sin(at * Math.PI / 4)));
                    var inside = (uint)nearX < (uint)mark.Width && (uint)nearY < (uint)mark.Height;
                    var near = inside ? mark.Pixels.AsSpan(((nearY * mark.Width) + nearX) * 4, 4) : default;
                    most = Math.Max(most, inside
                        ? Math.Abs(near[3] - here[3]) + ((Math.Abs(near[0] - here[0]) + Math.Abs(near[1] - here[1]) + Math.Abs(near[2] - here[2])) / 3)
                        : 255);
                }

                cover[(y * mark.Width) + x] = (byte)Math.Min(here[3], most);
            }
        }

        return new Mark(mark.Width, mark.Height).Paint(cover, ink);
    }
}
