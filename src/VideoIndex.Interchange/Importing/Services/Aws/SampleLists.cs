using System.Text.Json;
using VideoIndex.Looks;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.Services.Aws;

/// <summary>Reads the lists of Rekognition whose entries have a time in milliseconds: samples, which are joined, or stretches, where it joined them itself.</summary>
internal sealed class SampleLists(Gathering gathering)
{
    /// <summary>The lists.</summary>
    public const string Labels = "Labels", Faces = "Faces", Persons = "Persons", Celebrities = "Celebrities", Texts = "TextDetections", Moderation = "ModerationLabels";

    private const long MostMilliseconds = 1L << 40;

    /// <summary>Reads all of them.</summary>
    public void Read(JsonElement root)
    {
        Read(root, Labels, Label);
        Read(root, Faces, (entry, at) => [Seen(at, TagKinds.Faces, "face", entry.Of("Face"))]);
        Read(root, Persons, Person);
        Read(root, Celebrities, (entry, at) => [Seen(at, "person", entry.Of("Celebrity")?.Text("Name"), entry.Of("Celebrity"), entry.Of("Celebrity")?.Of("Face"))]);
        Read(root, Texts, Text);
        Read(root, Moderation, (entry, at) => [Seen(at, "moderation", entry.Of("ModerationLabel")?.Text("Name"), entry.Of("ModerationLabel"))]);
    }

    private void Read(JsonElement root, string list, Func<JsonElement, Rational, IEnumerable<Sighting?>> read)
    {
        var (samples, times) = (new List<Sighting>(), new List<Rational>());
        foreach (var entry in root.Objects(list))
        {
            if (Time(entry, "StartTimestampMillis") is { } start && Time(entry, "EndTimestampMillis") is { } end)
            {
                AddStretch(read(entry, start).FirstOrDefault(), end);
            }
            else if (Time(entry, "Timestamp") is { } at)
            {
                times.Add(at);
                samples.AddRange(read(entry, at).OfType<Sighting>());
            }
            else
            {
                gathering.Complaints.Count(Fault.NoTime, $"an entry of {list}");
            }
        }

        Sightings.Add(gathering, samples, Sightings.StepOf(times));
    }

    private void AddStretch(Sighting? stretch, Rational end)
    {
        if (stretch is not null && $"{stretch.Kind} '{stretch.Label}' at {stretch.At} s" is var what && gathering.Placed(stretch.At, end, what) is { } span)
        {
            gathering.Add(span, stretch.Kind, stretch.Label, gathering.Sure(stretch.Sure, what));
        }
    }

    // A label with places is of things that are there; without, of the picture as a whole.
    private IEnumerable<Sighting?> Label(JsonElement entry, Rational at)
    {
        var label = entry.Of("Label");
        List<JsonElement> things = [.. label?.Objects("Instances") ?? []];
        return things is [] || label?.Text("Name") is not { } name
            ? [Seen(at, "label", label?.Text("Name"), label)]
            : things.Select(thing => Seen(at, TagKinds.Objects, name, thing));
    }

    private IEnumerable<Sighting?> Person(JsonElement entry, Rational at)
    {
        var person = entry.Of("Person");
        yield return Seen(at, TagKinds.Objects, "person", person) is { } seen ? seen with { Thread = person?.Text("Index") ?? "" } : null;
        if (entry.Objects("FaceMatches").FirstOrDefault() is { ValueKind: JsonValueKind.Object } match && match.Of("Face")?.Text("ExternalImageId") is { } name)
        {
            yield return new Sighting(at, "person", name, match.Percent("Similarity"), person?.Of("Face") is { } face ? Box(face, name) : null);
        }
    }

    // Words are parts of lines, and are found in them.
    private IEnumerable<Sighting?> Text(JsonElement entry, Rational at) => entry.Of("TextDetection") is { } text && text.Text("Type") is not "WORD"
        ? [Seen(at, TagKinds.Text, text.Text("DetectedText"), text, text.Of("Geometry"))]
        : [];

    private Sighting? Seen(Rational at, string kind, string? label, JsonElement? thing, JsonElement? placed = null)
    {
        if (label is null || thing is not { } seen)
        {
            gathering.Complaints.Count(Fault.Nameless, $"{kind} at {at} s");
            return null;
        }

        return new Sighting(at, kind, label, seen.Percent("Confidence"), Box(placed ?? seen, label));
    }

    // Boxes of things at the edge may reach beyond it.
    private PictureBox? Box(JsonElement thing, string what) =>
        thing.Of("BoundingBox") is { } box && box.Number("Left") is { } left && box.Number("Top") is { } top && box.Number("Width") is { } width && box.Number("Height") is { } height
            ? gathering.PlaceInside(left, top, left + width, top + height, $"'{what}'")
            : null;

    private static Rational? Time(JsonElement entry, string name) =>
        entry.Whole(name) is { } millis and >= 0 and < MostMilliseconds ? new Rational(millis, 1000) : null;
}
