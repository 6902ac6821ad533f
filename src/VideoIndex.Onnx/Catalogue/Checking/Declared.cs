using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue.Checking;

/// <summary>What a graph says it takes and gives, and whether that is what a card says.</summary>
internal static class Declared
{
    private const int MostDimensions = 16;

    // The format's numbers of types: onnx.proto, TensorProto.DataType.
    private static readonly ElementType[] Types =
    [
        ElementType.Unknown, ElementType.Real32, ElementType.Unsigned8, ElementType.Signed8, ElementType.Unknown, ElementType.Unknown,
        ElementType.Signed32, ElementType.Signed64, ElementType.Text, ElementType.Truth, ElementType.Real16, ElementType.Real64,
    ];

    /// <summary>Reads what the graph says of one of its ends: 1 is its name, 2 its type.</summary>
    /// <exception cref="ModelException">It is damaged, or no tensor.</exception>
    public static TensorShape Tensor(ReadOnlySpan<byte> bytes)
    {
        var shape = new TensorShape("", ElementType.Unknown, []);
        var end = new ProtoReader(bytes);
        while (end.Next())
        {
            shape = end.Field switch
            {
                1 => shape with { Name = end.Text },
                2 => WithType(shape, end.Bytes),
                _ => shape,
            };
        }

        return shape;
    }

    /// <summary>Refuses a model that does not take or give what its card says. Where the card says any number, any will do.</summary>
    /// <param name="card">The card.</param>
    /// <param name="inputs">What the model takes.</param>
    /// <param name="outputs">What it gives.</param>
    /// <exception cref="ModelException">They differ.</exception>
    public static void Check(ModelCard card, IReadOnlyList<TensorShape> inputs, IReadOnlyList<TensorShape> outputs)
    {
        if (!Fit(card.Inputs, inputs))
        {
            throw new ModelException("wrong-inputs", $"The model takes {Words(inputs)}, where its card says {Words(card.Inputs)}.");
        }

        if (!Fit(card.Outputs, outputs))
        {
            throw new ModelException("wrong-outputs", $"The model gives {Words(outputs)}, where its card says {Words(card.Outputs)}.");
        }
    }

    private static bool Fit(IReadOnlyList<TensorShape> said, IReadOnlyList<TensorShape> found) =>
        said.Count == found.Count && said.Zip(found).All(pair => Fit(pair.First, pair.Second));

    private static bool Fit(TensorShape said, TensorShape found) =>
        said.Name == found.Name && said.Type == found.Type && said.Shape.Count == found.Shape.Count
        && said.Shape.Zip(found.Shape).All(side => side.First == -1 || side.First == side.Second);

    private static string Words(IReadOnlyList<TensorShape> shapes)
    {
        var all = string.Join(", ", shapes.Take(3).Select(one => $"{one.Name} ({CardReader.WordOf(one.Type)} {string.Join(" x ", one.Shape.Select(side => side < 0 ? "any" : $"{side}"))})"));
        return shapes.Count switch
        {
            0 => "nothing",
            > 3 => $"{all} and {shapes.Count - 3} more",
            _ => all,
        };
    }

    // Of a type, 1 is a tensor's: of that, 1 is its values' type, 2 its shape, whose 1 are its dimensions.
    private static TensorShape WithType(TensorShape end, ReadOnlySpan<byte> bytes)
    {
        var type = new ProtoReader(bytes);
        while (type.Next())
        {
            if (type.Field == 1)
            {
                var tensor = new ProtoReader(type.Bytes);
                while (tensor.Next())
                {
                    end = tensor.Field switch
                    {
                        1 => end with { Type = tensor.Value >= 0 && tensor.Value < Types.Length ? Types[tensor.Value] : ElementType.Unknown },
                        2 => end with { Shape = Sides(tensor.Bytes) },
                        _ => end,
                    };
                }
            }
        }

        return end;
    }

    // Of a dimension, 1 is its size; one with a name in the place of a size, or with neither, is any.
    private static List<int> Sides(ReadOnlySpan<byte> bytes)
    {
        var sides = new List<int>();
        var shape = new ProtoReader(bytes);
        while (shape.Next())
        {
            if (shape.Field != 1)
            {
                continue;
            }

            var size = -1L;
            var side = new ProtoReader(shape.Bytes);
            while (side.Next())
            {
                size = side.Field == 1 && side.Value > 0 ? side.Value : size;
            }

            sides.Add(size <= int.MaxValue && sides.Count < MostDimensions ? (int)size : throw ProtoReader.Malformed());
        }

        return sides;
    }
}
