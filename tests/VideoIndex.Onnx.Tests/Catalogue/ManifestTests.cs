using System.Text;
using System.Text.Json.Nodes;
using VideoIndex.Inference;
using VideoIndex.Onnx.Catalogue;

namespace VideoIndex.Onnx.Tests.Catalogue;

public sealed class ManifestTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "models");

    private static JsonNode Json(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!;

    [Fact]
    public void The_manifest_is_as_its_schema_says() => Assert.Empty(new Schema(Json("manifest.schema.json")).Faults(Json("manifest.json")));

    [Fact]
    public void Names_are_given_once() =>
        Assert.Equal(Manifest.Embedded.Models.Count, Manifest.Embedded.Models.Select(card => card.Name).Distinct().Count());

    [Fact]
    public void Every_task_has_a_model() => Assert.Equal(
        [ModelTasks.Objects, ModelTasks.Faces, ModelTasks.TextPlaces, ModelTasks.TextDirection, ModelTasks.TextLines, ModelTasks.Speech],
        Manifest.Embedded.Models.Select(card => card.Task).Distinct());

    [Fact]
    public void Sources_name_the_very_commit_and_licences_permit_use() => Assert.All(Manifest.Embedded.Models, card =>
    {
        Assert.Matches(@"^https://raw\.githubusercontent\.com/[^/]+/[^/]+/[0-9a-f]{40}/.+\.onnx$", card.Source!.ToString());
        Assert.Contains(card.Licence, (string[])["Apache-2.0", "MIT", "BSD-3-Clause"]);
        Assert.Contains($"/{card.Version}", card.Source.ToString(), StringComparison.Ordinal);
    });

    [Fact]
    public void Speech_models_come_from_their_makers_and_the_best_is_preferred()
    {
        Assert.Equal("whisper-large-v3-turbo", Manifest.Embedded.Speech[0].Name);
        Assert.All(Manifest.Embedded.Speech, entry =>
        {
            Assert.Equal($"https://huggingface.co/openai/{entry.Name}/resolve/main/", entry.Source.ToString());
            Assert.Contains("model.safetensors", entry.Files);
            Assert.Null(Manifest.Embedded.Find(entry.Name));
        });
    }

    [Fact]
    public void Classes_have_their_names_of_today()
    {
        var labels = Manifest.Embedded.Find("yolox-nano")!.Labels;
        Assert.Equal(80, labels.Count);
        Assert.Equal(("person", "motorcycle", "airplane", "couch", "potted plant"), (labels[0], labels[3], labels[4], labels[57], labels[58]));
        Assert.Equal(("dining table", "tv", "toothbrush"), (labels[60], labels[62], labels[79]));
        Assert.Empty(labels.Intersect(["aeroplane", "motorbike", "sofa", "pottedplant", "diningtable", "tvmonitor"]));
        Assert.Equal(labels, Manifest.Embedded.Find("fastestdet")!.Labels);
    }

    [Fact]
    public void Letters_begin_with_the_blank_and_end_with_the_space()
    {
        var letters = Manifest.Embedded.Find("ppocr-text-lines-en")!.Labels;
        Assert.Equal(97, letters.Count);
        Assert.Equal("eng", Manifest.Embedded.Find("ppocr-text-lines-en")!.Language);
        Assert.Equal(("", "0", "A", "/", " ", " "), (letters[0], letters[1], letters[18], letters[94], letters[95], letters[96]));
    }

    [Fact]
    public void Where_a_model_takes_pictures_of_one_size_its_card_says_which()
    {
        var sizes = Manifest.Embedded.Models.Where(card => card.Preparation?.Colours is not null).ToDictionary(card => card.Name, card => (card.Width, card.Height));
        Assert.Equal((416, 416), sizes["yolox-nano"]);
        Assert.Equal((320, 240), sizes["ultraface-rfb-320"]);
        Assert.Equal((0, 0), sizes["yunet"]);
        Assert.Equal((0, 32), sizes["ppocr-text-lines-en"]);
    }

    [FixtureFact]
    public void The_files_named_are_the_very_files_that_were_measured()
    {
        var measured = JsonNode.Parse(File.ReadAllText(Path.Combine(Fixtures.Folder, "MANIFEST.json")))!.AsArray()
            .Where(entry => $"{entry!["kind"]}" == "models")
            .Select(entry => ($"{entry!["sha256"]}", (long)entry["bytes"]!, $"/{entry["repo"]}/{entry["commit"]}/{entry["path"]}"))
            .Order();
        Assert.Equal(measured, Manifest.Embedded.Models.Select(card => (card.Sha256, card.Bytes, card.Source!.AbsolutePath)).Order());
    }

    [Theory]
    [InlineData("task", "\"ships\"", "unknown-task")]
    [InlineData("head", "\"yolov8\"", "unknown-head")]
    [InlineData("head", "\"yunet\"", "unknown-head")]
    [InlineData("labels", "[\"person\"]", "wrong-outputs")]
    [InlineData("outputs", "[{\"name\": \"output\", \"type\": \"real32\", \"shape\": [1, 85]}]", "wrong-outputs")]
    [InlineData("inputs", "[]", "bad-card")]
    [InlineData("name", "\"../yolox\"", "bad-card")]
    [InlineData("name", "\"runtime\"", "bad-card")]
    [InlineData("version", "\"..\"", "bad-card")]
    [InlineData("version", "\"a/b\"", "bad-card")]
    [InlineData("bytes", "0", "bad-card")]
    [InlineData("bytes", "99999999999", "bad-card")]
    [InlineData("sha256", "\"12\"", "bad-card")]
    [InlineData("source", "\"http://example.com/a.onnx\"", "bad-card")]
    [InlineData("licence", "null", "bad-card")]
    [InlineData("preparation", "{\"words\": \"\", \"deviation\": [1, 0, 1]}", "bad-card")]
    [InlineData("language", "\"English\"", "bad-card")]
    [InlineData("sizes", "[1]", "bad-card")]
    public void A_card_that_cannot_be_meant_is_refused_and_its_schema_says_so_too(string field, string value, string code)
    {
        var card = Json("manifest.json")["models"]![0]!.DeepClone();
        card[field] = JsonNode.Parse(value);
        var refusal = Assert.Throws<ModelException>(() => CardReader.Read(Encoding.UTF8.GetBytes(card.ToJsonString()), "The card"));
        Assert.Equal(code, refusal.Code);
        Assert.StartsWith("The card", refusal.Message, StringComparison.Ordinal);
        if (code == "bad-card")
        {
            Assert.NotEmpty(new Schema(Json("manifest.schema.json")).Faults(new JsonObject { ["models"] = new JsonArray(card) }));
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"name\": \"\\ud800\"}")]
    public void What_is_no_card_is_refused(string text) =>
        Assert.Equal("bad-card", Assert.Throws<ModelException>(() => CardReader.Read(Encoding.UTF8.GetBytes(text), "The card")).Code);

    [Fact]
    public void A_card_handed_to_a_trial_says_all_that_the_trial_needs() => Assert.All(Manifest.Embedded.Models, card =>
    {
        var read = Cards.Read(Cards.Write(card), "The card");
        Assert.Equal((card.Name, card.Head, card.Sha256, card.Bytes), (read.Name, read.Head, read.Sha256, read.Bytes));
        Assert.Equal(card.Labels, read.Labels);
        Assert.Equal(card.Inputs.Select(input => string.Join(' ', input.Shape)), read.Inputs.Select(input => string.Join(' ', input.Shape)));
        Assert.Equal(card.Preparation?.Mean ?? [], read.Preparation?.Mean ?? []);
    });
}
