using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>Products with matrices of weights.</summary>
/// <remarks>
/// In 8 bits there are two ways. The encoder, given one window at a time, brings all it multiplies to bytes by one range, the faster way
/// (<c>DynamicQuantizeMatMul</c>). In the decoder that would let what a sequence says depend on those beside it, so there each row is brought to bytes by
/// itself, block by block (<c>MatMulNBits</c> with an accuracy level of 4).
/// </remarks>
/// <param name="maker">Takes the operations.</param>
/// <param name="weights">The weights.</param>
/// <param name="precision">In what numbers they are made.</param>
/// <param name="apart">Whether in 8 bits rows are kept from having a say in each other.</param>
internal sealed class Products(GraphMaker maker, WeightSet weights, Precision precision, bool apart)
{
    private const string Tokens = "decoder.embed_tokens.weight";
    private const int Middle = 128; // the byte that stands for 0
    private const int WholeProducts = 4; // the accuracy level at which products are of whole numbers of 8 bits

    private WhisperSizes Sizes => weights.Sizes;

    /// <summary>Adds a product, without a bias.</summary>
    /// <param name="input">What is multiplied, of <paramref name="from"/> values a row.</param>
    /// <param name="name">The matrix, a row for each value that comes out.</param>
    /// <param name="from">How many values a row has.</param>
    /// <param name="to">How many come out.</param>
    public string Of(string input, string name, int from, int to)
    {
        var made = maker.Fresh();
        if (precision == Precision.Real32)
        {
            var weight = weights.Get(name, to, from);
            maker.Does("MatMul", "", [input, maker.Weight(name, ElementType.Real32, [from, to], file => Portions.CopyTransposed(weight, to, from, file))], [made]);
        }
        else if (apart)
        {
            OfBytes(input, Bytes(name, to, from), (from, to), made);
        }
        else
        {
            OfBytesTogether(input, name, (from, to), made);
        }

        return made;
    }

    /// <summary>Adds the looking up of the rows of the tokens' matrix.</summary>
    /// <param name="tokens">Which rows.</param>
    public string Rows(string tokens)
    {
        if (precision == Precision.Signed8)
        {
            return RowsOfBytes(tokens, Bytes(Tokens, Sizes.Vocabulary, Sizes.Width));
        }

        return maker.Does("Gather", [Plain(Tokens), tokens]);
    }

    /// <summary>Adds the product that gives every token's logit: with the matrix the tokens were looked up in, unless the model has another.</summary>
    /// <param name="input">What is multiplied.</param>
    /// <param name="output">The name of what comes out.</param>
    public void Logits(string input, string output)
    {
        var shared = weights.Logits == Tokens;
        if (precision == Precision.Signed8)
        {
            OfBytes(input, shared ? Named(Tokens, Sizes.Width) : Bytes(weights.Logits, Sizes.Vocabulary, Sizes.Width), (Sizes.Width, Sizes.Vocabulary), output);
        }
        else
        {
            maker.Does("FusedMatMul", GraphMaker.Fused, [input, shared ? Tokens : Plain(weights.Logits)], [output], GraphMaker.Told("transB", 1));
        }
    }

    private string Plain(string name)
    {
        var weight = weights.Get(name, Sizes.Vocabulary, Sizes.Width);
        return maker.Weight(name, ElementType.Real32, [Sizes.Vocabulary, Sizes.Width], file => Portions.Copy(weight, file));
    }

    private static ByteMatrix Named(string name, int from) => new(name, name + ".scale", ByteBlocks.SizeFor(from), ByteBlocks.CountFor(from));

    private ByteMatrix Bytes(string name, int rows, int from)
    {
        var (weight, matrix) = (weights.Get(name, rows, from), Named(name, from));
        var scales = Array.Empty<float>();
        maker.Weight(matrix.Bytes, ElementType.Unsigned8, [rows, matrix.Blocks, matrix.Size], file => scales = ByteBlocks.Copy(weight, rows, from, file));
        maker.Weight(matrix.Scales, ElementType.Real32, [rows, matrix.Blocks], file => file.Append<float>(scales));
        return matrix;
    }

    private void OfBytes(string input, ByteMatrix matrix, (int From, int To) sides, string output) => maker.Does(
        "MatMulNBits", GraphMaker.Fused, [input, matrix.Bytes, matrix.Scales], [output],
        GraphMaker.Told("K", sides.From), GraphMaker.Told("N", sides.To), GraphMaker.Told("bits", 8),
        GraphMaker.Told("block_size", matrix.Size), GraphMaker.Told("accuracy_level", WholeProducts));

    private void OfBytesTogether(string input, string name, (int From, int To) sides, string output)
    {
        var weight = weights.Get(name, sides.To, sides.From);
        var scales = Array.Empty<float>();
        var bytes = maker.Weight(name, ElementType.Signed8, [sides.From, sides.To], file => scales = ByteColumns.Copy(weight, sides.To, sides.From, file));
        var scale = maker.Weight(name + ".scale", ElementType.Real32, [sides.To], file => file.Append<float>(scales));
        maker.Does("DynamicQuantizeMatMul", GraphMaker.Fused, [input, bytes, scale], [output]);
    }

    private string RowsOfBytes(string tokens, ByteMatrix matrix)
    {
        var bytes = maker.Does("Cast", [maker.Does("Gather", [matrix.Bytes, tokens])], GraphMaker.Told("to", (long)Native.OrtTypes.To(ElementType.Real32)));
        var scales = maker.Does("Unsqueeze", [maker.Does("Gather", [matrix.Scales, tokens]), maker.Constant(-1)]);
        var middle = maker.Weight("middle", ElementType.Real32, [1], file => file.Append<float>([Middle]));
        var values = maker.Does("Mul", [maker.Does("Sub", [bytes, middle]), scales]);
        var rows = maker.Does("Reshape", [values, maker.Constant(0, 0, matrix.Blocks * matrix.Size)]);
        return matrix.Blocks * matrix.Size == Sizes.Width ? rows
            : maker.Does("Slice", [rows, maker.Constant(0), maker.Constant(Sizes.Width), maker.Constant(2)]);
    }

    private sealed record ByteMatrix(string Bytes, string Scales, int Size, int Blocks);
}
