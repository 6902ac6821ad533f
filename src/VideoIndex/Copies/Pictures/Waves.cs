using VideoIndex.Looks;

namespace VideoIndex.Copies.Pictures;

/// <summary>Reads a small picture as 64 waves, the slowest first, and keeps of each which way it swings.</summary>
/// <remarks>
/// The waves are those of the discrete cosine transform, as in N. Ahmed, T. Natarajan and K. R. Rao, "Discrete Cosine
/// Transform" (1974), without the constant. The signs of the slow ones hardly change with noise, blur or coding, and
/// mirroring a picture turns those of an odd number of half swings across, and no others.
/// </remarks>
internal static class Waves
{
    /// <summary>How many waves there are.</summary>
    public const int Count = 64;

    private static readonly (int Across, int Down)[] Slowest =
    [
        .. from down in Enumerable.Range(0, FrameSketches.Height)
           from across in Enumerable.Range(0, FrameSketches.Width)
           where across + down > 0
           let pace = across * across * 81 + down * down * 256
           orderby pace, down
           select (across, down),
    ];

    private static readonly short[] Table = Draw();

    /// <summary>Gets the waves that turn when a picture is mirrored, as bits.</summary>
    public static ulong Odd { get; } = Enumerable.Range(0, Count).Where(wave => Slowest[wave].Across % 2 == 1).Aggregate(0UL, (bits, wave) => bits | 1UL << wave);

    /// <summary>Reads a picture.</summary>
    /// <param name="picture">144 cells.</param>
    /// <param name="strengths">How strongly each wave swings, without regard to which way; <see cref="Count"/> of them.</param>
    /// <returns>The signs: bit n is set where wave n is above 0.</returns>
    public static ulong Read(ReadOnlySpan<short> picture, Span<int> strengths)
    {
        var bits = 0UL;
        for (var wave = 0; wave < Count; wave++)
        {
            var sum = 0;
            var values = Table.AsSpan(wave * FrameSketches.Means, FrameSketches.Means);
            for (var cell = 0; cell < values.Length; cell++)
            {
                sum += values[cell] * picture[cell];
            }

            bits |= sum > 0 ? 1UL << wave : 0;
            strengths[wave] = Math.Abs(sum);
        }

        return bits;
    }

    private static short[] Draw()
    {
        var table = new short[Count * FrameSketches.Means];
        for (var wave = 0; wave < Count; wave++)
        {
            var (across, down) = Slowest[wave];
            for (var cell = 0; cell < FrameSketches.Means; cell++)
            {
                var (row, column) = Math.DivRem(cell, FrameSketches.Width);
                table[wave * FrameSketches.Means + cell] = (short)Math.Round(1024
                    * Math.Cos(Math.PI * across * (column + 0.5) / FrameSketches.Width)
                    * Math.Cos(Math.PI * down * (row + 0.5) / FrameSketches.Height));
            }
        }

        return table;
    }
}
