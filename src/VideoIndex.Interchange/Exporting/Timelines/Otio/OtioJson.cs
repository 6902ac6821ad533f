using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Timelines.Otio;

/// <summary>Writes OpenTimelineIO's objects as JSON.</summary>
internal sealed class OtioJson : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    private readonly MemoryStream _file = new();

    public OtioJson() => Json = new Utf8JsonWriter(_file, Options);

    /// <summary>Gets what writes everything that has no word here.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Ends the file and returns it.</summary>
    public string Done()
    {
        Json.Flush();
        return Encoding.UTF8.GetString(_file.ToArray()) + "\n";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Json.Dispose();
        _file.Dispose();
    }

    /// <summary>Begins an object of a schema, with its name; <see cref="End"/> ends it.</summary>
    /// <param name="property">What it is of the object around it; null in a list, or for the whole file.</param>
    /// <param name="schema">Its schema: <c>Clip.2</c>.</param>
    /// <param name="name">What it is called.</param>
    public void Begin(string? property, string schema, string name)
    {
        if (property is null)
        {
            Json.WriteStartObject();
        }
        else
        {
            Json.WriteStartObject(property);
        }

        Json.WriteString("OTIO_SCHEMA", schema);
        Json.WriteString("name", name);
    }

    /// <summary>Ends an object.</summary>
    public void End() => Json.WriteEndObject();

    /// <summary>Writes a time: so many frames.</summary>
    public void Time(string property, long frames, FrameRate rate)
    {
        Json.WriteStartObject(property);
        Json.WriteString("OTIO_SCHEMA", "RationalTime.1");
        Number("rate", rate.FramesPerSecond.ToDouble());
        Number("value", frames);
        Json.WriteEndObject();
    }

    /// <summary>Writes a stretch: its first frame and how many it has.</summary>
    public void Range(string property, long first, long count, FrameRate rate)
    {
        Json.WriteStartObject(property);
        Json.WriteString("OTIO_SCHEMA", "TimeRange.1");
        Time("start_time", first, rate);
        Time("duration", count, rate);
        Json.WriteEndObject();
    }

    /// <summary>Writes an object without anything in it.</summary>
    public void Nothing(string property)
    {
        Json.WriteStartObject(property);
        Json.WriteEndObject();
    }

    /// <summary>Writes what every item has and none here uses: no effects, and that it is not switched off.</summary>
    public void Plain()
    {
        Json.WriteStartArray("effects");
        Json.WriteEndArray();
        Json.WriteBoolean("enabled", true);
    }

    // A number with a point, as OpenTimelineIO writes its own; the shortest that is read back as the same.
    private void Number(string property, double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        Json.WritePropertyName(property);
        Json.WriteRawValue(text.Contains('.', StringComparison.Ordinal) ? text : text + ".0");
    }
}
