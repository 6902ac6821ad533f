namespace VideoIndex.Elasticsearch;

/// <summary>The API key a cluster knows its caller by, as Elasticsearch gives it out under <c>encoded</c>. Nothing shows it: not <see cref="ToString"/>, no log, no message.</summary>
public sealed class ElasticsearchKey
{
    /// <summary>The environment variable the key is read from.</summary>
    public const string Variable = "VIDEOINDEX_ELASTICSEARCH_KEY";

    private ElasticsearchKey(string value) => Value = value;

    /// <summary>Gets the key itself.</summary>
    internal string Value { get; }

    /// <summary>Takes a key as its user keeps it; blanks around it are no part of it.</summary>
    /// <param name="value">What <see cref="Variable"/> holds.</param>
    /// <returns>Null where there is none, or where it holds what no header of HTTP can (RFC 9110, section 5.5), such as a line break.</returns>
    public static ElasticsearchKey? From(string? value)
    {
        var key = value?.Trim() ?? "";
        return key.Length > 0 && key.All(sign => sign is > ' ' and <= '~') ? new ElasticsearchKey(key) : null;
    }

    /// <summary>Returns that there is a key, and not which.</summary>
    public override string ToString() => "(a key)";
}
