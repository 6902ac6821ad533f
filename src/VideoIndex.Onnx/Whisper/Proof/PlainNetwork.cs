using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Proof;

/// <summary>
/// The whole of a Whisper network in plain loops, written apart from the graphs and sharing nothing with them but the names of weights: what graphs
/// are held against. A. Radford and others, "Robust Speech Recognition via Large-Scale Weak Supervision", 2022.
/// </summary>
/// <param name="weights">The weights; one matrix is in memory at a time.</param>
internal sealed class PlainNetwork(WeightSet weights)
{
    private int Width => weights.Sizes.Width;

    /// <summary>Encodes a sound picture.</summary>
    /// <param name="mel">The picture, band by band.</param>
    /// <param name="frames">How many frames it has: two for each position, which may be fewer than a window has.</param>
    /// <returns>The positions, <see cref="WhisperSizes.Width"/> values each.</returns>
    public float[] Encode(float[] mel, int frames)
    {
        var heard = Convolve(mel, "encoder.conv1", weights.Sizes.Mels, frames, 1);
        heard = Convolve(Turned(heard, Width), "encoder.conv2", Width, frames, 2);
        Add(heard, Read("encoder.embed_positions.weight", weights.Sizes.Positions, Width));
        for (var i = 0; i < weights.Sizes.Encoder.Layers; i++)
        {
            var layer = $"encoder.layers.{i}";
            var normed = Norm(heard, layer + ".self_attn_layer_norm");
            Add(heard, Attend(normed, normed, layer + ".self_attn", weights.Sizes.Encoder.Heads, causal: false));
            Add(heard, Widen(heard, layer, weights.Sizes.Encoder.Inner));
        }

        return Norm(heard, "encoder.layer_norm");
    }

    /// <summary>Gives the logits at every place of a sequence, all at once and without a cache.</summary>
    public float[] Decode(float[] encoded, int[] tokens)
    {
        var said = new float[tokens.Length * Width];
        var matrix = weights.Get("decoder.embed_tokens.weight", weights.Sizes.Vocabulary, Width);
        for (var i = 0; i < tokens.Length; i++)
        {
            var rows = 32 * Width; // weights in blocks can be read from such places only
            var start = (long)tokens[i] * Width;
            var block = new float[Math.Min(rows, matrix.Count - start / rows * rows)];
            matrix.Read(start / rows * rows, block);
            block.AsSpan((int)(start % rows), Width).CopyTo(said.AsSpan(i * Width));
        }

        Add(said, Read("decoder.embed_positions.weight", weights.Sizes.TextLength, Width));
        for (var i = 0; i < weights.Sizes.Decoder.Layers; i++)
        {
            var layer = $"decoder.layers.{i}";
            var normed = Norm(said, layer + ".self_attn_layer_norm");
            Add(said, Attend(normed, normed, layer + ".self_attn", weights.Sizes.Decoder.Heads, causal: true));
            Add(said, Attend(Norm(said, layer + ".encoder_attn_layer_norm"), encoded, layer + ".encoder_attn", weights.Sizes.Decoder.Heads, causal: false));
            Add(said, Widen(said, layer, weights.Sizes.Decoder.Inner));
        }

        return PlainProduct.Of(Norm(said, "decoder.layer_norm"), Read(weights.Logits, weights.Sizes.Vocabulary, Width), [], Width, weights.Sizes.Vocabulary);
    }

    private float[] Convolve(float[] picture, string name, int bands, int frames, int stride)
    {
        var (kernel, bias) = (Read(name + ".weight", Width, bands, 3), Read(name + ".bias", Width));
        var around = new float[frames / stride * bands * 3];
        for (var place = 0; place < frames / stride; place++)
        {
            for (var band = 0; band < bands; band++)
            {
                for (var tap = 0; tap < 3; tap++)
                {
                    var frame = place * stride + tap - 1;
                    around[(place * bands + band) * 3 + tap] = frame >= 0 && frame < frames ? picture[band * frames + frame] : 0;
                }
            }
        }

        return PlainProduct.Bend(PlainProduct.Of(around, kernel, bias, 3 * bands, Width));
    }

    private float[] Attend(float[] asking, float[] told, string name, int heads, bool causal)
    {
        var query = PlainProduct.Of(asking, Read(name + ".q_proj.weight", Width, Width), Read(name + ".q_proj.bias", Width), Width, Width);
        var key = PlainProduct.Of(told, Read(name + ".k_proj.weight", Width, Width), [], Width, Width);
        var value = PlainProduct.Of(told, Read(name + ".v_proj.weight", Width, Width), Read(name + ".v_proj.bias", Width), Width, Width);
        var (size, made) = (Width / heads, new float[query.Length]);
        for (var place = 0; place < query.Length / Width; place++)
        {
            for (var head = 0; head < heads; head++)
            {
                var seen = causal ? place + 1 : told.Length / Width;
                Mix(query.AsSpan(place * Width + head * size, size), key, value, made.AsSpan(place * Width + head * size, size), (head * size, seen));
            }
        }

        return PlainProduct.Of(made, Read(name + ".out_proj.weight", Width, Width), Read(name + ".out_proj.bias", Width), Width, Width);
    }

    private void Mix(ReadOnlySpan<float> query, float[] key, float[] value, Span<float> made, (int Start, int Seen) where)
    {
        var shares = new double[where.Seen];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = PlainProduct.Dot(query, key.AsSpan(i * Width + where.Start, query.Length)) / Math.Sqrt(query.Length);
        }

        var most = shares.Max();
        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            sum += shares[i] = Math.Exp(shares[i] - most);
        }

        for (var i = 0; i < shares.Length; i++)
        {
            for (var at = 0; at < made.Length; at++)
            {
                made[at] += (float)(shares[i] / sum * value[i * Width + where.Start + at]);
            }
        }
    }

    private float[] Widen(float[] rows, string layer, int inner)
    {
        var normed = Norm(rows, layer + ".final_layer_norm");
        var wide = PlainProduct.Bend(PlainProduct.Of(normed, Read(layer + ".fc1.weight", inner, Width), Read(layer + ".fc1.bias", inner), Width, inner));
        return PlainProduct.Of(wide, Read(layer + ".fc2.weight", Width, inner), Read(layer + ".fc2.bias", Width), inner, Width);
    }

    private float[] Norm(float[] rows, string name) => PlainProduct.Norm(rows, Read(name + ".weight", Width), Read(name + ".bias", Width));

    private float[] Read(string name, params int[] sides) => weights.Get(name, sides).ToArray();

    private static void Add(float[] to, ReadOnlySpan<float> values)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += values[i];
        }
    }

    private static float[] Turned(float[] rows, int width)
    {
        var turned = new float[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            turned[i % width * (rows.Length / width) + i / width] = rows[i];
        }

        return turned;
    }
}
