namespace VideoIndex.Elasticsearch;

/// <summary>The cluster did not do what it was asked.</summary>
/// <param name="code">
/// A stable machine-readable code: <c>bad-address</c>, <c>not-secure</c>, <c>search-engine-unreachable</c>, <c>search-engine-busy</c>, <c>search-engine-refused</c>,
/// <c>no-search-index</c>, <c>page-gone</c>, <c>too-broad</c>, <c>bad-answer</c>.
/// </param>
/// <param name="sentence">What is wrong and what to do, for people.</param>
/// <param name="inner">What broke; null where the cluster answered.</param>
public sealed class ElasticsearchException(string code, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    /// <summary>The code of a cluster that cannot be reached, or fails.</summary>
    public const string Unreachable = "search-engine-unreachable";

    /// <summary>The code of a cluster that has too much to do.</summary>
    public const string Busy = "search-engine-busy";

    /// <summary>Gets the machine-readable code.</summary>
    public string Code { get; } = code;

    /// <summary>Gets whether the same may be had another time.</summary>
    public bool IsPassing => Code is Unreachable or Busy;
}
