using VideoIndex.Similar.Neighbours;

namespace VideoIndex.Tests.Similar;

public sealed class NeighboursTests
{
    [Theory]
    [InlineData(VectorMetric.Cosine)]
    [InlineData(VectorMetric.Distance)]
    public void The_exact_search_agrees_with_a_plain_one_with_and_without_a_choice_of_rows(VectorMetric metric)
    {
        var random = new Random(7);
        for (var trial = 0; trial < 60; trial++)
        {
            var (dimensions, rows) = (random.Next(1, 90), random.Next(0, 200));
            var (table, vectors) = Table(random, rows, dimensions);
            var within = random.Next(2) == 0 ? null : Chosen(random, rows);
            var query = Vector(random, dimensions);
            var plain = Enumerable.Range(0, rows).Where(row => within?.Contains(row) != false)
                .Select(row => (Row: row, Score: Plain(query, vectors[row], metric))).OrderByDescending(one => one.Score).Take(10).ToList();
            var found = new ExactNeighbours(table, metric).Nearest(query, 10, within);
            Assert.Equal(plain.Count, found.Count);
            for (var place = 0; place < plain.Count; place++)
            {
                Assert.Equal(plain[place].Score, found[place].Score, 0.01 * Math.Max(1, Math.Abs(plain[place].Score)));
                Assert.True(within?.Contains(found[place].Row) != false);
            }
        }
    }

    [Fact]
    public void Of_equally_near_rows_the_first_come_first()
    {
        var table = new VectorTable(3);
        for (var row = 0; row < 40; row++)
        {
            table.Add([1, 0, row % 2]);
        }

        Assert.Equal([0, 2, 4, 6, 8], new ExactNeighbours(table).Nearest([1, 0, 0], 5, within: null).Select(near => near.Row));
    }

    [Fact]
    public void What_points_nowhere_is_like_nothing()
    {
        var table = new VectorTable(2);
        table.Add([0, 0]);
        table.Add([-1, 0]);
        Assert.Equal([new Neighbour(0, 0), new Neighbour(1, -1)], new ExactNeighbours(table).Nearest([1, 0], 2, within: null).Select(near => near with { Score = MathF.Round(near.Score, 3) }));
    }

    [Fact]
    public void Vectors_that_do_not_fit_are_refused()
    {
        var table = new VectorTable(2);
        Assert.Throws<ArgumentException>(() => table.AddCoded(new byte[7]));
        Assert.Throws<ArgumentException>(() => table.Add([float.NaN, 0]));
        Assert.Throws<ArgumentException>(() => new ExactNeighbours(table).Nearest([1], 1, within: null));
        Assert.Throws<ArgumentException>(() => new ExactNeighbours(table).Nearest([1, float.PositiveInfinity], 1, within: null));
        Assert.Throws<ArgumentException>(() => new ListNeighbours(table, VectorMetric.Cosine, new ListOptions()));
        Assert.Throws<ArgumentException>(() => VectorCoding.Write([[1, 2], [1]]));
    }

    [Fact]
    public void The_written_form_of_a_vector_is_frozen() =>
        Assert.Equal("0402013C 7F C0 00 01".Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(VectorCoding.Write([[1f, -0.5f, 0.001f, 0.009f]])));

