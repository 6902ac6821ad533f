using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Text.Planting;

/// <summary>Draws what stands behind words: textures that are like photographs, and places of the other generator.</summary>
internal static class Backdrops
{
    public static Canvas Draw(string kind, Random random)
    {
        var canvas = new Canvas();
        canvas.Hills(random, random.Next(20, 110), random.Next(120, 235));
        switch (kind)
        {
            case "paper":
                canvas.Box(0, 0, Canvas.Width, Canvas.Height, random.Next(205, 250));
                break;
            case "dark":
                canvas.Box(0, 0, Canvas.Width, Canvas.Height, random.Next(8, 40));
                break;
            case "leaves" or "shards" or "stones":
                Dead(canvas, random, kind);
                break;
            case "grass" or "reeds":
                Blades(canvas, random, kind == "grass" ? 14_000 : 5_000, kind == "grass" ? 60 : 190);
                break;
            case "bricks" or "windows":
                Rows(canvas, random, kind == "windows");
                break;
            case "tiles" or "lattice":
                Tiles(canvas, random, kind == "tiles");
                break;
            case "blobs" or "boughs":
                Tangle(canvas, random, kind == "blobs");
                break;
            case "fence" or "net":
                Bars(canvas, random, kind == "net");
                break;
            case "crowd":
                Heads(canvas, random);
                break;
            case "noise" or "water":
                Rough(canvas, random, kind == "water");
                break;
            case "place" or "pitch":
                Enlarged(canvas, kind == "place" ? PlaceScene.Any(random, Family.Tune) : Pitch.Any(random));
                break;
        }

        if (random.Next(3) == 0)
        {
            canvas.Blur(random.Next(1, 4));
        }

        return canvas;
    }

    // Leaves lie on leaves, and there are far more small ones: the statistics of edges in photographs (Lee, Mumford and Huang 2001).
    private static void Dead(Canvas canvas, Random random, string kind)
    {
        for (var left = 6_000; left > 0; left--)
        {
            var radius = Math.Min(260, 5 / (0.02 + 0.98 * random.NextDouble()) * (1 + left / 1_000.0));
            var (x, y) = (random.Next(Canvas.Width), random.Next(Canvas.Height));
            var (luma, turn) = (random.Next(15, 240), random.NextDouble() * 6.3);
            if (kind == "shards")
            {
                canvas.Line(x, y, x + Math.Cos(turn) * radius, y + Math.Sin(turn) * radius, radius * 0.35 + 1.5, luma);
            }
            else
            {
                canvas.Ellipse(x, y, radius, kind == "leaves" ? 0.2 + 0.4 * random.NextDouble() : 0.8, turn, luma, random.Next(40));
            }
        }
    }

    private static void Blades(Canvas canvas, Random random, int count, int length)
    {
        for (var blade = 0; blade < count; blade++)
        {
            var (x, y) = (random.Next(Canvas.Width), random.Next(Canvas.Height + length));
            canvas.Line(x, y, x + random.Next(-length / 3, length / 3), y - random.Next(length / 3, length), 1.5 + random.NextDouble() * 4, random.Next(30, 225));
        }
    }

    private static void Rows(Canvas canvas, Random random, bool windows)
    {
        var (wide, high, gap) = (random.Next(30, 110), random.Next(16, 60), random.Next(2, windows ? 30 : 7));
        var (wall, pane) = (random.Next(20, 240), random.Next(20, 240));
        for (var (y, row) = (0, 0); y < Canvas.Height; y += high + gap, row++)
        {
            for (var x = windows ? 0 : row % 2 * -wide / 2; x < Canvas.Width; x += wide + gap)
            {
                canvas.Box(x, y, wide + gap, high + gap, wall);
                canvas.Box(x, y, wide, high, Math.Clamp(pane + random.Next(-25, 26), 0, 255));
                if (windows)
                {
                    canvas.Box(x + wide / 2, y, 3, high, wall);
                    canvas.Box(x, y + high / 3, wide, 2, wall);
                }
            }
        }
    }

