namespace VideoIndex.Elasticsearch.Transport;

/// <summary>Says in one sentence, with a code, why the cluster did not do what it was asked. No sentence holds the key or more of the address than the host.</summary>
internal static class Refusals
{
    /// <summary>Returns why, by the cluster's own answer.</summary>
    public static ElasticsearchException Of(ClusterReply reply, string host, ElasticsearchKey? key)
    {
        var said = reply.Words is { Length: > 0 } words && (key is null || !words.Contains(key.Value, StringComparison.Ordinal)) ? $": {words.TrimEnd('.')}" : "";
        return reply.Status switch
        {
            401 or 403 => Refused($"Elasticsearch at {host} does not let us in (it answers {reply.Status}). The key is read from {ElasticsearchKey.Variable}{(key is null ? ", which holds none" : "")}."),
            404 when reply.Kind == "search_context_missing_exception" => new("page-gone", "The page asked for belongs to an answer that is no longer kept. Ask again from the first page."),
            404 when reply.Kind == "index_not_found_exception" => new("no-search-index", $"Elasticsearch at {host} has no index of this library yet. Run: videoindex reindex"),
            429 => new(ElasticsearchException.Busy, $"Elasticsearch at {host} has too much to do (it answers 429), and had after every attempt. Try again later."),
            >= 300 and < 400 => Refused($"Elasticsearch at {host} sends us elsewhere (it answers {reply.Status}), and no redirect is followed. Give the address it means."),
            >= 200 and < 300 => Unreachable(host, "breaks off in the middle of its answers, at every attempt", null),
            >= 500 or 408 or 425 => Unreachable(host, $"fails (it answers {reply.Status}), and did at every attempt{said}", null),
            _ => Refused($"Elasticsearch at {host} refuses (it answers {reply.Status}){said}."),
        };
    }

    /// <summary>Says that no answer could be had.</summary>
    public static ElasticsearchException Unreachable(string host, string what, Exception? inner) =>
        new(ElasticsearchException.Unreachable, $"Elasticsearch at {host} {what}. What was indexed is safe in the library; search it with --search-engine sqlite, or try again later.", inner);

    /// <summary>Says that what came is no answer to what was asked.</summary>
    public static ElasticsearchException Nonsense(string host) =>
        new("bad-answer", $"What {host} answers is not what Elasticsearch answers. Look at the address: it may be another service.");

    /// <summary>Returns what broke a connection, in words that follow the service's name.</summary>
    public static string Spelled(Exception broken) => (broken as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "cannot be reached (there is no such host)",
        HttpRequestError.ConnectionError => "cannot be reached (nobody takes the connection)",
        HttpRequestError.SecureConnectionError => "cannot be reached (its certificate is not trusted)",
        _ => "hung up in the middle, at every attempt",
    };

    private static ElasticsearchException Refused(string sentence) => new("search-engine-refused", sentence);
}
