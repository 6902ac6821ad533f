using System.Text.Json;
using VideoIndex.Tags;

namespace VideoIndex.Interchange.Importing.Services.Google;

/// <summary>Reads what Google Cloud Video Intelligence answers to AnnotateVideo: the response, or the finished operation around it.</summary>
internal sealed class GoogleVideoReader : IImportReader
{
    private const string What = "answer of Google Cloud Video Intelligence";

    /// <inheritdoc/>
    public string Name => "google-video";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".json"];

    /// <inheritdoc/>
    public bool Recognises(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains("\"annotationResults\"", StringComparison.Ordinal) || text.Contains("\"annotation_results\"", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public ImportReading Read(string text, ImportOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return ServiceJson.Read(text, What, root => Read(root.Of("response") ?? root, order));
    }

    private static ImportReading Read(JsonElement root, ImportOrder order)
    {
        List<JsonElement> results = [.. root.Members("annotationResults")];
        if (results is [])
        {
            throw new ImportException("bad-import", $"It is no {What}: it has no annotationResults.");
        }

        List<string> videos = [.. results.Select(result => result.Words("inputUri") ?? "").Distinct()];
        if (videos.Count > 1)
        {
            throw new ImportException("which-video", $"It is about {videos.Count} videos, so which is meant cannot be told. Keep the results of the one that is meant and take the file in again.");
        }

        var gathering = new Gathering(order, new Origin("service", "google-video-intelligence", VersionOf(results)));
        if (order.Rate is not null)
        {
            gathering.Complaints.Add("--rate changes nothing here: the format names no frames.");
        }

        foreach (var error in results.Select(result => result.Of("error")).OfType<JsonElement>())
        {
            gathering.Complaints.Add($"A part of the analysis failed there: {Gathering.Plain(error.Text("message") ?? "it does not say why")}");
        }

        foreach (var result in results)
        {
            new GoogleLabels(gathering).Read(result);
            new GoogleTracks(gathering).Read(result);
            new GoogleSpeech(gathering).Read(result);
        }

        return gathering.ToReading();
    }

    private static string VersionOf(List<JsonElement> results) =>
        results.SelectMany(result => ((string[])["segmentLabelAnnotations", "objectAnnotations", "textAnnotations", "explicitAnnotation"]).SelectMany(name => result.Members(name)))
            .Select(one => one.Text("version")).FirstOrDefault(version => version is not null) ?? "";
}
