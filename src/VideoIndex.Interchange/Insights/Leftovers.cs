using System.Text;
using System.Text.Json;
using VideoIndex.Tags;

namespace VideoIndex.Interchange.Insights;

/// <summary>
/// Writes down what insights say and tags cannot hold, so that it leaves again with those tags that are still there: of every item its other members, of
/// every span the claim it became and its other members, and all that has no spans as it came.
/// </summary>
internal sealed class Leftovers : IDisposable
{
    /// <summary>The version of the form.</summary>
    public const int Form = 1;

    /// <summary>The members of the form.</summary>
    public const string Root = "root", Video = "video", Insights = "insights", Arrays = "arrays", Custom = "custom", Group = "group", Results = "results",
        Item = "item", Instances = "instances", Claim = "claim", Rest = "rest";

    private readonly MemoryStream _bytes = new();
    private readonly Utf8JsonWriter _json;

    public Leftovers()
    {
        _json = new Utf8JsonWriter(_bytes);
        _json.WriteStartObject();
        _json.WriteNumber("form", Form);
    }

    /// <summary>Gets what writes.</summary>
    public Utf8JsonWriter Json => _json;

    /// <summary>Returns how a claim is named in it.</summary>
    public static string NameOf(TagId claim) => claim.Value.ToString("N");

    /// <summary>Ends it, and returns it.</summary>
    public string ToText()
    {
        _json.WriteEndObject();
        _json.Flush();
        return Encoding.UTF8.GetString(_bytes.GetBuffer(), 0, (int)_bytes.Length);
    }

    public void Dispose()
    {
        _json.Dispose();
        _bytes.Dispose();
    }
}
