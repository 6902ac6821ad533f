using System.Security.Cryptography;
using System.Text.Json;
using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Graph;

namespace VideoIndex.Onnx.Tests.Embeddings;

/// <summary>
/// Two towers whose right answers are known: that of pictures gives the mean colour, from -1 to 1, that of words the sum of the colours the words name. They are
/// written here and have learned nothing.
/// </summary>
internal static class ColourTowers
{
    /// <summary>The colours they know, and where they lie.</summary>
    public static readonly IReadOnlyDictionary<string, long[]> Colours = new Dictionary<string, long[]>
    {
        ["red"] = [1, -1, -1],
        ["green"] = [-1, 1, -1],
        ["blue"] = [-1, -1, 1],
        ["yellow"] = [1, 1, -1],
        ["pink"] = [1, -1, 1],
        ["cyan"] = [-1, 1, 1],
        ["white"] = [1, 1, 1],
    };

    private const int Words = 16;

    /// <summary>Gets the tokens: letters, letters that end a word, the beginnings and the whole of each colour, in the order they are joined, and the marks.</summary>
    public static IReadOnlyList<string> Tokens { get; } =
    [
        .. Enumerable.Range('a', 26).Select(letter => $"{(char)letter}"),
        .. Enumerable.Range('a', 26).Select(letter => $"{(char)letter}</w>"),
        .. Colours.Keys.SelectMany(word => Enumerable.Range(2, word.Length - 1).Select(length => length == word.Length ? $"{word}</w>" : word[..length])),
        "<|startoftext|>", "<|endoftext|>",
    ];

    /// <summary>Writes both into a folder, each with its card, to be imported.</summary>
    public static void Write(string folder)
    {
        var pictures = new GraphMaker("pictures");
        pictures.Takes("pixels", ElementType.Real32, "1 3 32 32");
        pictures.Does("ReduceMean", "", ["pixels"], ["vector"], GraphMaker.ToldEach("axes", 2, 3), GraphMaker.Told("keepdims", 0));
        pictures.Gives("vector", ElementType.Real32, "1 3");
        Write(Path.Combine(folder, "pictures"), pictures, "colours-picture", ModelTasks.PictureEmbedding, "picture-tower", ("pixels", "real32", [1, 3, 32, 32]), null);

        var texts = new GraphMaker("texts");
        texts.Takes("tokens", ElementType.Signed64, $"1 {Words}");
        var flat = texts.Constant([.. Tokens.SelectMany(token => Colours.GetValueOrDefault(token.Replace("</w>", "", StringComparison.Ordinal), [0, 0, 0]))]);
        var table = texts.Does("Cast", [texts.Does("Reshape", [flat, texts.Constant(Tokens.Count, 3)])], GraphMaker.Told("to", 1));
        texts.Does("ReduceSum", "", [texts.Does("Gather", [table, "tokens"]), texts.Constant(1)], ["vector"], GraphMaker.Told("keepdims", 0));
        texts.Gives("vector", ElementType.Real32, "1 3");
        Write(Path.Combine(folder, "texts"), texts, "colours-text", ModelTasks.TextEmbedding, "text-tower", ("tokens", "signed64", [1, Words]), Tokens);
    }

    private static void Write(string folder, GraphMaker graph, string name, string task, string head, (string Name, string Type, int[] Shape) input, IReadOnlyList<string>? labels)
    {
        Directory.CreateDirectory(folder);
        var bytes = graph.Bytes();
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), bytes);
        var card = new Dictionary<string, object>
        {
            ["name"] = name,
            ["task"] = task,
            ["version"] = "1",
            ["licence"] = "MIT",
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            ["bytes"] = bytes.Length,
            ["head"] = head,
            ["inputs"] = new[] { new { name = input.Name, type = input.Type, shape = input.Shape } },
            ["outputs"] = new[] { new { name = "vector", type = "real32", shape = (int[])[1, 3] } },
        };
        if (labels is null)
        {
            card["preparation"] = new { words = "From -1 to 1.", colours = "rgb", mean = (double[])[127.5, 127.5, 127.5], deviation = (double[])[127.5, 127.5, 127.5], fit = "stretch" };
        }
        else
        {
            card["labels"] = labels;
        }

        File.WriteAllText(Path.Combine(folder, "model.json"), JsonSerializer.Serialize(card));
    }
}
