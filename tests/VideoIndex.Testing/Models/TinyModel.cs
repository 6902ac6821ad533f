using System.Security.Cryptography;
using System.Text;
using VideoIndex.Inference;

namespace VideoIndex.Testing.Models;

/// <summary>
/// A model of a few hundred bytes, written here: it takes a picture, and gives the mean of its colours at each place. Everything that can be
/// wrong with a model can be asked for.
/// </summary>
public sealed record TinyModel
{
    public string Name { get; init; } = "tiny-places";

    public string Input { get; init; } = "x";

    public string Operator { get; init; } = "ReduceMean";

    public int Operators { get; init; } = 11;

    public string Domain { get; init; } = "";

    public int Format { get; init; } = 7;

    public bool KeepsWeightsElsewhere { get; init; }

    /// <summary>How many bytes a weight of one number claims to have.</summary>
    public int WeightBytes { get; init; } = 4;

    /// <summary>A dimension of the weight beside its first, of 1.</summary>
    public long WeightSide { get; init; } = 1;

    /// <summary>How often a graph lies within a graph.</summary>
    public int Depth { get; init; }

    public byte[] Bytes() => Message(
        Number(1, Format),
        Inner(7, Graph()),
        Inner(8, Message(Text(1, Domain), Number(2, Operators))));

    /// <summary>The card such a model would be imported with, its hash and size right.</summary>
    public ModelCard Card() => CardOf(Bytes());

    public ModelCard CardOf(byte[] bytes) => new(
        Name, ModelTasks.TextPlaces, "1.0", "MIT", Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, "db")
    {
        Inputs = [new TensorShape("x", ElementType.Real32, [-1, 3, -1, -1])],
        Outputs = [new TensorShape("map", ElementType.Real32, [-1, 1, -1, -1])],
    };

    /// <summary>Bytes that begin a field: its number and how it is written.</summary>
    private static byte[] Tag(int field, int kind) => Varint((ulong)(field << 3 | kind));

    private byte[] Graph()
    {
        var axes = Inner(5, Message(Text(1, "axes"), Number(8, 1), Number(20, 7)));
        var node = Inner(1, Message(Text(1, Input), Text(2, "mean"), Text(4, "ReduceMean"), axes));
        var last = Inner(1, Operator == "ReduceMean"
            ? Message(Text(1, "mean"), Text(2, "map"), Text(4, "Identity"))
            : Message(Text(1, "mean"), Text(2, "map"), Text(4, Operator)));
        var weight = Inner(5, Weight());
        return Message(node, last, Nested(), Text(2, "tiny"), weight, Inner(11, End(Input, 3)), Inner(12, End("map", 1)));
    }

    private byte[] Nested()
    {
        var graph = Message(Text(2, "innermost"));
        for (var depth = 0; depth < Depth; depth++)
        {
            graph = Inner(1, Message(Text(1, "a"), Text(2, "b"), Text(4, "If"), Inner(5, Message(Text(1, "then_branch"), Inner(6, graph), Number(20, 5)))));
        }

        return Depth == 0 ? [] : graph;
    }

    private byte[] Weight() => KeepsWeightsElsewhere
        ? Message(Number(1, 1), Number(2, 1), Text(8, "unused"), Inner(13, Message(Text(1, "location"), Text(2, "../../etc/passwd"))), Number(14, 1))
        : Message(Number(1, 1), Number(1, WeightSide), Number(2, 1), Text(8, "unused"), Inner(9, new byte[WeightBytes]));

    private static byte[] End(string name, int channels)
    {
        byte[][] sides = [Inner(1, Text(2, "n")), Inner(1, Number(1, channels)), Inner(1, Text(2, "h")), Inner(1, Text(2, "w"))];
        return Message(Text(1, name), Inner(2, Inner(1, Message(Number(1, 1), Inner(2, Message(sides))))));
    }

    private static byte[] Message(params byte[][] fields) => [.. fields.SelectMany(field => field)];

    private static byte[] Number(int field, long value) => [.. Tag(field, 0), .. Varint(unchecked((ulong)value))];

    private static byte[] Text(int field, string text) => Inner(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Inner(int field, byte[] bytes) => [.. Tag(field, 2), .. Varint((ulong)bytes.Length), .. bytes];

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value > 127; value >>= 7)
        {
            bytes.Add((byte)(value & 127 | 128));
        }

        return [.. bytes, (byte)value];
    }
}
