namespace VideoIndex.Accuracy.Scenes;

/// <summary>A painted world larger than the picture, that a camera can move over. It repeats at its edges.</summary>
internal sealed class World
{
    public const int Size = 1024;
    private const int Mask = Size - 1;

    private readonly byte[] _luma = new byte[Size * Size];

    public static World Nature(Random random, double roughness)
    {
        var world = new World();
        var heights = Octaves(random, roughness);
        var (dark, bright) = (random.Next(10, 70), random.Next(150, 240));
        var steps = random.Next(3) == 0 ? random.Next(4, 9) : 0;
        for (var i = 0; i < heights.Length; i++)
        {
            var height = Math.Clamp(heights[i], 0, 1);
            height = steps == 0 ? height : MathF.Floor(height * steps) / steps;
            world._luma[i] = (byte)(dark + (bright - dark) * height);
        }

        return world;
    }

    public static World Built(Random random, double roughness)
    {
        var world = Nature(random, roughness * 0.8);
        var count = random.Next(20, 90);
        var large = random.Next(60, 260);
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (random.Next(Size), random.Next(Size));
            var (width, height) = (random.Next(12, large), random.Next(12, large));
            var tone = random.Next(15, 240);
            world.Box(x, y, width, height, tone);
            if (random.Next(2) == 0)
            {
                var (step, pane) = (random.Next(8, 24), random.Next(15, 240));
                for (var wy = y + 4; wy + step / 2 < y + height; wy += step)
                {
                    for (var wx = x + 4; wx + step / 2 < x + width; wx += step)
                    {
                        world.Box(wx, wy, step / 2, step / 2, pane);
                    }
                }
            }
        }

        return world;
    }

    /// <summary>A studio or a room: large calm areas, few edges.</summary>
    public static World Room(Random random)
    {
        var world = Nature(random, 0.25);
        for (var i = 0; i < world._luma.Length; i++)
        {
            world._luma[i] = (byte)(world._luma[i] / 3 + 60);
        }

        for (var i = random.Next(8, 20); i > 0; i--)
        {
            world.Box(random.Next(Size), random.Next(Size), random.Next(40, 300), random.Next(40, 300), random.Next(20, 220));
        }

        return world;
    }

    /// <summary>Draws what a camera sees: centre in world pixels, world pixels per picture pixel, turn in radians.</summary>
    public void Draw(Picture to, double centreX, double centreY, double scale, double turn)
    {
        var (cos, sin) = ((int)(Math.Cos(turn) * scale * 65536), (int)(Math.Sin(turn) * scale * 65536));
        for (var y = 0; y < Picture.Height; y++)
        {
            var (dx, dy) = (-Picture.Width / 2, y - Picture.Height / 2);
            var u = (int)((long)(centreX % Size * 65536) + (long)dx * cos - (long)dy * sin);
            var v = (int)((long)(centreY % Size * 65536) + (long)dx * sin + (long)dy * cos);
            var row = to.Luma.AsSpan(y * Picture.Width, Picture.Width);
            for (var x = 0; x < row.Length; x++)
            {
                var (left, top) = ((u >> 16) & Mask, (v >> 16) & Mask);
                var (right, bottom) = ((left + 1) & Mask, (top + 1) & Mask);
                var (fx, fy) = ((u >> 8) & 255, (v >> 8) & 255);
                var upper = _luma[top * Size + left] * (256 - fx) + _luma[top * Size + right] * fx;
                var lower = _luma[bottom * Size + left] * (256 - fx) + _luma[bottom * Size + right] * fx;
                row[x] = (byte)((upper * (256 - fy) + lower * fy) >> 16);
                u += cos;
                v += sin;
            }
        }
    }

    private void Box(int x, int y, int width, int height, int tone)
    {
        for (var row = y; row < y + height; row++)
        {
            for (var column = x; column < x + width; column++)
            {
                _luma[(row & Mask) * Size + (column & Mask)] = (byte)tone;
            }
        }
    }

    // Value noise, each octave twice as fine and `roughness` as strong as the one before.
    private static float[] Octaves(Random random, double roughness)
    {
        var sum = new float[Size * Size];
        var (strength, total) = (1.0, 0.0);
        for (var cells = 4; cells <= 256; cells *= 2)
        {
            var grid = new float[cells * cells];
            for (var i = 0; i < grid.Length; i++)
            {
                grid[i] = (float)(random.NextDouble() * strength);
            }

            Add(sum, grid, cells);
            total += strength;
            strength *= roughness;
        }

        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] = (float)((sum[i] / total - 0.5) * 1.6 + 0.5);
        }

        return sum;
    }

    private static void Add(float[] sum, float[] grid, int cells)
    {
        var cell = Size / cells;
        for (var y = 0; y < Size; y++)
        {
            var (row, below) = (y / cell * cells, (y / cell + 1) % cells * cells);
            var fy = (float)(y % cell) / cell;
            for (var x = 0; x < Size; x++)
            {
                var (column, right) = (x / cell, (x / cell + 1) % cells);
                var fx = (float)(x % cell) / cell;
                var upper = grid[row + column] + (grid[row + right] - grid[row + column]) * fx;
                var lower = grid[below + column] + (grid[below + right] - grid[below + column]) * fx;
                sum[y * Size + x] += upper + (lower - upper) * fy;
            }
        }
    }
}
