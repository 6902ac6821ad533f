using System.Text.Json;
using VideoIndex.Interchange.Sidecars.Shapes;
using VideoIndex.Sidecars;

namespace VideoIndex.Interchange.Sidecars;

/// <summary>What a side-car says of itself before anything else is read.</summary>
/// <param name="Format"><see cref="SidecarFile.VideoFormat"/> or <see cref="SidecarFile.LibraryFormat"/>.</param>
/// <param name="Version">The version of the format.</param>
/// <param name="Arrival">The video's place in the order of arrival; 0 for what is not of a video.</param>
public sealed record SidecarHead(string Format, int Version, long Arrival)
{
    /// <summary>Reads it, and sees that the whole is JSON.</summary>
    /// <exception cref="SidecarException">It is no side-car, or newer than this program.</exception>
    public static SidecarHead Read(ReadOnlySpan<byte> bytes)
    {
        var (format, version, arrival) = (default(string), default(int?), 0L);
        try
        {
            var reader = new Utf8JsonReader(Parsing.WithoutMark(bytes), new JsonReaderOptions { MaxDepth = SidecarShapes.MaxDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new SidecarException("not-a-sidecar", "It is no side-car of VideoIndex: a side-car is one JSON object.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.ValueTextEquals("format"u8) ? 'f' : reader.ValueTextEquals("version"u8) ? 'v' : reader.ValueTextEquals("arrival"u8) ? 'a' : ' ';
                reader.Read();
                switch (name)
                {
                    case 'f' when reader.TokenType == JsonTokenType.String:
                        format = reader.GetString();
                        break;
                    case 'v' when reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var told):
                        version = told;
                        break;
                    case 'a' when reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var place):
                        arrival = place;
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            while (reader.Read())
            {
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw Parsing.Told(unreadable);
        }

        return (format, version) switch
        {
            (not (SidecarFile.VideoFormat or SidecarFile.LibraryFormat), _) => throw new SidecarException("not-a-sidecar", "It is no side-car of VideoIndex: its \"format\" is neither videoindex-video nor videoindex-library.", "/format"),
            (_, null or < 1) => throw new SidecarException("not-a-sidecar", "It is no side-car of VideoIndex: its \"version\" is no number from 1 on.", "/version"),
            (_, > SidecarFile.Version) => throw new SidecarException("sidecar-newer", $"It was written by a newer VideoIndex (version {version} of side-cars; this one reads up to {SidecarFile.Version}): update VideoIndex to read it.", "/version"),
            _ => new SidecarHead(format, version.Value, arrival),
        };
    }
}
