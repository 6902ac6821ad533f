using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using VideoIndex.Objects;

namespace VideoIndex.Accuracy.Objects;

/// <summary>Reads what is in pictures: COCO's instances JSON, a folder of VOC's XML, or lines of <c>file,label,left,top,right,bottom</c>.</summary>
internal static class TruthReader
{
    /// <summary>Returns the boxes of each picture, by the name of its file without folders; pictures without any are there too, where the truth lists them.</summary>
    public static Dictionary<string, List<TruthBox>> Read(string path) =>
        Directory.Exists(path) ? FromVoc(Directory.EnumerateFiles(path, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        : Path.GetExtension(path) is ".json" ? FromCoco(path)
        : FromLines(File.ReadLines(path));

    private static Dictionary<string, List<TruthBox>> FromCoco(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = json.RootElement;
        var labels = root.GetProperty("categories").EnumerateArray()
            .ToDictionary(one => one.GetProperty("id").GetInt64(), one => ObjectVocabulary.Today(one.GetProperty("name").GetString()!));
        var names = root.GetProperty("images").EnumerateArray()
            .ToDictionary(one => one.GetProperty("id").GetInt64(), one => Path.GetFileName(one.GetProperty("file_name").GetString()!));
        var boxes = names.Values.ToDictionary(name => name, _ => new List<TruthBox>());
        foreach (var one in root.GetProperty("annotations").EnumerateArray())
        {
            var sides = one.GetProperty("bbox").EnumerateArray().Select(side => side.GetSingle()).ToArray();
            var crowd = one.TryGetProperty("iscrowd", out var mark) && mark.GetInt32() != 0;
            boxes[names[one.GetProperty("image_id").GetInt64()]].Add(new TruthBox(
                labels[one.GetProperty("category_id").GetInt64()], new DetectionBox(sides[0], sides[1], sides[0] + sides[2], sides[1] + sides[3]), crowd, crowd));
        }

        return boxes;
    }

    // VOC counts pixels from one and a box's last pixel is in it, so a box is from left - 1 to right.
    private static Dictionary<string, List<TruthBox>> FromVoc(IEnumerable<string> files)
    {
        var boxes = new Dictionary<string, List<TruthBox>>();
        foreach (var file in files)
        {
            var root = XDocument.Load(file).Root!;
            var name = root.Element("filename")?.Value is { Length: > 0 } named ? Path.GetFileName(named) : Path.GetFileNameWithoutExtension(file);
            boxes[name] = [.. root.Elements("object").Select(one => new TruthBox(
                ObjectVocabulary.Today(one.Element("name")!.Value),
                new DetectionBox(Side(one, "xmin") - 1, Side(one, "ymin") - 1, Side(one, "xmax"), Side(one, "ymax")),
                one.Element("difficult")?.Value.Trim() == "1"))];
        }

        return boxes;
    }

    private static Dictionary<string, List<TruthBox>> FromLines(IEnumerable<string> lines)
    {
        var boxes = new Dictionary<string, List<TruthBox>>();
        foreach (var parts in lines.Select(line => line.Split(',')).Where(parts => parts.Length >= 6 && IsNumber(parts[2])))
        {
            var name = Path.GetFileName(parts[0].Trim());
            boxes.TryAdd(name, []);
            boxes[name].Add(new TruthBox(
                ObjectVocabulary.Today(parts[1]), new DetectionBox(Number(parts[2]), Number(parts[3]), Number(parts[4]), Number(parts[5]))));
        }

        return boxes;
    }

    private static float Side(XElement thing, string name) => Number(thing.Element("bndbox")!.Element(name)!.Value);

    private static bool IsNumber(string text) => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
