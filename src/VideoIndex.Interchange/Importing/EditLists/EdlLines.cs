using System.Globalization;

namespace VideoIndex.Interchange.Importing.EditLists;

/// <summary>An event of an edit decision list, with the comments behind it.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Number">Its number, as written.</param>
/// <param name="Reel">Its reel.</param>
/// <param name="Track">Its tracks: <c>V</c>, <c>A</c>, <c>B</c>, <c>AA/V</c>.</param>
/// <param name="Labels">Source in, source out, record in, record out, as written.</param>
/// <param name="Comments">The lines behind it, without the asterisk of a comment.</param>
internal sealed record EdlEvent(int Line, string Number, string Reel, string Track, IReadOnlyList<string> Labels, List<EdlComment> Comments)
{
    /// <summary>Gets whether it has pictures.</summary>
    public bool HasPicture => Track.Contains('V', StringComparison.OrdinalIgnoreCase) || Track.Equals("B", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets whether its material is not known, or none: black, or an unknown source.</summary>
    public bool HasNoReel => Reel is "AX" or "BL";

    /// <summary>Returns what the first comment of a kind says; null where there is none.</summary>
    public string? Said(string kind) => Comments.Where(comment => comment.Text.StartsWith(kind, StringComparison.OrdinalIgnoreCase)).Select(comment => comment.Text[kind.Length..].Trim()).FirstOrDefault();
}

/// <summary>A line behind an event.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">What it says.</param>
internal sealed record EdlComment(int Line, string Text);

/// <summary>The lines of an edit decision list.</summary>
/// <param name="Events">The events.</param>
/// <param name="DropFrame">Whether its heading says drop-frame; null where it has none.</param>
internal sealed record EdlLines(IReadOnlyList<EdlEvent> Events, bool? DropFrame)
{
    /// <summary>Gets whether any label has the semicolon of drop-frame.</summary>
    public bool HasSemicolons => Events.Any(one => one.Labels.Any(label => label[8] == ';'));

    /// <summary>Reads a list. What is no event and stands before the first, or is no comment, is passed over.</summary>
    public static EdlLines Of(string text)
    {
        var events = new List<EdlEvent>();
        bool? dropFrame = null;
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (line.StartsWith("FCM:", StringComparison.OrdinalIgnoreCase))
            {
                dropFrame ??= !line.Contains("NON", StringComparison.OrdinalIgnoreCase);
            }
            else if (TryRead(line, number) is { } read)
            {
                events.Add(read);
            }
            else if (line != "" && events.Count > 0)
            {
                events[^1].Comments.Add(new EdlComment(number, line.StartsWith('*') ? line[1..].Trim() : line));
            }
        }

        return new EdlLines(events, dropFrame);
    }

    /// <summary>Returns whether a field has the form of a label.</summary>
    public static bool IsLabel(string field) =>
        field.Length == 11 && field[2] is ':' or ';' && field[5] is ':' or ';' && field[8] is ':' or ';' && field.Where((_, at) => at % 3 != 2).All(char.IsAsciiDigit);

    // 012  REEL 7   V     D    025 10:00:01:00 10:00:03:00 01:00:00:00 01:00:02:00
    private static EdlEvent? TryRead(string line, int number)
    {
        if (line.Length == 0 || !char.IsAsciiDigit(line[0]))
        {
            return null;
        }

        var fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 8 || !fields[^4..].All(IsLabel) || !int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        var head = fields[1..^4];
        head = head.Length > 3 && head[^1].All(char.IsAsciiDigit) ? head[..^1] : head;
        return head.Length < 3 ? null : new EdlEvent(number, fields[0], string.Join(' ', head[..^2]), head[^2], fields[^4..], []);
    }
}
