using VideoIndex.Looks;

namespace VideoIndex.Vision.Looks.Motion;

/// <summary>Finds the one move and growth that most of a picture's blocks agree on.</summary>
/// <remarks>
/// The registration of Lucas and Kanade (1981), block by block, with a motion of three numbers (right, down, growth) fitted to all
/// blocks by least squares that are weighted anew with what each block leaves unexplained (Geman and McClure's weights), so that who walks through the
/// picture, or a caption that stands still, does not count. Whole numbers and the four operations: every machine agrees.
/// </remarks>
internal sealed class MotionFit
{
    private const int Across = MotionPicture.Width / BlockSums.Wide, Tall = MotionPicture.Height / BlockSums.Tall;
    private const int Rounds = 4, Weighings = 2;

    // In squared quarters of a gray level a pixel: what grain leaves, and the slopes below which a block has no detail.
    private const double Noise = 8, Grain = 40, LeastSlope = 30;

    private readonly BlockSums[] _sums = new BlockSums[Across * Tall];
    private readonly (int Right, int Down)[] _moves = new (int, int)[Across * Tall];
    private readonly double[] _left = new double[Across * Tall];
    private (int Left, int Top, int Right, int Bottom) _bars;

    /// <summary>Returns how the picture moved since the earlier one.</summary>
    public FrameMotion Of(MotionPicture picture, MotionPicture earlier)
    {
        var (one, other) = (picture.Bars, earlier.Bars);
        _bars = (Math.Min(one.Left, other.Left), Math.Min(one.Top, other.Top), Math.Min(one.Right, other.Right), Math.Min(one.Bottom, other.Bottom));
        var (right, down) = MotionSearch.Of(picture, earlier);
        var (motion, fit) = From(picture, earlier, new Similarity(right, down, 0));
        if (fit < 128 && (right, down) != (0, 0))
        {
            // What stands out most may be no more than a part: perhaps the rest hardly moved.
            var (second, secondFit) = From(picture, earlier, default);
            (motion, fit) = secondFit > fit ? (second, secondFit) : (motion, fit);
        }

        return fit == 0 ? default : new FrameMotion(
            Parts(motion.Right, MotionPicture.Width), Parts(motion.Down, MotionPicture.Height), Parts(motion.Growth, 1), fit);
    }

    private (Similarity Motion, byte Fit) From(MotionPicture picture, MotionPicture earlier, Similarity motion)
    {
        _moves.AsSpan().Fill((int.MinValue, 0));
        for (var round = 0; round < Rounds && Lay(picture, earlier, motion); round++)
        {
            var scale = Scale(motion);
            for (var weighing = 0; weighing < Weighings; weighing++)
            {
                motion = Solve(motion, scale);
            }
        }

        return (motion, Fit(motion));
    }

    // Puts each block on the whole pixel it came from; false when all lie there already. A block that came from outside says nothing.
    private bool Lay(MotionPicture picture, MotionPicture earlier, Similarity motion)
    {
        var moved = false;
        for (var block = 0; block < _sums.Length; block++)
        {
            var (x, y) = (block % Across * BlockSums.Wide, block / Across * BlockSums.Tall);
            var (right, down) = motion.At(block);
            var move = ((int)Math.Round(Math.Clamp(right, -99, 99)), (int)Math.Round(Math.Clamp(down, -99, 99)));
            if (move != _moves[block])
            {
                var (left, top) = (x - move.Item1, y - move.Item2);
                _sums[block] = IsInside(x, y, default) && IsInside(x, y, _bars) && IsInside(left, top, default)
                    ? BlockSums.Of(picture, y * MotionPicture.Width + x, earlier, top * MotionPicture.Width + left)
                    : default;
                (_moves[block], moved) = (move, true);
            }
        }

        return moved;
    }

    // One that lies in a black bar, or by its edge, says nothing of the picture.
    private static bool IsInside(int left, int top, (int Left, int Top, int Right, int Bottom) bars) =>
        left >= bars.Left && top >= bars.Top
        && left <= MotionPicture.Width - BlockSums.Wide - bars.Right && top <= MotionPicture.Height - BlockSums.Tall - bars.Bottom;

