namespace VideoIndex.Elasticsearch.Documents;

/// <summary>Forms of names that are equal where the names are equal in any case. Elasticsearch only ever compares them byte by byte.</summary>
internal static class Keys
{
    private const int MostEndings = 8;

    /// <summary>Returns the form of a name.</summary>
    public static string Of(string name) => name.ToUpperInvariant();

    /// <summary>Returns the forms of a name and of what is left of it after each of its spaces, eight at most.</summary>
    public static IEnumerable<string> Endings(string name)
    {
        yield return Of(name);
        var given = 1;
        for (var at = name.LastIndexOf(' '); at >= 0 && given < MostEndings; at = at == 0 ? -1 : name.LastIndexOf(' ', at - 1))
        {
            yield return Of(name[(at + 1)..]);
            given++;
        }
    }
}
