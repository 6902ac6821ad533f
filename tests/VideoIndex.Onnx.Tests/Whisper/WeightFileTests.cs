using System.Buffers.Binary;
using System.Text.Json.Nodes;
using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Sources;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Tests.Whisper;

public sealed class WeightFileTests : IDisposable
{
    private const string Some = "model.encoder.conv1.bias", Other = "model.encoder.conv2.bias";

    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex-weights-").FullName;

    [Fact]
    public void A_sound_file_gives_its_weights()
    {
        TinySpeech.Write(_folder);
        using var weights = HuggingFaceWeights.Open(_folder);
        Assert.Equal(TinySpeech.Width, weights.Get("encoder.conv1.bias", TinySpeech.Width).ToArray().Length);
        Assert.Equal((10, 24), (weights.Sizes.Positions, weights.Sizes.Width));
    }

    public static TheoryData<string, string> Damages => new()
    {
        { "overlap", "malformed-model" }, { "outside", "malformed-model" }, { "huge", "malformed-model" }, { "negative", "malformed-model" }, { "size", "malformed-model" },
        { "type", "unknown-weights" }, { "text", "malformed-model" }, { "missing", "missing-weights" }, { "sides", "wrong-sizes" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_file_is_refused_with_a_code(string damage, string code)
    {
        TinySpeech.Write(_folder, head => Damage(head, damage));
        Assert.Equal(code, Assert.Throws<ModelException>(() =>
        {
            using var weights = HuggingFaceWeights.Open(_folder);
            weights.Get("encoder.conv1.bias", TinySpeech.Width).ToArray();
            weights.Get("encoder.conv2.bias", TinySpeech.Width).ToArray();
        }).Code);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_and_never_read_beyond_its_end()
    {
        TinySpeech.Write(_folder);
        var path = Path.Combine(_folder, "model.safetensors");
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length += 1 + length / 7)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Equal("malformed-model", Assert.Throws<ModelException>(() => HuggingFaceWeights.Open(_folder).Dispose()).Code);
        }
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1L << 40)]
    public void An_absurd_length_of_the_head_is_refused(long length)
    {
        TinySpeech.Write(_folder);
        var bytes = TinySpeech.Weights();
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        File.WriteAllBytes(Path.Combine(_folder, "model.safetensors"), bytes);
        Assert.Equal("malformed-model", Assert.Throws<ModelException>(() => HuggingFaceWeights.Open(_folder).Dispose()).Code);
    }

    [Fact]
    public void A_value_that_is_no_number_is_refused_when_it_is_read()
    {
        TinySpeech.Write(_folder);
        var bytes = TinySpeech.Weights();
        bytes.AsSpan(bytes.Length - 4).Fill(0xFF);
        File.WriteAllBytes(Path.Combine(_folder, "model.safetensors"), bytes);
        using var weights = HuggingFaceWeights.Open(_folder);
        Assert.Equal("not-finite", Assert.Throws<ModelException>(() => weights.Get("decoder.layers.0.fc2.bias", TinySpeech.Width).ToArray()).Code);
    }

    [Theory]
    [InlineData("{\"weight_map\": {\"a\": \"../../etc/passwd\"}}")]
    [InlineData("{\"weight_map\": {\"a\": \"/etc/passwd.safetensors\"}}")]
    [InlineData("{\"weight_map\": {}}")]
    [InlineData("[]")]
    public void An_index_names_only_files_beside_it(string index)
    {
        TinySpeech.Write(_folder);
        File.Delete(Path.Combine(_folder, "model.safetensors"));
        File.WriteAllText(Path.Combine(_folder, HuggingFaceWeights.Index), index);
        Assert.Contains(Assert.Throws<ModelException>(() => HuggingFaceWeights.Open(_folder).Dispose()).Code, (string[])["malformed-model", "bad-config"]);
    }

    [Fact]
    public void Weights_in_several_files_are_found_by_their_index()
    {
        TinySpeech.Write(_folder);
        File.Move(Path.Combine(_folder, "model.safetensors"), Path.Combine(_folder, "part-1.safetensors"));
        File.WriteAllText(Path.Combine(_folder, HuggingFaceWeights.Index), "{\"weight_map\": {\"a\": \"part-1.safetensors\", \"b\": \"part-1.safetensors\"}}");
        using var weights = HuggingFaceWeights.Open(_folder);
        Assert.True(weights.Has("encoder.conv1.weight"));
    }

    [Theory]
    [InlineData("d_model", 0)]
    [InlineData("d_model", 1 << 30)]
    [InlineData("vocab_size", -1)]
    [InlineData("encoder_layers", 100_000)]
    [InlineData("decoder_attention_heads", 7)]
    public void Absurd_sizes_are_refused(string field, int value)
    {
        TinySpeech.Write(_folder);
        var path = Path.Combine(_folder, "config.json");
        var config = JsonNode.Parse(File.ReadAllText(path))!;
        config[field] = value;
        File.WriteAllText(path, config.ToJsonString());
        Assert.Equal("bad-config", Assert.Throws<ModelException>(() => HuggingFaceWeights.Open(_folder).Dispose()).Code);
    }

    [Fact]
    public void Files_of_whisper_cpp_that_are_damaged_are_refused()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(4, 400)];
            random.NextBytes(bytes);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, GgmlFile.Magic);
            for (var i = 1; i < Math.Min(16, bytes.Length / 4); i++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 * i), random.Next(-2, 5)); // small, so that what lies behind is reached
            }

            var path = Path.Combine(_folder, "ggml.bin");
            File.WriteAllBytes(path, bytes);
            Assert.Contains(Assert.Throws<ModelException>(() => GgmlWeights.Open(path, out _).Dispose()).Code, (string[])["malformed-model", "unknown-weights", "bad-config"]);
        }
    }

    [Fact]
    public void A_folder_without_tokens_is_refused()
    {
        TinySpeech.Write(_folder);
        File.Delete(Path.Combine(_folder, "vocab.json"));
        Assert.Equal("missing-file", Assert.Throws<ModelException>(() => SpeechFacts.Read(SpeechSource.Find(_folder)!)).Code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Damage(JsonObject head, string how)
    {
        var entry = head[Some]!.AsObject();
        var first = (long)entry["data_offsets"]![0]!;
        switch (how)
        {
            case "overlap": entry["data_offsets"] = head[Other]!["data_offsets"]!.DeepClone(); break;
            case "outside": entry["data_offsets"] = new JsonArray(1L << 50, (1L << 50) + 4 * TinySpeech.Width); break;
            case "huge": entry["shape"] = new JsonArray(2_000_000_000, 2_000_000_000, 2_000_000_000); break;
            case "negative": entry["data_offsets"] = new JsonArray(-4 * TinySpeech.Width, 0); break;
            case "size": entry["data_offsets"] = new JsonArray(first, first + 4); break;
            case "type": entry["dtype"] = "I4"; break;
            case "text": entry["shape"] = "wide"; break;
            case "missing": head.Remove(Some); break;
            default: entry["shape"] = new JsonArray(TinySpeech.Width / 2, 2); break;
        }
    }
}
