using System.Text.Json;

namespace VideoIndex.Elasticsearch.Transport;

/// <summary>What the cluster sent back.</summary>
/// <param name="Status">HTTP's number.</param>
/// <param name="Root">The body; undefined where there is none, or where it is no whole JSON.</param>
/// <param name="Pause">How long it asks to be left alone; null where it does not.</param>
internal sealed record ClusterReply(int Status, JsonElement Root, TimeSpan? Pause)
{
    private const int LongestWords = 200;

    /// <summary>Gets whether a body came that broke off, or was no JSON.</summary>
    public bool IsTorn { get; init; }

    /// <summary>Gets whether it did what it was asked.</summary>
    public bool IsAnswer => Status is >= 200 and < 300 && !IsTorn;

    /// <summary>Gets whether the same may be answered another time.</summary>
    public bool IsPassing => Status is 408 or 425 or 429 or 500 or 502 or 503 or 504 || (Status is >= 200 and < 300 && IsTorn);

    /// <summary>Gets the kind of error, such as <c>index_not_found_exception</c>; empty where it names none.</summary>
    public string Kind => Root.At("error").At("type").Text() ?? "";

    /// <summary>Gets the cluster's own words on one line, at most 200 characters; empty where it says none.</summary>
    public string Words
    {
        get
        {
            var error = Root.At("error");
            var root = error.At("root_cause").Items().FirstOrDefault();
            var said = root.At("reason").Text() ?? error.At("reason").Text() ?? error.Text() ?? "";
            var words = string.Concat(said.ReplaceLineEndings(" ").Where(sign => !char.IsControl(sign)));
            return words.Length <= LongestWords ? words : words[..LongestWords] + "…";
        }
    }
}
