using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue.Checking;

/// <summary>
/// Walks through a graph, and the graphs within its nodes, and refuses what no sound model has. Of a graph, field 1 is a node,
/// 5 a tensor of weights, 11 an input, 12 an output, 15 a sparse tensor; of a node, 5 is an attribute, which may hold a tensor (5, 10), a graph (6, 11)
/// or a sparse tensor (22, 23); of a tensor, 1 are its dimensions, 2 its type, 9 its bytes, 13 and 14 say that they lie in another file.
/// </summary>
internal sealed class GraphCheck
{
    private const int DeepestGraph = 16;
    private const int MostNodes = 200_000;
    private const int MostDimensions = 16;

    // Bits a value, by the format's numbers of types; 0 where values are not laid out in a row of bytes.
    private static readonly int[] Bits = [0, 32, 8, 8, 16, 16, 32, 64, 0, 8, 16, 64, 32, 64, 64, 128, 16, 8, 8, 8, 8, 4, 4, 4, 8, 2, 2];

    private int _nodes;

    /// <summary>Walks through a model's graph.</summary>
    /// <returns>What it takes and gives; inputs that have a value of their own, as old models list their weights, are none.</returns>
    /// <exception cref="ModelException">Something in it is refused.</exception>
    public (IReadOnlyList<TensorShape> Inputs, IReadOnlyList<TensorShape> Outputs) Whole(ReadOnlySpan<byte> graph)
    {
        var ends = new Ends();
        Graph(graph, 1, ends);
        return _nodes == 0
            ? throw ProtoReader.Malformed()
            : ([.. ends.Inputs.Where(input => !ends.Weights.Contains(input.Name))], ends.Outputs);
    }

    /// <summary>Walks through a function a model brings along: 7 is a node of it.</summary>
    /// <exception cref="ModelException">Something in it is refused.</exception>
    public static void Function(ReadOnlySpan<byte> bytes)
    {
        var check = new GraphCheck();
        var function = new ProtoReader(bytes);
        while (function.Next())
        {
            if (function.Field == 7)
            {
                check.Node(function.Bytes, 1);
            }
        }
    }

    private void Graph(ReadOnlySpan<byte> bytes, int depth, Ends? ends)
    {
        if (depth > DeepestGraph)
        {
            throw ProtoReader.Malformed();
        }

        var graph = new ProtoReader(bytes);
        while (graph.Next())
        {
            switch (graph.Field)
            {
                case 1:
                    Node(graph.Bytes, depth);
                    break;
                case 5:
                    var name = Tensor(graph.Bytes);
                    ends?.Weights.Add(name);
                    break;
                case 11:
                    ends?.Inputs.Add(Declared.Tensor(graph.Bytes));
                    break;
                case 12:
                    ends?.Outputs.Add(Declared.Tensor(graph.Bytes));
                    break;
                case 15:
                    Sparse(graph.Bytes);
                    break;
            }
        }
    }

    private void Node(ReadOnlySpan<byte> bytes, int depth)
    {
        if (++_nodes > MostNodes)
        {
            throw new ModelException("too-large", $"The model has more than {MostNodes:N0} nodes.");
        }

        var node = new ProtoReader(bytes);
        var hasType = false;
        while (node.Next())
        {
            hasType |= node.Field == 4 && node.Text.Length > 0;
            if (node.Field == 5)
            {
                Attribute(node.Bytes, depth);
            }
        }

        if (!hasType)
        {
            throw ProtoReader.Malformed();
        }
    }

    private void Attribute(ReadOnlySpan<byte> bytes, int depth)
    {
        var attribute = new ProtoReader(bytes);
        while (attribute.Next())
        {
            switch (attribute.Field)
            {
                case 5 or 10:
                    Tensor(attribute.Bytes);
                    break;
                case 6 or 11:
                    Graph(attribute.Bytes, depth + 1, null);
                    break;
                case 22 or 23:
                    Sparse(attribute.Bytes);
                    break;
            }
        }
    }

    // 1 are its values, 2 where they stand, both tensors.
    private static void Sparse(ReadOnlySpan<byte> bytes)
    {
        var sparse = new ProtoReader(bytes);
        while (sparse.Next())
        {
            if (sparse.Field is 1 or 2)
            {
                Tensor(sparse.Bytes);
            }
        }
    }

    private static string Tensor(ReadOnlySpan<byte> bytes)
    {
        var (name, type, raw, hasRaw, values) = ("", 0L, 0L, false, 1L);
        var dimensions = 0;
        var tensor = new ProtoReader(bytes);
        while (tensor.Next())
        {
            switch (tensor.Field)
            {
                case 1:
                    foreach (var side in tensor.Wholes(MostDimensions))
                    {
                        values = Times(values, side);
                        dimensions++;
                    }

                    break;
                case 2:
                    type = tensor.Value;
                    break;
                case 8:
                    name = tensor.Text;
                    break;
                case 9:
                    (raw, hasRaw) = (tensor.Bytes.Length, tensor.HoldsBytes);
                    break;
                case 13:
                case 14 when tensor.Value != 0:
                    throw new ModelException("external-data", "The model keeps weights in other files; only models in one file are taken.");
            }
        }

        var known = type > 0 && type < Bits.Length && dimensions <= MostDimensions;
        return known && (!hasRaw || Bits[type] > 0 && raw == (Int128)values * Bits[type] / 8 + ((Int128)values * Bits[type] % 8 > 0 ? 1 : 0))
            ? name
            : throw ProtoReader.Malformed();
    }

    private static long Times(long values, long side) =>
        side >= 0 && (side == 0 || values <= long.MaxValue / side) ? values * side : throw ProtoReader.Malformed();

    private sealed class Ends
    {
        public List<TensorShape> Inputs { get; } = [];

        public List<TensorShape> Outputs { get; } = [];

        public HashSet<string> Weights { get; } = [];
    }
}
