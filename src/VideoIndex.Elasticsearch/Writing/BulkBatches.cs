using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoIndex.Elasticsearch.Writing;

/// <summary>Puts documents together to requests.</summary>
internal static class BulkBatches
{
    // What the line before a document takes at most, beside its id and its routing.
    private const int Beside = 120;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns batches in the order of the documents, each within both limits, unless a single document is larger.</summary>
    public static IEnumerable<IReadOnlyList<BulkDocument>> Of(IEnumerable<BulkDocument> documents, ElasticsearchSettings settings)
    {
        var (batch, bytes) = (new List<BulkDocument>(), 0L);
        foreach (var document in documents)
        {
            var size = (document.Body?.Length ?? 0) + document.Id.Length + document.Routing.Length + Beside;
            if (batch.Count > 0 && (batch.Count == settings.MostDocuments || bytes + size > settings.MostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(document);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>Writes a batch line by line, the last ended like every other.</summary>
    public static byte[] Lines(IReadOnlyList<BulkDocument> batch)
    {
        using var lines = new MemoryStream();
        foreach (var document in batch)
        {
            using (var json = new Utf8JsonWriter(lines, Plain))
            {
                json.WriteStartObject();
                json.WriteStartObject(document.Body is null ? "delete" : "index");
                json.WriteString("_id", document.Id);
                json.WriteString("routing", document.Routing);
                json.WriteNumber("version", document.Generation);
                json.WriteString("version_type", "external");
                json.WriteEndObject();
                json.WriteEndObject();
            }

            lines.WriteByte((byte)'\n');
            if (document.Body is { } body)
            {
                lines.Write(body);
                lines.WriteByte((byte)'\n');
            }
        }

        return lines.ToArray();
    }
}
