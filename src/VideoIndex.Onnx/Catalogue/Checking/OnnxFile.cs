using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue.Checking;

/// <summary>
/// What an ONNX file says of itself, read without any native code. The fields are those of the format's own description,
/// <c>onnx/onnx.proto</c>: of a model, 1 is the version of the format, 7 the graph, 8 the sets of operators.
/// </summary>
/// <param name="FormatVersion">The version of the format itself.</param>
/// <param name="Operators">The version of each set of operators, by its domain; the usual one's is empty.</param>
/// <param name="Inputs">What the graph takes.</param>
/// <param name="Outputs">What it gives.</param>
internal sealed record OnnxFile(
    long FormatVersion, IReadOnlyDictionary<string, long> Operators, IReadOnlyList<TensorShape> Inputs, IReadOnlyList<TensorShape> Outputs)
{
    /// <summary>The newest version of the format that ONNX Runtime 1.30 reads; tried on it, it refuses 14.</summary>
    public const int NewestFormat = 13;

    /// <summary>The newest set of operators that ONNX Runtime 1.30 runs; tried on it, it refuses 27.</summary>
    public const int NewestOperators = 26;

    private static readonly string[] KnownDomains = ["", "ai.onnx", "ai.onnx.ml", "com.microsoft"];

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="ModelException">They are no model, or one that cannot be run here: the sentence says why.</exception>
    public static OnnxFile Read(ReadOnlySpan<byte> bytes)
    {
        var (format, operators, hasGraph) = (0L, new Dictionary<string, long>(StringComparer.Ordinal), false);
        var graph = default(ReadOnlySpan<byte>);
        try
        {
            var model = new ProtoReader(bytes);
            while (model.Next())
            {
                switch (model.Field)
                {
                    case 1:
                        format = model.Value;
                        break;
                    case 7 when model.HoldsBytes && !hasGraph:
                        graph = model.Bytes;
                        hasGraph = true;
                        break;
                    case 7:
                        throw ProtoReader.Malformed(); // twice: a reader that puts the two together would see another model
                    case 8:
                        AddOperators(model.Bytes, operators);
                        break;
                    case 25:
                        GraphCheck.Function(model.Bytes);
                        break;
                }
            }
        }
        catch (ModelException failure) when (failure.Code == "malformed-model" && !hasGraph)
        {
            throw NotOnnx();
        }

        return !hasGraph || format <= 0 || operators.Count == 0
            ? throw NotOnnx()
            : Build(format, operators, graph);
    }

    private static OnnxFile Build(long format, Dictionary<string, long> operators, ReadOnlySpan<byte> graph)
    {
        if (format > NewestFormat || operators.Any(set => set.Key is "" or "ai.onnx" && set.Value > NewestOperators))
        {
            throw new ModelException("opset-too-new", $"The model is of a newer ONNX than can be run here: up to version {NewestFormat} of the format and {NewestOperators} of its operators.");
        }

        if (operators.Keys.FirstOrDefault(domain => !KnownDomains.Contains(domain)) is { } foreign)
        {
            throw new ModelException("unknown-operators", $"The model needs operators of '{foreign}', which are not here.");
        }

        var check = new GraphCheck();
        var (inputs, outputs) = check.Whole(graph);
        return new OnnxFile(format, operators, inputs, outputs);
    }

    private static void AddOperators(ReadOnlySpan<byte> bytes, Dictionary<string, long> operators)
    {
        var (domain, version) = ("", 0L);
        var set = new ProtoReader(bytes);
        while (set.Next())
        {
            (domain, version) = set.Field switch
            {
                1 => (set.Text, version),
                2 => (domain, set.Value),
                _ => (domain, version),
            };
        }

        operators[domain] = version > 0 && operators.Count < 64 ? version : throw ProtoReader.Malformed();
    }

    private static ModelException NotOnnx() => new("not-onnx", "The file is no ONNX model, or not a whole one.");
}
