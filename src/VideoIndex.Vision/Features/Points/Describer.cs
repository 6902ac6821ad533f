using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VideoIndex.Vision.Features.Arithmetic;
using VideoIndex.Vision.Features.Scales;

namespace VideoIndex.Vision.Features.Points;

/// <summary>Describes the surroundings of an extremum by how much brightness rises in 8 directions in 4 x 4 cells.</summary>
/// <remarks>
/// Lowe 2004, section 6; then each number is divided by the sum of all and its root taken ("RootSIFT", Arandjelovic and
/// Zisserman 2012, "Three things everyone should know to improve object retrieval"), so that the distance of two
/// descriptors is the Hellinger distance of what was measured.
/// </remarks>
/// <typeparam name="TOps">How many numbers are taken at once.</typeparam>
/// <typeparam name="T">The numbers.</typeparam>
internal sealed class Describer<TOps, T>
    where TOps : IFloats<T>
    where T : struct
{
    /// <summary>How many pixels of an octave a descriptor reaches in any direction, at most.</summary>
    public const int Widest = 38;

    private const int Cells = 4, Directions = 8;
    private const int Rim = Cells + 2; // cells beside each other, with one around that takes what lies beyond
    private const double CellScales = 3; // a cell is three scales wide
    private const int Room = 2 * Widest + 1 + 16;

    private readonly Bell _bell = new(Widest);
    private readonly float[] _lengths = new float[Room], _turns = new float[Room], _cells = new float[Room];
    private readonly float[] _rights = new float[Room], _downs = new float[Room];
    private readonly float[] _columns = new float[Room];
    private readonly Vector256<float>[] _sums = new Vector256<float>[2 * Rim * Rim];

    /// <summary>Creates one.</summary>
    public Describer()
    {
        for (var at = 0; at < Room; at++)
        {
            _columns[at] = at;
        }
    }

    /// <summary>Describes an extremum.</summary>
    /// <param name="octave">The octave.</param>
    /// <param name="at">The extremum.</param>
    /// <param name="angle">Its direction, in degrees, clockwise as seen.</param>
    /// <param name="to">128 bytes.</param>
    public void Describe(Octave octave, in Extremum at, float angle, Span<byte> to)
    {
        var cell = CellScales * at.Blur;
        var radius = Math.Min(Widest, (int)Math.Round(cell * (Math.Sqrt(2) * (Cells + 1) / 2)));
        var (sin, cos) = Exact.SinCos(angle);
        var turn = new Turn((float)(cos / cell), (float)(sin / cell), angle / 45f);
        _bell.Resize(Cells / 2.0 * cell, radius);
        Array.Clear(_sums);
        for (var y = Math.Max(1, at.Y - radius); y <= Math.Min(octave.Height - 2, at.Y + radius); y++)
        {
            var (left, right) = turn.Columns(y - at.Y, radius);
            (left, right) = (Math.Max(1, at.X + left), Math.Min(octave.Width - 2, at.X + right));
            if (left <= right)
            {
                MeasureRow(octave, at, turn, (y, left, right));
                AddRow(right - left + 1);
            }
        }

        Write(to);
    }

    private void MeasureRow(Octave octave, in Extremum at, in Turn turn, (int Y, int Left, int Right) row)
    {
        var (y, left, right) = row;
        ref var above = ref Unsafe.Add(ref octave.Origin, octave.Start(at.Layer, y - 1));
        ref var here = ref Unsafe.Add(ref octave.Origin, octave.Start(at.Layer, y));
        ref var below = ref Unsafe.Add(ref octave.Origin, octave.Start(at.Layer, y + 1));
        ref var weights = ref _bell[left - at.X];
        var weight = TOps.Of(_bell[y - at.Y]);
        var (cos, sin) = (TOps.Of(turn.Cos), TOps.Of(turn.Sin));
        var middle = (Cells - 1) / 2f;
        var (rightOfRow, downOfRow) = (TOps.Of((y - at.Y) * turn.Sin + middle), TOps.Of((y - at.Y) * turn.Cos + middle));
        for (nint x = 0; x <= right - left; x += TOps.Count)
        {
            var column = TOps.Add(TOps.Load(ref _columns[0], x), TOps.Of(left - at.X));
            var rightCell = TOps.Add(TOps.Multiply(column, cos), rightOfRow);
            var downCell = TOps.Subtract(downOfRow, TOps.Multiply(column, sin));
            var (wholeRight, wholeDown) = (TOps.Floor(rightCell), TOps.Floor(downCell));
            TOps.Store(TOps.Subtract(rightCell, wholeRight), ref _rights[0], x);
            TOps.Store(TOps.Subtract(downCell, wholeDown), ref _downs[0], x);
            TOps.Store(Place(wholeRight, wholeDown), ref _cells[0], x);
            var (rightwards, up) = Gradients<TOps, T>.At(ref above, ref here, ref below, left + x);
            var length = TOps.Multiply(Gradients<TOps, T>.Length(rightwards, up), TOps.Multiply(TOps.Load(ref weights, x), weight));
            TOps.Store(length, ref _lengths[0], x);
            var eighths = TOps.Add(TOps.Multiply(Gradients<TOps, T>.Direction(rightwards, up), TOps.Of(Directions)), TOps.Of(turn.Eighths));
            TOps.Store(TOps.WhereLess(eighths, TOps.Of(Directions), eighths, TOps.Subtract(eighths, TOps.Of(Directions))), ref _turns[0], x);
        }
    }

    // The number of the cell above and to the left of a pixel, or -1 where it is out of all cells' reach.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Place(T right, T down)
    {
        var place = TOps.Add(TOps.Multiply(TOps.Add(down, TOps.Of(1)), TOps.Of(Rim)), TOps.Add(right, TOps.Of(1)));
        place = TOps.WhereLess(TOps.Min(right, down), TOps.Of(-1), TOps.Of(-1), place);
        return TOps.WhereLess(TOps.Of(Cells - 1), TOps.Max(right, down), TOps.Of(-1), place);
    }

    // Each pixel gives to the four cells around it and the two directions beside its own, by nearness. Neighbours
    // mostly give to the same cells, so every other pixel has sums of its own and need not wait for the one before.
    private void AddRow(int count)
    {
        unchecked
        {
            var directions = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);
            var (one, all) = (Vector256.Create(1f), Vector256.Create((float)Directions));
            ref var sums = ref MemoryMarshal.GetArrayDataReference(_sums);
            for (var x = 0; x < count; x++)
            {
                var cell = (nint)_cells[x];
                if (cell < 0)
                {
                    continue;
                }

                ref var sum = ref Unsafe.Add(ref sums, cell + (x & 1) * Rim * Rim);
                var away = Vector256.Abs(directions - Vector256.Create(_turns[x]));
                var given = Vector256.MaxNative(one - Vector256.MinNative(away, all - away), Vector256<float>.Zero) * Vector256.Create(_lengths[x]);
                var (right, down) = (Vector256.Create(_rights[x]), Vector256.Create(_downs[x]));
                var below = given * down;
                var above = given - below;
                var (belowRight, aboveRight) = (below * right, above * right);
                sum += above - aboveRight;
                Unsafe.Add(ref sum, 1) += aboveRight;
                Unsafe.Add(ref sum, Rim) += below - belowRight;
                Unsafe.Add(ref sum, Rim + 1) += belowRight;
            }
        }
    }

    private void Write(Span<byte> to)
    {
        const float Most = 0.2f; // of the whole length: what is beyond is glare, not shape
        Span<Vector256<float>> cells = stackalloc Vector256<float>[Cells * Cells];
        var squares = Vector256<float>.Zero;
        for (var at = 0; at < cells.Length; at++)
        {
            var place = (at / Cells + 1) * Rim + at % Cells + 1;
            cells[at] = _sums[place] + _sums[place + Rim * Rim];
            squares += cells[at] * cells[at];
        }

        var most = Vector256.Create(MathF.Sqrt(Total(squares)) * Most);
        var sums = Vector256<float>.Zero;
        foreach (ref var cell in cells)
        {
            cell = Vector256.MinNative(cell, most);
            sums += cell;
        }

        var scale = Vector256.Create(512f * 512f / MathF.Max(Total(sums), 1e-20f));
        var (half, white) = (Vector256.Create(0.5f), Vector256.Create(255f));
        for (var at = 0; at < cells.Length; at++)
        {
            var roots = Vector256.MinNative(Vector256.Floor(Vector256.Sqrt(cells[at] * scale) + half), white);
            for (var direction = 0; direction < Directions; direction++)
            {
                to[at * Directions + direction] = (byte)roots[direction];
            }
        }
    }

    // In a stated order: the order in which a processor sums across would differ.
    private static float Total(Vector256<float> numbers) =>
        ((numbers[0] + numbers[1]) + (numbers[2] + numbers[3])) + ((numbers[4] + numbers[5]) + (numbers[6] + numbers[7]));

    private readonly record struct Turn(float Cos, float Sin, float Eighths)
    {
        /// <summary>Returns the columns of a row that may lie in reach of the cells, both ends included.</summary>
        public (int Left, int Right) Columns(int y, int radius)
        {
            var (left, right) = Within(Cos, y * Sin, (-radius, radius));
            return Within(-Sin, y * Cos, (left, right));
        }

        private static (int Left, int Right) Within(float slope, float start, (int Left, int Right) columns)
        {
            const float Half = (Cells + 1) / 2f;
            if (MathF.Abs(slope) < 1e-4f)
            {
                return MathF.Abs(start) > Half + 0.1f ? (1, 0) : columns;
            }

            var (a, b) = ((-Half - start) / slope, (Half - start) / slope);
            var (low, high) = (MathF.Floor(MathF.Min(a, b)), MathF.Ceiling(MathF.Max(a, b)));
            return (Math.Max(columns.Left, (int)MathF.Max(low, -Widest)), Math.Min(columns.Right, (int)MathF.Min(high, Widest)));
        }
    }
}
