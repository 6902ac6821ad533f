using VideoIndex.Looks;

namespace VideoIndex.Accuracy.Features;

/// <summary>A picture painted from a number: cloud, boxes, ellipses, stripes and rows of letter-like strokes, at twice its size and then made smaller.</summary>
/// <remarks>Only whole numbers, sums, products and roots, so the same number gives the same picture everywhere.</remarks>
internal sealed class PaintedPicture
{
    private readonly Random _random;
    private readonly int _width, _height;
    private readonly float[] _luma;

    private PaintedPicture(int seed, int width, int height)
    {
        (_random, _width, _height) = (new Random(seed), 2 * width, 2 * height);
        _luma = new float[_width * _height];
    }

    /// <summary>Paints one.</summary>
    public static GrayPicture Of(int seed, int width, int height)
    {
        var picture = new PaintedPicture(seed, width, height);
        picture.Cloud(_ => 20 + picture._random.Next(200));
        var shapes = width * height / 9000;
        for (var at = 0; at < shapes; at++)
        {
            switch (picture._random.Next(7))
            {
                case 0: picture.Box(); break;
                case 1: picture.Ellipse(); break;
                case 2: picture.Stripes(); break;
                case 3: picture.Veil(); break;
                default: picture.Letters(); break;
            }
        }

        return picture.Shrink(picture._random.Next(1, 7));
    }

    private int Any(int least, int most) => _random.Next(least, most + 1);

    // Value noise: from coarse to fine, each half as strong.
    private void Cloud(Func<int, int> tone)
    {
        var (low, high) = (tone(0), tone(1));
        for (var (cell, strength) = (256, 0.5f); cell >= 4; cell /= 2, strength *= 0.55f)
        {
            var columns = _width / cell + 2;
            var grid = new float[columns * (_height / cell + 2)];
            for (var at = 0; at < grid.Length; at++)
            {
                grid[at] = (float)_random.NextDouble();
            }

            for (var y = 0; y < _height; y++)
            {
                var (row, fy) = (y / cell * columns, (float)(y % cell) / cell);
                for (var x = 0; x < _width; x++)
                {
                    var (at, fx) = (row + x / cell, (float)(x % cell) / cell);
                    var upper = grid[at] + (grid[at + 1] - grid[at]) * fx;
                    var lower = grid[at + columns] + (grid[at + columns + 1] - grid[at + columns]) * fx;
                    _luma[y * _width + x] += (upper + (lower - upper) * fy) * strength * (high - low) + (cell == 256 ? low : 0);
                }
            }
        }
    }

    private void Box() => Fill(Any(0, _width), Any(0, _height), Any(16, 300), Any(16, 200), (_, _) => true, Any(0, 255));

    private void Veil()
    {
        var (left, top, width, height, tone) = (Any(0, _width), Any(0, _height), Any(60, 500), Any(60, 400), Any(0, 255));
        for (var y = top; y < Math.Min(_height, top + height); y++)
        {
            for (var x = left; x < Math.Min(_width, left + width); x++)
            {
                _luma[y * _width + x] = (_luma[y * _width + x] + tone + 24 * (float)_random.NextDouble()) / 2;
            }
        }
    }

    private void Ellipse()
    {
        var (width, height, hole) = (Any(16, 240), Any(16, 200), Any(0, 9) / 10.0);
        Fill(Any(0, _width), Any(0, _height), width, height, (x, y) => x * x + y * y is <= 1 and var away && away >= hole * hole, Any(0, 255));
    }

    private void Stripes()
    {
        var (across, down, step) = (Any(-3, 3), Any(-3, 3), Any(12, 60));
        var (width, height) = (Any(60, 400), Any(40, 300));
        Fill(Any(0, _width), Any(0, _height), width, height, (x, y) => (int)(Math.Abs(x * width * across + y * height * down) + step) / step % 2 == 0, Any(0, 255));
    }

    // A line of signs, each of two to four strokes between the nine points of a square.
    private void Letters()
    {
        var (size, x, y, tone) = (Any(12, 90), Any(0, _width), Any(0, _height), Any(0, 255));
        var (thick, lean, slope) = (Math.Max(2.0, size * Any(10, 26) / 100.0), Any(-20, 20) / 100.0, Any(-15, 15) / 100.0);
        for (var letter = Any(2, 12); letter > 0; letter--)
        {
            var (fromX, fromY) = (Any(0, 2), Any(0, 2));
            for (var stroke = Any(2, 4); stroke > 0; stroke--)
            {
                var (toX, toY) = (Any(0, 2), Any(0, 2));
                Stroke(Point(fromX, fromY), Point(toX, toY), thick, tone);
                (fromX, fromY) = (toX, toY);
            }

            (x, y) = (x + size, y + (int)(slope * size));
        }

        (double X, double Y) Point(int column, int row) => (x + column * 0.35 * size - lean * row * size / 2, y + row * size / 2.0);
    }

    private void Stroke((double X, double Y) from, (double X, double Y) to, double thick, int tone)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(dx * dx + dy * dy, 1e-9);
        var (left, right) = ((int)(Math.Min(from.X, to.X) - thick), (int)(Math.Max(from.X, to.X) + thick) + 1);
        var (top, bottom) = ((int)(Math.Min(from.Y, to.Y) - thick), (int)(Math.Max(from.Y, to.Y) + thick) + 1);
        for (var y = Math.Max(0, top); y < Math.Min(_height, bottom); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(_width, right); x++)
            {
                var along = Math.Clamp(((x - from.X) * dx + (y - from.Y) * dy) / length, 0, 1);
                var (awayX, awayY) = (x - from.X - along * dx, y - from.Y - along * dy);
                if (awayX * awayX + awayY * awayY <= thick * thick / 4)
                {
                    _luma[y * _width + x] = tone;
                }
            }
        }
    }

    private void Fill(int left, int top, int width, int height, Func<double, double, bool> inside, int tone)
    {
        for (var y = top; y < Math.Min(_height, top + height); y++)
        {
            for (var x = left; x < Math.Min(_width, left + width); x++)
            {
                if (inside(2.0 * (x - left) / width - 1, 2.0 * (y - top) / height - 1))
                {
                    _luma[y * _width + x] = tone;
                }
            }
        }
    }

    private GrayPicture Shrink(int noise)
    {
        var (width, height) = (_width / 2, _height / 2);
        var pixels = new byte[width * height];
        for (var at = 0; at < pixels.Length; at++)
        {
            var from = at / width * 2 * _width + at % width * 2;
            var mean = (_luma[from] + _luma[from + 1] + _luma[from + _width] + _luma[from + _width + 1]) / 4;
            pixels[at] = (byte)Math.Clamp(mean + (float)(_random.NextDouble() - 0.5) * noise + 0.5f, 0, 255);
        }

        return new GrayPicture(width, height, pixels);
    }
}
