using System.Globalization;
using VideoIndex.Interchange.Csv;
using VideoIndex.Looks;
using VideoIndex.Metadata;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Importing.Tables.Markers;

/// <summary>Reads a table of markers: one of our own exports as it was, or one with columns that are understood by their headings.</summary>
/// <remarks>Of our own tables, what is said becomes a transcript unless tags were ordered. Ends, like all ends here, are the first moment after the marker.</remarks>
internal sealed class MarkerTable : IImportReader
{
    private const string Said = "say";
    private const string Usual = "marker";

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".csv", ".tsv"];

    /// <inheritdoc/>
    public bool Recognises(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return TryRecords(end < 0 ? text : text[..end], out var records, out _) && records is [var first, ..] && MarkerColumns.Of(first.Fields).Of(MarkerColumnKind.Start).Any();
    }

    /// <inheritdoc/>
    public ImportReading Read(string text, ImportOrder order)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(order);
        var isRead = TryRecords(text, out var records, out var why);
        var columns = MarkerColumns.Of(isRead && records is [var first, ..] ? first.Fields : []);
        if (!isRead || !columns.Of(MarkerColumnKind.Start).Any())
        {
            throw new ImportException("bad-import", $"'{order.FileName}' is no table of markers: {(isRead ? "it needs a line of headings with a column for times, such as start, in or timecode" : why)}.");
        }

        var complaints = new Complaints();
        List<MarkerRow> rows = [.. records.Skip(1).Select(record => new MarkerRow(columns, record))];
        rows = OfThisVideo(rows, order, complaints);
        var (clock, place, things) = (new MarkerClock(order), new ImportPlace(order), new List<Marker>());
        Compare(rows, columns, clock, complaints);
        foreach (var row in rows)
        {
            if (Read(row, order, clock, place, complaints) is { } thing)
            {
                things.Add(thing);
            }
        }

        return things is []
            ? throw new ImportException("bad-import", $"'{order.FileName}' holds no marker that fits the video. {string.Join(' ', complaints.All)}".TrimEnd())
            : Sorted(things, columns.IsOwn, order, complaints);
    }

    private static bool TryRecords(string text, out IReadOnlyList<CsvRecord> records, out string why)
    {
        try
        {
            (records, why) = (CsvTable.ReadExactly(text), "");
            return true;
        }
        catch (FormatException unclosed)
        {
            (records, why) = ([], unclosed.Message.TrimEnd('.'));
            return false;
        }
    }

    // A table about another video alone may well be meant for this one, a copy; one about several is not.
    private static List<MarkerRow> OfThisVideo(List<MarkerRow> rows, ImportOrder order, Complaints complaints)
    {
        var id = order.Video.Id.ToString();
        var others = rows.Where(row => row.Own("video_id") is var said && said != "" && said != id).ToList();
        if (others.Count == 0)
        {
            return rows;
        }

        if (others.Count == rows.Count && others.Select(row => row.Own("video_id")).Distinct().Count() == 1)
        {
            complaints.Add($"The table is about another video, '{MarkerSpan.Short(others[0].Own("video"))}': its times were taken as they are.");
            return rows;
        }

        others.ForEach(row => complaints.Add(row.Line, $"it is about another video, '{MarkerSpan.Short(row.Own("video"))}', and was left out"));
        return [.. rows.Except(others)];
    }

    private static void Compare(List<MarkerRow> rows, MarkerColumns columns, MarkerClock clock, Complaints complaints)
    {
        if (columns.All.Where(column => column.Kind == MarkerColumnKind.Unknown && column.Heading != "").Select(column => $"'{MarkerSpan.Short(column.Heading)}'").ToList() is { Count: > 0 } unknown)
        {
            complaints.Add($"Columns that are not understood were passed over: {string.Join(", ", unknown)}.");
        }

        if (clock.Rate is { } rate && rows.Select(row => row.Own("frame_rate")).FirstOrDefault(said => said != "" && said != rate.ToString()) is { } other)
        {
            complaints.Add($"The table counts {MarkerSpan.Short(other)} frames a second, and the video {rate}: exact times were taken, not frames.");
        }

        if (rows.Count(row => row.Own("status") is ReviewStatus.Verified or ReviewStatus.Rejected) is > 0 and var judged)
        {
            complaints.Add($"What people said of {(judged == 1 ? "1 marker" : $"{judged} markers")} is not taken in.");
        }
    }

    private static Marker? Read(MarkerRow row, ImportOrder order, MarkerClock clock, ImportPlace place, Complaints complaints)
    {
        try
        {
            if (MarkerSpan.Read(row, clock, ImportPlace.Shortest(order.Video), out var start, out var end) is { } wrong)
            {
                complaints.Add(row.Line, $"{wrong}, so it was left out");
                return null;
            }

            var placed = place.Of(start, end);
            if (placed.Span is not { } span)
            {
                complaints.Add(row.Line, $"it lies outside the video{(place.End is { } last ? $", which ends at {ClockTime.Of(last)}" : "")}, and was left out");
                return null;
            }

            if (placed.IsCut)
            {
                complaints.Add(row.Line, "it reaches beyond the video and was cut there");
            }

            return Made(row, span, order, complaints);
        }
        catch (OverflowException)
        {
            complaints.Add(row.Line, "its times are none that a clock can hold, so it was left out");
            return null;
        }
    }

    private static Marker Made(MarkerRow row, MediaSpan span, ImportOrder order, Complaints complaints)
    {
        var kind = Kind(row, order, complaints);
        var (name, remark) = (row.Value(MarkerColumnKind.Name), row.Value(MarkerColumnKind.Remark));
        return new Marker(span, kind, name ?? remark ?? kind, Sure(row, complaints), order.Origin)
        {
            Language = order.Language ?? row.Value(MarkerColumnKind.Language),
            Speaker = row.Value(MarkerColumnKind.Speaker),
            Author = ClaimedAuthor.Of(row.Own("origin_kind"), row.Own("origin"), row.Own("origin_version")),
            How = row.Own("how") is { Length: > 0 } how ? how : name is null ? null : remark,
            Box = Box(row),
        };
    }

    private static string Kind(MarkerRow row, ImportOrder order, Complaints complaints)
    {
        var usual = order.Kind ?? Usual;
        if (row.Value(MarkerColumnKind.Kind) is not { } said)
        {
            return usual;
        }

        var kind = said.ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        if (kind.Length <= FieldNames.Longest && char.IsAsciiLetterLower(kind[0]) && kind.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            return kind;
        }

        complaints.Add(row.Line, $"'{MarkerSpan.Short(said)}' is no kind of tag, so it became '{usual}'");
        return usual;
    }

    private static Confidence Sure(MarkerRow row, Complaints complaints)
    {
        if (row.Value(MarkerColumnKind.Confidence) is not { } said)
        {
            return new Confidence(1);
        }

        var (number, scale) = said.EndsWith('%') ? (said[..^1].TrimEnd(), 100) : (said, 1);
        if (double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0 && value <= scale)
        {
            return new Confidence(value / scale);
        }

        complaints.Add(row.Line, $"'{MarkerSpan.Short(said)}' is no confidence between 0 and 1, so it was taken to be sure");
        return new Confidence(1);
    }

    private static PictureBox? Box(MarkerRow row)
    {
        var sides = ((string[])["box_left", "box_top", "box_width", "box_height"]).Select(side => Part(row.Own(side))).ToArray();
        return sides is [{ } left, { } top, { } width, { } height] ? new PictureBox(left, top, width, height) : null;
    }

    private static int? Part(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part <= 1 ? (int)decimal.Round(part * PictureBox.Whole) : null;

    private static ImportReading Sorted(List<Marker> things, bool isOwn, ImportOrder order, Complaints complaints)
    {
        var said = things.Where(thing => order.AsTranscript ?? (isOwn && thing.Kind == Said)).ToHashSet();
        var transcripts = said.GroupBy(thing => (thing.Author, thing.Language)).Select(group => new Transcript(group.Key.Language, order.Origin, Utterances(group))
        {
            Notes = group.Key.Author == "" ? [] : [ClaimedAuthor.Told(group.Key.Author)],
        });
        var tags = things.Where(thing => !said.Contains(thing)).Select(thing => thing.ToTag(order.Video.Id)).DistinctBy(tag => tag.Id);
        if (things.Count(thing => !said.Contains(thing) && thing.Speaker is not null) is > 0 and var voices)
        {
            complaints.Add($"Tags have no speaker: {(voices == 1 ? "that of 1 line was" : $"those of {voices} lines were")} left out.");
        }

        if (said.Count(thing => CaptionText.Plain(thing.Name) == "") is > 0 and var silent)
        {
            complaints.Add($"{(silent == 1 ? "1 line holds" : $"{silent} lines hold")} nothing that can be read, and {(silent == 1 ? "was" : "were")} left out.");
        }

        return new ImportReading([.. tags], [.. transcripts], complaints.All);
    }

    private static List<Utterance> Utterances(IEnumerable<Marker> things) =>
        [.. things.OrderBy(thing => thing.Span.Start).ThenBy(thing => thing.Span.End).Select(thing => thing.ToUtterance()).Where(utterance => utterance.Text != "")];
}