    // Rounds in rows, or bars along and down.
    private static void Tiles(Canvas canvas, Random random, bool round)
    {
        var (wide, high, shift) = (random.Next(14, 70), random.Next(14, 70), random.Next(3) * 5);
        var (ground, luma, thick) = (random.Next(20, 240), random.Next(20, 240), random.Next(2, 9));
        canvas.Box(0, 0, Canvas.Width, Canvas.Height, ground);
        for (var (y, row) = (0, 0); y < Canvas.Height + high; y += high, row++)
        {
            for (var x = row * shift % wide; x < Canvas.Width + wide; x += wide)
            {
                if (round)
                {
                    canvas.Ellipse(x, y, wide * 0.42, (double)high / wide, 0, Math.Clamp(luma + random.Next(-12, 13), 0, 255), random.Next(30));
                    continue;
                }

                canvas.Box(x, y, thick, high, luma);
                canvas.Box(x, y, wide, thick, luma);
            }
        }
    }

    // Round things of one size anywhere, or boughs that part again and again.
    private static void Tangle(Canvas canvas, Random random, bool round)
    {
        var size = random.Next(5, 22);
        for (var at = 0; at < (round ? 9_000 : 260); at++)
        {
            var (x, y) = ((double)random.Next(Canvas.Width), (double)random.Next(Canvas.Height));
            if (round)
            {
                canvas.Ellipse(x, y, size * (0.6 + random.NextDouble()), 0.5 + random.NextDouble() / 2, random.NextDouble() * 3, random.Next(20, 235), 30);
                continue;
            }

            var (turn, luma) = (random.NextDouble() * 6.3, random.Next(10, 110));
            for (var thick = size * 1.5; thick > 1.5; thick *= 0.82)
            {
                var (toX, toY) = (x + Math.Cos(turn) * thick * 6, y + Math.Sin(turn) * thick * 6);
                canvas.Line(x, y, toX, toY, thick, luma);
                canvas.Line(toX, toY, toX + Math.Cos(turn + 0.9) * thick * 7, toY + Math.Sin(turn + 0.9) * thick * 7, thick * 0.5, luma);
                (x, y, turn) = (toX, toY, turn + random.NextDouble() - 0.5);
            }
        }
    }

    private static void Bars(Canvas canvas, Random random, bool net)
    {
        var (gap, thick, luma) = (random.Next(14, 50), random.Next(2, 9), random.Next(2) == 0 ? 235 : 20);
        for (var x = -Canvas.Height; x < Canvas.Width; x += gap)
        {
            canvas.Line(x, 0, net ? x + Canvas.Height * 0.7 : x, Canvas.Height, thick, luma);
            if (net)
            {
                canvas.Line(x + Canvas.Height, 0, x + Canvas.Height * 0.3, Canvas.Height, thick, luma);
            }
        }

        if (!net)
        {
            canvas.Box(0, Canvas.Height / 3.0, Canvas.Width, thick * 2, luma);
            canvas.Box(0, Canvas.Height * 0.8, Canvas.Width, thick * 2, luma);
        }
    }

    private static void Heads(Canvas canvas, Random random)
    {
        var size = random.Next(8, 26);
        for (var y = 0; y < Canvas.Height + 2 * size; y += size)
        {
            for (var x = 0; x < Canvas.Width; x += size * 2 - random.Next(size / 3 + 1))
            {
                var at = y + random.Next(size);
                canvas.Ellipse(x, at + size * 1.7, size * 1.1, 1.2, 0, random.Next(20, 240), 20);
                canvas.Ellipse(x, at, size * 0.6, 1.2, 0, random.Next(90, 220), 30);
                canvas.Ellipse(x, at - size * 0.3, size * 0.6, 0.6, 0, random.Next(10, 120), 0);
            }
        }
    }

    private static void Rough(Canvas canvas, Random random, bool water)
    {
        var strength = random.Next(20, 120);
        for (var at = 0; at < canvas.Luma.Length; at++)
        {
            canvas.Luma[at] = (byte)Math.Clamp(canvas.Luma[at] + random.Next(-strength, strength + 1), 0, 255);
        }

        canvas.Blur(random.Next(1, 4));
        for (var glint = 0; water && glint < 5_000; glint++)
        {
            canvas.Ellipse(random.Next(Canvas.Width), random.Next(Canvas.Height), random.Next(5, 40), 0.15, random.NextDouble() * 0.4 - 0.2, random.Next(60, 250), 0);
        }
    }

    private static void Enlarged(Canvas canvas, IScene scene)
    {
        var picture = new Picture();
        scene.Draw(picture, 0);
        for (var row = 0; row < Canvas.Height; row++)
        {
            for (var x = 0; x < Canvas.Width; x++)
            {
                canvas.Luma[row * Canvas.Width + x] = picture.Luma[row * Picture.Height / Canvas.Height * Picture.Width + x * Picture.Width / Canvas.Width];
            }
        }

        canvas.Blur(2);
    }
}
