using System.Globalization;
using System.Runtime.InteropServices;
using VideoIndex.Inference;
using VideoIndex.Onnx.Native;

namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>Writes a model, operation by operation, as ONNX's public description of the format says (onnx.proto). Its weights lie in a file beside it.</summary>
/// <param name="name">The graph's name.</param>
/// <param name="weights">The file of its weights; null, the default, for a graph that has none.</param>
internal sealed class GraphMaker(string name, WeightFile? weights = null)
{
    /// <summary>The domain of the runtime's own operations, which do the work of several.</summary>
    public const string Fused = "com.microsoft";

    private const int FormatVersion = 8, OperatorVersion = 17, RuntimeVersion = 1, WholeAttribute = 2, RealAttribute = 1, ListAttribute = 7, GraphAttribute = 5;

    private readonly List<Proto> _nodes = [];
    private readonly List<Proto> _inputs = [];
    private readonly List<Proto> _outputs = [];
    private readonly List<Proto> _weights = [];

    private int _made;

    /// <summary>Says that a tensor goes in.</summary>
    /// <param name="tensor">Its name.</param>
    /// <param name="type">The type of its values.</param>
    /// <param name="sides">Its sides, apart by blanks: numbers, and words for what is free.</param>
    public string Takes(string tensor, ElementType type, string sides)
    {
        _inputs.Add(Value(tensor, type, sides));
        return tensor;
    }

    /// <summary>Says that a tensor comes out; parameters as of <see cref="Takes"/>.</summary>
    public void Gives(string tensor, ElementType type, string sides) => _outputs.Add(Value(tensor, type, sides));

    /// <summary>Adds an operation that gives one tensor.</summary>
    /// <param name="operation">Which.</param>
    /// <param name="takes">What it takes; "" for what may be left out.</param>
    /// <param name="attributes">What it is told.</param>
    /// <returns>The name of what it gives.</returns>
    public string Does(string operation, string[] takes, params Proto[] attributes)
    {
        var made = Fresh();
        Does(operation, "", takes, [made], attributes);
        return made;
    }

    /// <summary>Adds one of the runtime's own operations, as <see cref="Does(string, string[], Proto[])"/> does.</summary>
    public string DoesFused(string operation, string[] takes, params Proto[] attributes)
    {
        var made = Fresh();
        Does(operation, Fused, takes, [made], attributes);
        return made;
    }

    /// <summary>Adds an operation.</summary>
    public void Does(string operation, string domain, string[] takes, string[] gives, params Proto[] attributes)
    {
        var node = new Proto().WithEach(1, takes).WithEach(2, gives).With(4, operation).WithEach(5, attributes);
        _nodes.Add(domain == "" ? node : node.With(7, domain));
    }

    /// <summary>Returns a name that nothing has yet.</summary>
    public string Fresh() => $"{name}/{_made++}";

    /// <summary>Adds a weight, written to the file beside the graph.</summary>
    /// <param name="tensor">Its name.</param>
    /// <param name="type">The type of its values, of 32 or 8 bits.</param>
    /// <param name="sides">How many values there are along each dimension.</param>
    /// <param name="write">Writes them, the last dimension lying together; not asked where the file has them, and more of them perhaps, already.</param>
    public string Weight(string tensor, ElementType type, int[] sides, Action<WeightFile> write)
    {
        var file = weights ?? throw new InvalidOperationException("The graph has no file for weights.");
        if (!file.Places.TryGetValue(tensor, out var begin))
        {
            begin = file.Places[tensor] = file.Begin();
            write(file);
        }

        var bytes = sides.Aggregate(type == ElementType.Real32 ? 4L : 1L, (size, side) => size * side);
        _weights.Add(Header(tensor, type, sides)
            .With(13, Entry("location", file.Name))
            .With(13, Entry("offset", begin.ToString(CultureInfo.InvariantCulture)))
            .With(13, Entry("length", bytes.ToString(CultureInfo.InvariantCulture)))
            .With(14, 1));
        return tensor;
    }

    /// <summary>Adds whole numbers that are part of the graph.</summary>
    public string Constant(params long[] values)
    {
        var made = Fresh();
        _weights.Add(Header(made, ElementType.Signed64, [values.Length]).With(9, MemoryMarshal.AsBytes<long>(values).ToArray()));
        return made;
    }

    /// <summary>Returns a whole number an operation is told.</summary>
    public static Proto Told(string name, long value) => new Proto().With(1, name).With(3, value).With(20, WholeAttribute);

    /// <summary>Returns a real number an operation is told.</summary>
    public static Proto Told(string name, float value) => new Proto().With(1, name).With(2, value).With(20, RealAttribute);

    /// <summary>Returns whole numbers an operation is told.</summary>
    public static Proto ToldEach(string name, params long[] values) =>
        values.Aggregate(new Proto().With(1, name), (attribute, value) => attribute.With(8, value)).With(20, ListAttribute);

    /// <summary>Returns a graph an operation is told.</summary>
    public static Proto Told(string name, GraphMaker graph) => new Proto().With(1, name).With(6, graph.Graph()).With(20, GraphAttribute);

    /// <summary>Returns the model.</summary>
    public byte[] Bytes() => new Proto().With(1, FormatVersion).With(7, Graph()).With(8, new Proto().With(2, OperatorVersion)).With(8, new Proto().With(1, Fused).With(2, RuntimeVersion)).Bytes;

    private Proto Graph() => new Proto().WithEach(1, _nodes).With(2, name).WithEach(5, _weights).WithEach(11, _inputs).WithEach(12, _outputs);

    private static Proto Header(string tensor, ElementType type, int[] sides) =>
        sides.Aggregate(new Proto(), (header, side) => header.With(1, (long)side)).With(2, (long)OrtTypes.To(type)).With(8, tensor);

    private static Proto Entry(string key, string value) => new Proto().With(1, key).With(2, value);

    private static Proto Value(string tensor, ElementType type, string sides)
    {
        var shape = sides.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(side => int.TryParse(side, CultureInfo.InvariantCulture, out var number) ? new Proto().With(1, (long)number) : new Proto().With(2, side));
        return new Proto().With(1, tensor).With(2, new Proto().With(1, new Proto().With(1, (long)OrtTypes.To(type)).With(2, new Proto().WithEach(1, shape))));
    }
}
