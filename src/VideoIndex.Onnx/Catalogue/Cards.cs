using System.Text.Encodings.Web;
using System.Text.Json;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue;

/// <summary>Cards as text, for who hands one to another program.</summary>
public static class Cards
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a card.</summary>
    /// <param name="json">Its text, UTF-8.</param>
    /// <param name="where">What to call it in a sentence.</param>
    /// <exception cref="ModelException">It is no card; the sentence says what is wrong with it.</exception>
    public static ModelCard Read(ReadOnlyMemory<byte> json, string where) => CardReader.Read(json, where);

    /// <summary>Writes what a trial needs of a card; <see cref="Read"/> takes it.</summary>
    public static byte[] Write(ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Plain))
        {
            json.WriteStartObject();
            json.WriteString("name", card.Name);
            json.WriteString("task", card.Task);
            json.WriteString("version", card.Version);
            json.WriteString("licence", card.Licence);
            json.WriteString("sha256", card.Sha256);
            json.WriteNumber("bytes", card.Bytes);
            json.WriteString("head", card.Head);
            Write(json, "inputs", card.Inputs);
            Write(json, "outputs", card.Outputs);
            json.WriteStartArray("labels");
            foreach (var label in card.Labels)
            {
                json.WriteStringValue(label);
            }

            json.WriteEndArray();
            Write(json, card.Preparation);
            json.WriteEndObject();
        }

        return text.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string field, IReadOnlyList<TensorShape> shapes)
    {
        json.WriteStartArray(field);
        foreach (var shape in shapes)
        {
            json.WriteStartObject();
            json.WriteString("name", shape.Name);
            json.WriteString("type", CardReader.WordOf(shape.Type));
            json.WriteStartArray("shape");
            foreach (var side in shape.Shape)
            {
                json.WriteNumberValue(side);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, InputPreparation? preparation)
    {
        if (preparation is not { Mean: [_, _, _] mean, Deviation: [_, _, _] deviation })
        {
            return;
        }

        json.WriteStartObject("preparation");
        json.WriteString("words", preparation.Words);
        foreach (var (field, values) in (ReadOnlySpan<(string, IReadOnlyList<decimal>)>)[("mean", mean), ("deviation", deviation)])
        {
            json.WriteStartArray(field);
            foreach (var value in values)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
