namespace VideoIndex.Elasticsearch;

/// <summary>A cluster of Elasticsearch, and how it is to be used.</summary>
/// <param name="Address">Where it is: <c>https://search.example:9200</c>. https, unless it is this machine.</param>
public sealed record ElasticsearchSettings(Uri Address)
{
    /// <summary>Gets what the names of the indices, aliases, templates and synonym sets begin with; <c>videoindex</c> by default. Lower-case letters, digits and dashes, beginning with a letter.</summary>
    public string Name { get; init; } = "videoindex";

    /// <summary>Gets what the cluster knows its caller by; null for a cluster that asks for nothing.</summary>
    public ElasticsearchKey? Key { get; init; }

    /// <summary>Gets how many shards a new index has, from 1; 1 by default, which holds tens of millions of spans.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Gets how many copies of each shard there are beside the first, from 0; 1 by default.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Gets how many documents one bulk request has at most, from 1; 1,000 by default.</summary>
    public int MostDocuments { get; init; } = 1000;

    /// <summary>Gets how many bytes one bulk request has at most; 5,000,000 by default. A document that is larger goes alone. Elasticsearch takes 100 MB at most.</summary>
    public int MostBytes { get; init; } = 5_000_000;

    /// <summary>Gets how many hits one search request asks for at most, from 1 to 10,000, which is Elasticsearch's own limit; 1,000 by default.</summary>
    public int MostHits { get; init; } = 1000;

    /// <summary>Gets how many things may have the words of a single term until Elasticsearch's own ranking and counting are taken for it, without going through all; 20,000 by default.</summary>
    public long MostRankedHere { get; init; } = 20_000;

    /// <summary>Gets how many things of one question are looked at, at most, before it is refused as too broad; 2,000,000 by default.</summary>
    public long MostCandidates { get; init; } = 2_000_000;

    /// <summary>Gets how long one answer may take; 30 seconds by default.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how often a request is sent again that was not answered, or documents that there was no room for; 5 by default.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>Gets how long it waits before the first time; about twice as long before each more, never the same for all. Half a second by default.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Gets the longest wait, that the cluster asks for included; 30 seconds by default.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how many attempts within two minutes it takes, half of them failed, until the cluster is left alone for half a minute; 10 by default.</summary>
    public int AttemptsBeforeRest { get; init; } = 10;

    /// <summary>Gets lists of words that say the same, for the cluster's own ranking; none by default. The vocabulary's words are in every question already.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Synonyms { get; init; } = [];
}
