using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace VideoIndex.Interchange.Exporting.Summaries;

/// <summary>Writes JSON that is readable in any script and may stand in a page: <c>&lt; &gt; &amp; '</c> are escaped, so that no text ends a script.</summary>
internal static class JsonPage
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Returns the file that is written.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(file.ToArray()) + "\n";
    }

    /// <summary>Writes a number as it is spelled.</summary>
    public static void Number(this Utf8JsonWriter json, string name, string spelled)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(spelled);
    }
}
