using System.Text.Json;
using VideoIndex.Elasticsearch.Transport;

namespace VideoIndex.Elasticsearch.Writing;

/// <summary>What became of a document.</summary>
internal enum BulkFate
{
    /// <summary>It is in, or out.</summary>
    Done,

    /// <summary>A newer one is there already, or it was gone before: as good as done.</summary>
    AlreadySo,

    /// <summary>There was no room for it; it may be sent again.</summary>
    NoRoom,

    /// <summary>It is not taken, now or ever.</summary>
    Refused,
}

/// <summary>The cluster's answer to one document.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Reason">The cluster's own words, where it was refused; else empty.</param>
internal readonly record struct BulkAnswer(string Document, BulkFate Fate, string Reason)
{
    /// <summary>Reads one of the items of an answer.</summary>
    public static BulkAnswer Of(JsonElement item, BulkDocument document)
    {
        var told = item.Members().FirstOrDefault().Value;
        var fate = (told.At("status").Whole(), document.Body is null) switch
        {
            ( >= 200 and < 300, _) => BulkFate.Done,
            (409, _) or (404, true) => BulkFate.AlreadySo,
            (429 or >= 500, _) => BulkFate.NoRoom,
            _ => BulkFate.Refused,
        };
        return new BulkAnswer(document.Id, fate, fate == BulkFate.Refused ? $"{told.At("error").At("type").Text()}: {told.At("error").At("reason").Text()}" : "");
    }
}
