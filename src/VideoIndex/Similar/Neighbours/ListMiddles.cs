namespace VideoIndex.Similar.Neighbours;

/// <summary>Learns the middles of lists.</summary>
internal static class ListMiddles
{
    /// <summary>Returns as many middles as the options ask for the table's rows, and no more than rows.</summary>
    public static VectorTable Learn(VectorTable table, ListOptions options)
    {
        var count = Math.Clamp((int)(Math.Sqrt(table.Count) * options.ListsForRoot), 1, table.Count);
        var drawn = Draw(table.Count, (int)Math.Min(table.Count, (long)count * options.LearnedOf), options.Seed);
        var rows = drawn.Select(row => Row(table, row)).ToArray();
        var middles = rows.Take(count).ToArray(); // drawn in no order, so the first are as good as any
        for (var round = 0; round < options.Rounds; round++)
        {
            Move(Table(middles), rows, middles);
        }

        return Table(middles);
    }

    // To the mean of the rows that are nearest; a middle of none stays.
    private static void Move(VectorTable table, float[][] rows, float[][] middles)
    {
        var (search, sums, counts) = (new ExactNeighbours(table, VectorMetric.Distance), new double[middles.Length][], new int[middles.Length]);
        foreach (var row in rows)
        {
            var nearest = search.Nearest(row);
            var sum = sums[nearest] ??= new double[row.Length];
            for (var at = 0; at < row.Length; at++)
            {
                sum[at] += row[at];
            }

            counts[nearest]++;
        }

        for (var middle = 0; middle < middles.Length; middle++)
        {
            middles[middle] = sums[middle] is { } sum ? [.. sum.Select(value => (float)(value / counts[middle]))] : middles[middle];
        }
    }

    // Which rows, in no order (R. A. Fisher and F. Yates, 1938), by a generator whose numbers are the same on every machine.
    private static int[] Draw(int rows, int wanted, int seed)
    {
        var all = Enumerable.Range(0, rows).ToArray();
        var state = (ulong)seed;
        for (var at = 0; at < wanted; at++)
        {
            var other = at + (int)(Next(ref state) % (ulong)(rows - at));
            (all[at], all[other]) = (all[other], all[at]);
        }

        return all[..wanted];
    }

    // SplitMix64: G. Steele, D. Lea and C. Flood, 2014.
    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            var mixed = state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
            return mixed ^ mixed >> 31;
        }
    }

    private static float[] Row(VectorTable table, int row)
    {
        var vector = new float[table.Dimensions];
        table.Read(row, vector);
        return vector;
    }

    private static VectorTable Table(float[][] vectors)
    {
        var table = new VectorTable(vectors[0].Length);
        foreach (var vector in vectors)
        {
            table.Add(vector);
        }

        return table;
    }
}
