namespace VideoIndex.Elasticsearch.Transport;

/// <summary>Says where requests may be sent.</summary>
internal static class ClusterAddress
{
    /// <summary>Returns the address, ending in a slash.</summary>
    /// <exception cref="ElasticsearchException">What is searched must not be sent there, or it is no address of a cluster.</exception>
    public static Uri Of(ElasticsearchSettings settings)
    {
        var typed = settings.Address;
        if (!typed.IsAbsoluteUri || typed.Scheme is not ("http" or "https") || typed.Host == "" || typed.UserInfo != "" || typed.Query != "" || typed.Fragment != "")
        {
            throw new ElasticsearchException("bad-address", $"The address of Elasticsearch starts with https://, or with http:// on this machine, and has no name or key in it; the key is read from {ElasticsearchKey.Variable}.");
        }

        if (typed.Scheme == "http" && !typed.IsLoopback)
        {
            throw new ElasticsearchException("not-secure", $"What is searched is sent by https only, and 'http://{typed.Authority}' is not this machine.");
        }

        var isName = settings.Name is [>= 'a' and <= 'z', ..] && settings.Name.Length <= 64 && settings.Name.All(sign => sign is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
        return isName
            ? new Uri(typed.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/")
            : throw new ElasticsearchException("bad-address", "The name of an index is lower-case letters, digits and dashes, beginning with a letter, 64 at most.");
    }
}
