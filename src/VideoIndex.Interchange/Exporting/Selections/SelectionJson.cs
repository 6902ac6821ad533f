using System.Globalization;
using System.Text;
using System.Text.Json;
using VideoIndex.Exporting;
using VideoIndex.Looks;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Exporting.Selections;

/// <summary>Reads a selection: an export as JSON, what <c>search --json</c> answers, a list of moments, or moments one after the other.</summary>
/// <remarks>Of a moment, its video and its times must be there. What else is missing is taken to be a choice without a name, a place or a doubt.</remarks>
public static class SelectionJson
{
    private const int LongestList = 1_000_000;

    /// <summary>Reads a selection.</summary>
    /// <param name="text">What is in the file.</param>
    /// <exception cref="ExportException"><c>bad-selection</c>: it is none; the sentence says which moment is wrong.</exception>
    public static Selection Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var title = default(string);
        var moments = new List<SelectedMoment>();
        try
        {
            foreach (var value in Values(text))
            {
                using (value)
                {
                    title ??= Text(value.RootElement, "title") ?? Text(value.RootElement, "query");
                    moments.AddRange(Moments(value.RootElement).Select((moment, at) => Moment(moment, moments.Count + at + 1)));
                }

                if (moments.Count > LongestList)
                {
                    throw Bad($"it has more than {LongestList} moments");
                }
            }
        }
        catch (JsonException unreadable)
        {
            throw Bad(string.Create(CultureInfo.InvariantCulture, $"line {unreadable.LineNumber + 1} is no JSON"));
        }
        catch (InvalidOperationException)
        {
            throw Bad("it holds half of a character, or a word where a number should be");
        }

        return new Selection(title, moments);
    }

    private static IEnumerable<JsonDocument> Values(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var state = new JsonReaderState(new JsonReaderOptions { AllowMultipleValues = true });
        for (var at = 0; Next(bytes, ref at, ref state) is { } value;)
        {
            yield return value;
        }
    }

    private static JsonDocument? Next(byte[] bytes, ref int at, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(bytes.AsSpan(at), isFinalBlock: true, state);
        if (!reader.Read())
        {
            return null;
        }

        var value = JsonDocument.ParseValue(ref reader);
        at += (int)reader.BytesConsumed;
        state = reader.CurrentState;
        return value;
    }

    private static IEnumerable<JsonElement> Moments(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object when value.TryGetProperty("moments", out var list) && list.ValueKind == JsonValueKind.Array => list.EnumerateArray(),
        JsonValueKind.Object when value.TryGetProperty("video", out _) => [value],
        _ => throw Bad("it has no 'moments'"),
    };

    private static SelectedMoment Moment(JsonElement moment, int number)
    {
        if (moment.ValueKind != JsonValueKind.Object || !moment.TryGetProperty("video", out var video))
        {
            throw Bad($"moment {number} names no video");
        }

        var id = VideoId.TryParse(Text(video, "id"), out var read) ? read : (VideoId?)null;
        var path = Text(video, "path");
        if (id is null && path is null)
        {
            throw Bad($"moment {number} names no video by its id or path");
        }

        var (start, end) = (Time(moment, "start", number), Time(moment, "end", number));
        if (end < start)
        {
            throw Bad($"moment {number} ends before it starts");
        }

        var name = Text(moment, "label") ?? Text(moment, "text") ?? Text(moment, "name") ?? "";
        return new SelectedMoment(id, path, new ExportMoment(new MediaSpan(start, end), Text(moment, "kind") ?? "moment", name, Sure(moment, number), OriginOf(moment))
        {
            Language = Text(moment, "language"),
            Speaker = Text(moment, "speaker"),
            Status = Text(moment, "status") is { } status && ReviewStatus.All.Contains(status) ? status : ReviewStatus.Unreviewed,
            How = Text(moment, "how"),
            Box = Box(moment, number),
            Merged = Member(moment, "merged") is { ValueKind: JsonValueKind.Number } merged && merged.TryGetInt32(out var count) && count > 0 ? count : 1,
        });
    }

    private static MediaTime Time(JsonElement moment, string name, int number)
    {
        if (Text(moment, name) is { } exact)
        {
            return Rational.TryParse(exact, out var seconds) ? new MediaTime(seconds) : throw Bad($"the {name} of moment {number} is no fraction of seconds");
        }

        return Member(moment, name + "Seconds") is { ValueKind: JsonValueKind.Number } rounded && TimeText.TryRead(rounded.GetRawText(), null, out var time)
            ? time.Time
            : throw Bad($"moment {number} has no {name}");
    }

    private static Confidence Sure(JsonElement moment, int number) => Member(moment, "confidence") is { ValueKind: JsonValueKind.Number } sure
        ? sure.GetDouble() is >= 0 and <= 1 and var value ? new Confidence(value) : throw Bad($"the confidence of moment {number} is not between 0 and 1")
        : new Confidence(1);

    private static Origin OriginOf(JsonElement moment) => Member(moment, "origin") is { ValueKind: JsonValueKind.Object } origin
        ? new Origin(Text(origin, "kind") ?? "", Text(origin, "name") ?? "", Text(origin, "version") ?? "")
        : new Origin("selection", "");

    private static PictureBox? Box(JsonElement moment, int number)
    {
        if (Member(moment, "box") is not { ValueKind: JsonValueKind.Object } box)
        {
            return null;
        }

        return new PictureBox(Units("left"), Units("top"), Units("width"), Units("height"));

        int Units(string side) => Member(box, side) is { ValueKind: JsonValueKind.Number } part && part.TryGetDecimal(out var value) && value is >= 0 and <= 1
            ? (int)decimal.Round(value * PictureBox.Whole)
            : throw Bad($"the box of moment {number} has no {side} between 0 and 1");
    }

    private static string? Text(JsonElement parent, string name) => Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : null;

    private static ExportException Bad(string why) => new("bad-selection", $"The selection cannot be read: {why}.");
}
