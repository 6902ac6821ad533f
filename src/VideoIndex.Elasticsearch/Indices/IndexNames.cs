using System.Globalization;

namespace VideoIndex.Elasticsearch.Indices;

/// <summary>What things are called in the cluster.</summary>
/// <param name="Name">What all names begin with: see <see cref="ElasticsearchSettings.Name"/>.</param>
internal sealed record IndexNames(string Name)
{
    /// <summary>Which form of documents is meant: it rises when the mapping changes, and a rebuild takes an index along.</summary>
    public const int Version = 1;

    private const int Digits = 6;

    /// <summary>Gets the alias that is searched.</summary>
    public string Read => $"{Name}-spans";

    /// <summary>Gets the alias that is written to.</summary>
    public string Write => $"{Name}-spans-write";

    /// <summary>Gets the name of the template.</summary>
    public string Template => $"{Name}-spans";

    /// <summary>Gets which indices the template is for.</summary>
    public string Pattern => $"{Name}-spans-v{Version.ToString(CultureInfo.InvariantCulture)}-*";

    /// <summary>Gets the id of the synonym set.</summary>
    public string Synonyms => $"{Name}-synonyms";

    /// <summary>Returns the name of an index.</summary>
    /// <param name="number">Which, from 1.</param>
    public string Concrete(int number) => FormattableString.Invariant($"{Name}-spans-v{Version}-{number:D6}");

    /// <summary>Returns the index after one: the first where there is none, or where it is of another version.</summary>
    public string After(string? index)
    {
        var start = Pattern[..^1];
        return index is not null && index.StartsWith(start, StringComparison.Ordinal) && index.Length == start.Length + Digits
            && int.TryParse(index[start.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Concrete(number + 1)
            : Concrete(1);
    }
}
