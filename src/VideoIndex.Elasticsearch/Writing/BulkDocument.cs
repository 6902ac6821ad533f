namespace VideoIndex.Elasticsearch.Writing;

/// <summary>One document on its way.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Routing">The video it belongs to, by which the cluster keeps a video's documents together.</param>
/// <param name="Generation">Its version.</param>
/// <param name="Body">The document on one line; null for one that is to be deleted.</param>
internal sealed record BulkDocument(string Id, string Routing, long Generation, byte[]? Body);
