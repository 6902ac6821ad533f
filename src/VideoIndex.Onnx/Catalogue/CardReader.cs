using System.Text.Json;
using System.Text.RegularExpressions;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue;

/// <summary>Reads cards: entries of the manifest, and what strangers lay beside their models. What <c>models/manifest.schema.json</c> says is held here.</summary>
internal static partial class CardReader
{
    /// <summary>The name of a card's file, beside its model.</summary>
    public const string FileName = "model.json";

    /// <summary>How large a card may be.</summary>
    public const int MostBytes = 10_000_000;

    /// <summary>How large a model may be: what a message of the format can hold, and a process hold at once.</summary>
    public const long LargestModel = 2_000_000_000;

    // What 'models install' takes beside names; the runtime has a folder of its own among the models.
    private static readonly string[] Reserved = ["all", "runtime", Whisper.Shelf.SpeechShelf.FolderName];

    private static readonly string[] Fields =
        ["$schema", "name", "task", "version", "licence", "source", "sha256", "bytes", "head", "inputs", "outputs", "labels", "language", "preparation", "reading", "measured"];

    /// <summary>Reads a card.</summary>
    /// <param name="json">Its text, UTF-8.</param>
    /// <param name="where">What to call it in a sentence.</param>
    /// <exception cref="ModelException">It is no card; the sentence says what is wrong with it.</exception>
    public static ModelCard Read(ReadOnlyMemory<byte> json, string where)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            return Read(new CardNode(document.RootElement, where));
        }
        catch (JsonException failure)
        {
            throw new ModelException("bad-card", $"{where} is no JSON (line {failure.LineNumber + 1}).", failure);
        }
        catch (InvalidOperationException failure)
        {
            // Half a character, in bytes or as an escape: the reader says so only when the text is asked for.
            throw new ModelException("bad-card", $"{where} has text that is no Unicode.", failure);
        }
    }

    /// <summary>Reads a card that is part of a document.</summary>
    /// <exception cref="ModelException">It is no card; the sentence says what is wrong with it.</exception>
    public static ModelCard Read(CardNode card)
    {
        card.AllowOnly(Fields);
        var read = new ModelCard(
            card.Text("name", NameForm()),
            card.Text("task"),
            card.Text("version", VersionForm()),
            card.Text("licence", LicenceForm()),
            card.Text("sha256", HashForm()),
            card.Whole("bytes", 1, LargestModel) ?? throw card.Wrong("bytes"),
            card.Text("head"))
        {
            Source = card.Has("source") ? new Uri(card.Text("source", SourceForm())) : null,
            Labels = card.Has("labels") ? card.Texts("labels", 100_000) : [],
            Language = card.Has("language") ? card.Text("language", LanguageForm()) : null,
            Inputs = card.List("inputs", 64, Tensor),
            Outputs = card.List("outputs", 64, Tensor),
            Preparation = card.Has("preparation") ? Preparation(card.Inner("preparation")) : null,
            Reading = card.Has("reading") ? card.Text("reading") : "",
            Measured = card.Has("measured") ? card.List("measured", 1000, Figure) : [],
        };
        KnownHeads.Check(read, card.Where);
        if (read.Inputs is [] || read.Outputs is [])
        {
            throw card.Wrong(read.Inputs is [] ? "inputs" : "outputs");
        }

        if (Reserved.Contains(read.Name))
        {
            throw new ModelException("bad-card", $"{card.Where} has the name '{read.Name}', which means something else to videoindex models.");
        }

        return read.Inputs is [{ Shape: [_, _, var height, var width] }, ..]
            ? read with { Width = Math.Max(0, width), Height = Math.Max(0, height) }
            : read;
    }

    /// <summary>Returns the word for a type of values.</summary>
    public static string WordOf(ElementType type) => type.ToString().ToLowerInvariant();

    private static TensorShape Tensor(CardNode node)
    {
        node.AllowOnly("name", "type", "shape");
        var word = node.Text("type");
        var type = Enum.GetValues<ElementType>().FirstOrDefault(known => known != ElementType.Unknown && WordOf(known) == word);
        return type == ElementType.Unknown
            ? throw node.Wrong("type")
            : new TensorShape(node.Text("name", AnyText()), type, node.Wholes("shape", 8, -1, 1_000_000));
    }

    private static InputPreparation Preparation(CardNode node)
    {
        node.AllowOnly("words", "colours", "mean", "deviation", "fit", "fill", "multiple");
        return new InputPreparation(node.Text("words"))
        {
            Colours = node.Has("colours") ? node.Text("colours", ColourForm()) : null,
            Mean = node.Has("mean") ? node.Numbers("mean", 3, -1000m, 1000m) : [],
            Deviation = node.Has("deviation") ? node.Numbers("deviation", 3, 0.000001m, 1000m) : [],
            Fit = node.Has("fit") ? node.Text("fit", FitForm()) : null,
            Fill = (int?)node.Whole("fill", 0, 255),
            Multiple = (int?)node.Whole("multiple", 1, 1024) ?? 1,
        };
    }

    private static ModelFigure Figure(CardNode node)
    {
        node.AllowOnly("what", "on", "value");
        return new ModelFigure(node.Text("what"), node.Text("on"), node.Number("value", -1_000_000_000m, 1_000_000_000m));
    }

    [GeneratedRegex(@"\A[a-z]{3}\z")]
    private static partial Regex LanguageForm();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{0,63}\z")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.+-]{0,31}\z")]
    private static partial Regex VersionForm();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.+-]{0,63}\z")]
    private static partial Regex LicenceForm();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex HashForm();

    [GeneratedRegex(@"\Ahttps://[^\s/?#@]+/\S{1,1900}\z")]
    private static partial Regex SourceForm();

    [GeneratedRegex(@"\A(bgr|rgb)\z")]
    private static partial Regex ColourForm();

    [GeneratedRegex(@"\A(letterbox|stretch|pad|line|crop)\z")]
    private static partial Regex FitForm();

    [GeneratedRegex(@"\A.{1,1000}\z", RegexOptions.Singleline)]
    private static partial Regex AnyText();
}
