using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using VideoIndex.Similar.Neighbours;

namespace VideoIndex.Performance;

/// <summary>
/// What finding the nearest of many vectors takes, beside merely reading as many bytes, and how many of the true nearest 20 are found: by the exact search
/// over codes of 8 bits, and by lists. The vectors are made up: points around middles of their own, as far from them as the middles are from each other times a half.
/// </summary>
internal static class NeighboursBench
{
    private const int Wanted = 20, Queries = 100, Rounds = 5;

    public static int Run(Options options)
    {
        var dimensions = options.Number("--dimensions", 128);
        Console.WriteLine($"{dimensions} values a vector, {Queries} questions, one thread; milliseconds of the processor for one question, the least of {Rounds} rounds");
        Console.WriteLine("| vectors | MB read | reading alone, ms | exact, ms | ratio | recall@20 of exact | lists, ms | recall@20 | of 10 % chosen, ms | recall@20 | lists made in, s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        for (var rows = 10_000; rows <= options.Number("--rows", 1_000_000); rows *= 10)
        {
            Measure(rows, dimensions);
        }

        return 0;
    }

    private static void Measure(int rows, int dimensions)
    {
        var (vectors, table) = Make(rows, dimensions);
        var questions = Enumerable.Range(0, Queries).Select(at => vectors.AsSpan((int)((long)at * rows / Queries) * dimensions, dimensions).ToArray()).ToArray();
        Blur(questions);
        var within = new RowSet(rows);
        for (var row = 0; row < rows; row += 10)
        {
            within.Add(row);
        }

        var truth = questions.Select(question => Truth(vectors, question, step: 1)).ToArray();
        var chosen = questions.Select(question => Truth(vectors, question, step: 10)).ToArray();
        var exact = new ExactNeighbours(table);
        var began = Processor();
        var lists = new ListNeighbours(table, VectorMetric.Cosine, new ListOptions());
        var made = (Processor() - began) / 1000;
        var bytes = (long)rows * table.BytesARow;
        var blank = new byte[bytes];
        blank.AsSpan().Fill(1);
        var (reading, scanning) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            reading = Math.Min(reading, Time(() => Read(blank), 10));
            scanning = Math.Min(scanning, Time(() => exact.Nearest(questions[round], Wanted, within: null), 10));
        }

        var probing = Enumerable.Range(0, Rounds).Min(_ => Time(() => All(lists, questions, null), 1) / Queries);
        var choosing = Enumerable.Range(0, Rounds).Min(_ => Time(() => All(lists, questions, within), 1) / Queries);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {rows:N0} | {bytes / 1e6:0} | {reading:0.00} | {scanning:0.00} | {scanning / reading:0.0} | {Recall(exact, questions, truth, null):0.0000} | {probing:0.00} | {Recall(lists, questions, truth, null):0.000} | {choosing:0.00} | {Recall(lists, questions, chosen, within):0.000} | {made:0.0} |"));
    }

    private static void All(ListNeighbours lists, float[][] questions, RowSet? within)
    {
        foreach (var question in questions)
        {
            lists.Nearest(question, Wanted, within);
        }
    }

    private static (float[] Vectors, VectorTable Table) Make(int rows, int dimensions)
    {
        var random = new Random(5);
        var middles = new float[Math.Max(10, rows / 200) * dimensions];
        middles.AsSpan().ForEach(random);
        var vectors = new float[(long)rows * dimensions];
        var table = new VectorTable(dimensions);
        for (var row = 0; row < rows; row++)
        {
            var vector = vectors.AsSpan(row * dimensions, dimensions);
            vector.ForEach(random);
            var middle = middles.AsSpan(random.Next(middles.Length / dimensions) * dimensions, dimensions);
            for (var at = 0; at < dimensions; at++)
            {
                vector[at] = middle[at] + (vector[at] / 2);
            }

            table.Add(vector);
        }

        return (vectors, table);
    }

    private static void ForEach(this Span<float> values, Random random)
    {
        foreach (ref var value in values)
        {
            value = (float)((random.NextDouble() * 2) - 1);
        }
    }

    // What is asked about is no row itself.
    private static void Blur(float[][] questions)
    {
        var random = new Random(6);
        foreach (var question in questions)
        {
            for (var at = 0; at < question.Length; at++)
            {
                question[at] += (float)((random.NextDouble() - 0.5) / 2);
            }
        }
    }

    private static HashSet<int> Truth(float[] vectors, float[] question, int step)
    {
        var (best, rows) = (new PriorityQueue<int, float>(), vectors.Length / question.Length);
        for (var row = 0; row < rows; row += step)
        {
            var vector = vectors.AsSpan(row * question.Length, question.Length);
            var (product, square) = (Vector<float>.Zero, Vector<float>.Zero);
            for (var at = 0; at <= question.Length - Vector<float>.Count; at += Vector<float>.Count)
            {
                var values = new Vector<float>(vector[at..]);
                (product, square) = (product + (values * new Vector<float>(question, at)), square + (values * values));
            }

            var (last, lastSquare) = (0f, 0f);
            for (var at = question.Length - (question.Length % Vector<float>.Count); at < question.Length; at++)
            {
                (last, lastSquare) = (last + (vector[at] * question[at]), lastSquare + (vector[at] * vector[at]));
            }

            var score = (Vector.Sum(product) + last) / MathF.Sqrt(Vector.Sum(square) + lastSquare);
            if (best.Count < Wanted)
            {
                best.Enqueue(row, score);
            }
            else
            {
                best.EnqueueDequeue(row, score);
            }
        }

        return [.. best.UnorderedItems.Select(item => item.Element)];
    }

    private static double Recall(INeighbours search, float[][] questions, HashSet<int>[] truth, RowSet? within) =>
        questions.Zip(truth, (question, nearest) => search.Nearest(question, Wanted, within).Count(one => nearest.Contains(one.Row))).Sum() / (double)(Wanted * Queries);

    private static ulong Read(byte[] bytes)
    {
        var words = MemoryMarshal.Cast<byte, Vector<ulong>>(bytes);
        var (one, two) = (Vector<ulong>.Zero, Vector<ulong>.Zero);
        for (var at = 0; at + 1 < words.Length; at += 2)
        {
            (one, two) = (one ^ words[at], two ^ words[at + 1]);
        }

        return Vector.Sum(one ^ two);
    }

    private static double Time(Action work, int times)
    {
        var began = Processor();
        for (var time = 0; time < times; time++)
        {
            work();
        }

        return (Processor() - began) / times;
    }

    private static double Processor()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalMilliseconds;
    }
}
