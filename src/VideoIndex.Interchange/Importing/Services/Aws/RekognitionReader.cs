using System.Text.Json;
using VideoIndex.Interchange.Insights;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.Services.Aws;

/// <summary>Reads what Amazon Rekognition Video answers to GetLabelDetection, GetSegmentDetection and the like; several pages' lists may be in one file.</summary>
internal sealed class RekognitionReader : IImportReader
{
    private const string What = "answer of Amazon Rekognition Video";

    private static readonly string[] Lists =
        [SampleLists.Labels, SampleLists.Faces, SampleLists.Persons, SampleLists.Celebrities, SampleLists.Texts, SampleLists.Moderation, SegmentList.Name];

    /// <inheritdoc/>
    public string Name => "rekognition";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".json"];

    /// <inheritdoc/>
    public bool Recognises(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (text.Contains("\"Timestamp\"", StringComparison.Ordinal) || text.Contains("\"StartTimestampMillis\"", StringComparison.Ordinal))
            && Lists.Any(list => text.Contains($"\"{list}\"", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public ImportReading Read(string text, ImportOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return ServiceJson.Read(text, What, root => Read(root, order));
    }

    private static ImportReading Read(JsonElement root, ImportOrder order)
    {
        if (!Lists.Any(list => root.Of(list) is { ValueKind: JsonValueKind.Array }))
        {
            throw new ImportException("bad-import", $"It is no {What}: it has none of the lists {string.Join(", ", Lists)}.");
        }

        if (root.Text("JobStatus") is { } status and not "SUCCEEDED")
        {
            throw new ImportException("bad-import", $"The answer says that the job is {status}: take it in when it has succeeded.");
        }

        var gathering = new Gathering(order, new Origin("service", "amazon-rekognition", Version(root)));
        if (root.Text("NextToken") is not null)
        {
            gathering.Complaints.Add("It is one page of several: it holds a NextToken. Put the lists of all pages into one file, or take each in.");
        }

        CompareLength(root, order, gathering);
        new SampleLists(gathering).Read(root);
        new SegmentList(gathering, order).Read(root);
        return gathering.ToReading();
    }

    private static string Version(JsonElement root) =>
        ((string[])["LabelModelVersion", "ModerationModelVersion", "TextModelVersion"]).Select(name => root.Text(name)).FirstOrDefault(version => version is not null)
        ?? root.Objects("SelectedSegmentTypes").Select(type => type.Text("ModelVersion")).FirstOrDefault(version => version is not null) ?? "";

    private static void CompareLength(JsonElement root, ImportOrder order, Gathering gathering)
    {
        var length = root.Objects("VideoMetadata").Select(video => video.Whole("DurationMillis")).FirstOrDefault(millis => millis is not null);
        if (length is > 0 and < 1L << 40)
        {
            var (seconds, own) = (new Rational(length.Value, 1000), order.Video.Extent.Duration.Seconds);
            if (seconds - own > new Rational(1, 1) || own - seconds > new Rational(1, 1))
            {
                gathering.Complaints.Add($"It says the video is {InsightsClock.Write(seconds)} long, and this one is {InsightsClock.Write(own)}: make sure that they are the same.");
            }
        }
    }
}