    [Fact]
    public void Every_way_of_multiplying_gives_the_same_sum()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 200; trial++)
        {
            var length = 32 * random.Next(1, 129);
            var codes = Enumerable.Range(0, length).Select(_ => trial == 0 ? (sbyte)127 : (sbyte)random.Next(-127, 128)).ToArray();
            var numbers = Enumerable.Range(0, length).Select(_ => trial == 0 ? (short)4095 : (short)random.Next(-4095, 4096)).ToArray();
            Assert.Equal(ByteProducts.Plain(codes, numbers), ByteProducts.Sum(codes, numbers));
            if (System.Runtime.Intrinsics.X86.Avx2.IsSupported)
            {
                Assert.Equal(ByteProducts.Plain(codes, numbers), ByteProducts.Sum256(codes, numbers));
            }
        }
    }

    [Fact]
    public void Lists_find_nearly_all_of_the_nearest_and_the_same_each_time()
    {
        var random = new Random(11);
        var (table, _) = Clustered(random, 8000, 32);
        var (lists, again) = (new ListNeighbours(table, VectorMetric.Cosine, new ListOptions()), new ListNeighbours(table, VectorMetric.Cosine, new ListOptions()));
        var (exact, found) = (new ExactNeighbours(table), 0);
        for (var trial = 0; trial < 50; trial++)
        {
            var query = new float[32];
            table.Read(random.Next(table.Count), query);
            var near = lists.Nearest(query, 20, within: null);
            Assert.Equal(near, again.Nearest(query, 20, within: null));
            found += near.Select(one => one.Row).Intersect(exact.Nearest(query, 20, within: null).Select(one => one.Row)).Count();
        }

        Assert.True(found >= 900, $"{found} of 1000");
    }

    [Fact]
    public void Lists_keep_to_a_choice_and_miss_nothing_where_it_is_small()
    {
        var random = new Random(12);
        var (table, _) = Clustered(random, 3000, 16);
        var lists = new ListNeighbours(table, VectorMetric.Cosine, new ListOptions());
        foreach (var share in (double[])[0, 0.001, 0.05, 0.5])
        {
            var within = new RowSet(table.Count);
            Enumerable.Range(0, table.Count).Where(_ => random.NextDouble() < share).ToList().ForEach(within.Add);
            var near = lists.Nearest(Vector(random, 16), 20, within);
            Assert.Equal(Math.Min(20, within.Count), near.Count);
            Assert.All(near, one => Assert.True(within.Contains(one.Row)));
        }
    }

    [Fact]
    public void Rows_added_later_are_found_once_they_are_placed()
    {
        var random = new Random(13);
        var (table, _) = Clustered(random, 500, 16);
        var lists = new ListNeighbours(table, VectorMetric.Distance, new ListOptions());
        var late = Vector(random, 16);
        table.Add(late);
        lists.PlaceNew();
        Assert.Equal(500, lists.Nearest(late, 1, within: null).Single().Row);
        Assert.False(lists.IsOutgrown);
    }

    private static (VectorTable Table, float[][] Vectors) Table(Random random, int rows, int dimensions)
    {
        var (table, vectors) = (new VectorTable(dimensions), Enumerable.Range(0, rows).Select(_ => Vector(random, dimensions)).ToArray());
        table.AddCoded(VectorCoding.Write(vectors));
        return (table, vectors);
    }

    private static (VectorTable Table, float[][] Middles) Clustered(Random random, int rows, int dimensions)
    {
        var middles = Enumerable.Range(0, 100).Select(_ => Vector(random, dimensions)).ToArray();
        var table = new VectorTable(dimensions);
        for (var row = 0; row < rows; row++)
        {
            table.Add([.. middles[random.Next(100)].Zip(Vector(random, dimensions), (middle, off) => middle + (0.3f * off))]);
        }

        return (table, middles);
    }

    private static float[] Vector(Random random, int dimensions) => [.. Enumerable.Range(0, dimensions).Select(_ => (float)((random.NextDouble() * 2) - 1))];

    private static RowSet Chosen(Random random, int rows)
    {
        var chosen = new RowSet(rows);
        Enumerable.Range(0, rows).Where(_ => random.Next(3) == 0).ToList().ForEach(chosen.Add);
        return chosen;
    }

    private static double Plain(float[] one, float[] other, VectorMetric metric) => metric == VectorMetric.Distance
        ? -one.Zip(other, (here, there) => (double)(here - there) * (here - there)).Sum()
        : one.Zip(other, (here, there) => (double)here * there).Sum() / Math.Sqrt(one.Sum(value => (double)value * value) * other.Sum(value => (double)value * value));
}
