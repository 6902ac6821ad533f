using VideoIndex.Onnx.Whisper.Graph;

namespace VideoIndex.Onnx.Tests.Making;

/// <summary>Models of a few operations, written as ONNX's public description of the format says (onnx.proto).</summary>
internal sealed class TinyModel
{
    public const int Real32 = 1, Unsigned8 = 2, Signed8 = 3, Signed32 = 6, Signed64 = 7, Text = 8, Truth = 9, Real16 = 10, Real64 = 11;

    private readonly List<Proto> _nodes = [];
    private readonly List<Proto> _inputs = [];
    private readonly List<Proto> _outputs = [];

    private bool _classifies;

    /// <summary>A tensor goes in; a side below 0 is free.</summary>
    public TinyModel Takes(string name, int type, params int[] shape)
    {
        _inputs.Add(Value(name, Tensor(type, shape)));
        return this;
    }

    /// <summary>A tensor comes out.</summary>
    public TinyModel Gives(string name, int type, params int[] shape)
    {
        _outputs.Add(Value(name, Tensor(type, shape)));
        return this;
    }

    /// <summary>A list of tensors of one type comes out.</summary>
    public TinyModel GivesList(string name, int type)
    {
        _outputs.Add(Value(name, new Proto().With(4, new Proto().With(1, Tensor(type, null)))));
        return this;
    }

    /// <summary>A list of maps from words to numbers comes out.</summary>
    public TinyModel GivesMaps(string name)
    {
        var map = new Proto().With(5, new Proto().With(1, Text).With(2, Tensor(Real32, null)));
        _outputs.Add(Value(name, new Proto().With(4, new Proto().With(1, map))));
        return this;
    }

    /// <summary>An operation.</summary>
    public TinyModel Does(string operation, string[] takes, string[] gives, params Proto[] attributes)
    {
        _nodes.Add(new Proto().WithEach(1, takes).WithEach(2, gives).With(4, operation).WithEach(5, attributes));
        return this;
    }

    /// <summary>An operation for classifiers: numbers become maps from the names of classes.</summary>
    public TinyModel NamesClasses(string takes, string gives, params string[] classes)
    {
        _classifies = true;
        var names = classes.Aggregate(new Proto().With(1, "classlabels_strings"), (all, word) => all.With(9, word)).With(20, 8);
        _nodes.Add(new Proto().WithEach(1, [takes]).WithEach(2, [gives]).With(4, "ZipMap").With(5, names).With(7, "ai.onnx.ml"));
        return this;
    }

    /// <summary>A whole number an operation is told.</summary>
    public static Proto Attribute(string name, long value) => new Proto().With(1, name).With(3, value).With(20, 2);

    public byte[] Bytes()
    {
        var graph = new Proto().WithEach(1, _nodes).With(2, "tiny").WithEach(11, _inputs).WithEach(12, _outputs);
        var model = new Proto().With(1, 8).With(7, graph).With(8, new Proto().With(2, 15));
        return (_classifies ? model.With(8, new Proto().With(1, "ai.onnx.ml").With(2, 1)) : model).Bytes;
    }

    private static Proto Value(string name, Proto type) => new Proto().With(1, name).With(2, type);

    private static Proto Tensor(int type, int[]? shape)
    {
        var tensor = new Proto().With(1, type);
        return new Proto().With(1, shape is null ? tensor : tensor.With(2, new Proto().WithEach(1, shape.Select(Side))));
    }

    private static Proto Side(int side) => side < 0 ? new Proto().With(2, $"any{-side}") : new Proto().With(1, (long)side);
}
