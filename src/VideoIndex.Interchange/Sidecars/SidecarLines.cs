using System.Runtime.InteropServices;
using System.Text.Json;

namespace VideoIndex.Interchange.Sidecars;

/// <summary>Lays JSON out for people: what is short stands on one line, what is longer has a line for each of its parts.</summary>
internal static class SidecarLines
{
    private const int LongestLine = 240;

    /// <summary>Lays out JSON without blanks.</summary>
    public static byte[] Of(byte[] compact)
    {
        using var document = JsonDocument.Parse(compact);
        using var lines = new MemoryStream(compact.Length + (compact.Length / 8));
        Write(document.RootElement, lines, 0);
        lines.WriteByte((byte)'\n');
        return lines.ToArray();
    }

    private static void Write(JsonElement element, MemoryStream lines, int depth)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        var isBroken = element.ValueKind is JsonValueKind.Object or JsonValueKind.Array && (depth == 0 || raw.Length > LongestLine);
        if (!isBroken)
        {
            lines.Write(raw);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            WriteMembers(element, lines, depth);
        }
        else
        {
            var isFirst = true;
            foreach (var part in element.EnumerateArray())
            {
                Break(lines, isFirst ? "["u8 : ","u8, depth + 1);
                Write(part, lines, depth + 1);
                isFirst = false;
            }

            Break(lines, ""u8, depth);
            lines.Write("]"u8);
        }
    }

    private static void WriteMembers(JsonElement element, MemoryStream lines, int depth)
    {
        var isFirst = true;
        foreach (var member in element.EnumerateObject())
        {
            Break(lines, isFirst ? "{"u8 : ","u8, depth + 1);
            lines.Write("\""u8);
            lines.Write(JsonMarshal.GetRawUtf8PropertyName(member));
            lines.Write("\": "u8);
            Write(member.Value, lines, depth + 1);
            isFirst = false;
        }

        Break(lines, ""u8, depth);
        lines.Write("}"u8);
    }

    private static void Break(MemoryStream lines, ReadOnlySpan<byte> before, int depth)
    {
        lines.Write(before);
        lines.WriteByte((byte)'\n');
        for (var indent = 0; indent < depth; indent++)
        {
            lines.Write("  "u8);
        }
    }
}