    // The middle one of what the blocks with detail leave unexplained: what is less counts fully, what is many times more hardly at all.
    private double Scale(Similarity motion)
    {
        var count = 0;
        for (var block = 0; block < _sums.Length; block++)
        {
            if (HasDetail(_sums[block]))
            {
                _left[count++] = Left(block, motion);
            }
        }

        Array.Sort(_left, 0, count);
        return Noise + (count == 0 ? 0 : _left[count / 2]);
    }

    private double Left(int block, Similarity motion)
    {
        var (right, down) = motion.At(block);
        return Math.Max(0, _sums[block].Left(right - _moves[block].Right, down - _moves[block].Down)) / BlockSums.Count;
    }

    private static double SlopeOf(BlockSums sums) => (sums.Xx + sums.Yy) * BlockSums.Slope * BlockSums.Slope / BlockSums.Count;

    private static bool HasDetail(BlockSums sums) => SlopeOf(sums) >= LeastSlope;

    // The normal equations of right, down and growth; a little is added to the diagonal, so that without detail nothing moves.
    private Similarity Solve(Similarity motion, double scale)
    {
        var (aa, ag, bb, bg, gg, ab) = (100.0, 0.0, 100.0, 0.0, 100.0 * 400, 0.0);
        var (a, b, g) = (0.0, 0.0, 0.0);
        for (var block = 0; block < _sums.Length; block++)
        {
            var sums = _sums[block];
            var (x, y) = Similarity.Centre(block);
            var weight = 64 * scale / Square(Left(block, motion) + scale);
            var (xx, xy, yy) = (weight * sums.Xx, weight * sums.Xy, weight * sums.Yy);
            var alongX = xx * _moves[block].Right + xy * _moves[block].Down - weight * sums.Xt / BlockSums.Slope;
            var alongY = xy * _moves[block].Right + yy * _moves[block].Down - weight * sums.Yt / BlockSums.Slope;
            (aa, ab, bb) = (aa + xx, ab + xy, bb + yy);
            (ag, bg) = (ag + xx * x + xy * y, bg + xy * x + yy * y);
            gg += xx * x * x + 2 * xy * x * y + yy * y * y;
            (a, b, g) = (a + alongX, b + alongY, g + alongX * x + alongY * y);
        }

        // By elimination: the matrix is positive definite, so no pivot is small.
        var (ba, ga) = (ab / aa, ag / aa);
        (bb, bg, gg) = (bb - ba * ab, bg - ba * ag, gg - ga * ag);
        (b, g) = (b - ba * a, g - ga * a);
        var gb = bg / bb;
        var growth = (g - gb * b) / (gg - gb * bg);
        var downwards = (b - bg * growth) / bb;
        return new Similarity((a - ag * growth - ab * downwards) / aa, downwards, Math.Clamp(growth, -0.25, 0.25));
    }

    // A block goes along when what is left is grain, or no more than a move of a third of a pixel would leave.
    private byte Fit(Similarity motion)
    {
        var (along, all) = (0, 0);
        for (var block = 0; block < _sums.Length; block++)
        {
            if (HasDetail(_sums[block]))
            {
                (along, all) = (along + (Left(block, motion) <= Grain + SlopeOf(_sums[block]) / 20 ? 1 : 0), all + 1);
            }
        }

        return (byte)(all < 3 ? 0 : 255 * along / all);
    }

    private static short Parts(double pixels, int of) => (short)Math.Clamp(Math.Round(pixels / of * FrameMotion.Whole), short.MinValue, short.MaxValue);

    private static double Square(double number) => number * number;

    private readonly record struct Similarity(double Right, double Down, double Growth)
    {
        public static (double X, double Y) Centre(int block) => (
            (block % Across + 0.5) * BlockSums.Wide - MotionPicture.Width / 2.0,
            (block / Across + 0.5) * BlockSums.Tall - MotionPicture.Height / 2.0);

        public (double Right, double Down) At(int block)
        {
            var (x, y) = Centre(block);
            return (Right + Growth * x, Down + Growth * y);
        }
    }
}
