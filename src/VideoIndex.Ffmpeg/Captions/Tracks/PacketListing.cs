using System.Text.Json;

namespace VideoIndex.Ffmpeg.Captions.Tracks;

/// <summary>Reads the packets ffprobe lists as JSON, one at a time: a long film's listing is never in memory whole.</summary>
internal sealed class PacketListing(Action<TextPacket> onPacket)
{
    private const int LongestToken = 8 * 1024 * 1024; // a payload of 2 MB, dumped as text
    private const int PacketDepth = 2;

    private string? _field;
    private long? _stream;
    private long? _presented;
    private long? _decoded;
    private long? _duration;
    private byte[] _payload = [];

    /// <summary>Reads a listing to its end. Returns whether it was whole; the packets before a fault have been handed on.</summary>
    public static bool Read(Stream json, Action<TextPacket> onPacket)
    {
        var listing = new PacketListing(onPacket);
        var buffer = new byte[64 * 1024];
        var state = new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true });
        var filled = 0;
        try
        {
            while (true)
            {
                var read = json.Read(buffer, filled, buffer.Length - filled);
                filled += read;
                var consumed = listing.Take(buffer.AsSpan(0, filled), isLast: read == 0, ref state);
                if (read == 0)
                {
                    return true;
                }

                buffer.AsSpan(consumed, filled - consumed).CopyTo(buffer);
                filled -= consumed;
                if (filled == buffer.Length && !TryGrow(ref buffer))
                {
                    return false;
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException) // the latter for a string that is not UTF-8
        {
            return false;
        }
    }

    private static bool TryGrow(ref byte[] buffer)
    {
        if (buffer.Length >= LongestToken)
        {
            return false;
        }

        Array.Resize(ref buffer, buffer.Length * 2);
        return true;
    }

    private int Take(ReadOnlySpan<byte> json, bool isLast, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(json, isLast, state);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == PacketDepth)
            {
                EndPacket();
            }
            else if (reader.CurrentDepth == PacketDepth + 1)
            {
                TakeField(ref reader);
            }
        }

        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private void TakeField(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _field = reader.ValueSpan.Length <= 16 ? reader.GetString() : null;
                break;
            case JsonTokenType.Number when reader.TryGetInt64(out var number):
                TakeNumber(number);
                break;
            case JsonTokenType.String when _field == "data":
                _payload = HexDump.Read(reader.GetString()!);
                break;
        }
    }

    private void TakeNumber(long number)
    {
        switch (_field)
        {
            case "stream_index":
                _stream = number;
                break;
            case "pts":
                _presented = number;
                break;
            case "dts":
                _decoded = number;
                break;
            case "duration":
                _duration = number;
                break;
        }
    }

    private void EndPacket()
    {
        if (_stream is >= 0 and <= int.MaxValue && (_presented ?? _decoded) is { } start)
        {
            onPacket(new TextPacket((int)_stream, start, _duration > 0 ? _duration : null, _payload));
        }

        (_stream, _presented, _decoded, _duration, _payload) = (null, null, null, null, []);
    }
}
