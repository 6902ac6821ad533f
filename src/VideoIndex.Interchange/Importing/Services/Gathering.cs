using VideoIndex.Looks;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Importing.Services;

/// <summary>Collects what a service says of a video: moves it to the video's own timeline, leaves out what cannot be, and keeps count of that.</summary>
/// <param name="order">What the file is read for.</param>
/// <param name="origin">Whose claims they are.</param>
internal sealed class Gathering(ImportOrder order, Origin origin)
{
    private static readonly Rational Longest = new(1_000 * 3_600, 1); // a thousand hours: beyond it, no time is meant

    private readonly List<Tag> _tags = [];
    private readonly Dictionary<string, List<Utterance>> _said = [];

    /// <summary>Gets what was wrong.</summary>
    public Complaints Complaints { get; } = new();

    /// <summary>Gets whose claims they are.</summary>
    public Origin Origin => origin;

    /// <summary>Returns where a span of the file lies on the video's own timeline; null, counted, where it is none of the video.</summary>
    public MediaSpan? Placed(Rational start, Rational end, string what)
    {
        if (end < start)
        {
            Complaints.Count(Fault.Backwards, what);
            return null;
        }

        if (start > Longest || end > Longest || start < default(Rational) - Longest)
        {
            Complaints.Count(Fault.NoTime, what);
            return null;
        }

        var (first, last, extent) = (new MediaTime(start + order.Offset), new MediaTime(end + order.Offset), order.Video.Extent);
        if (first >= extent.End || last < extent.Start || (last == extent.Start && last > first))
        {
            Complaints.Count(Fault.Outside, what);
            return null;
        }

        if (first < extent.Start || last > extent.End)
        {
            Complaints.Count(Fault.Beyond, what);
        }

        return new MediaSpan(first < extent.Start ? extent.Start : first, last > extent.End ? extent.End : last);
    }

    /// <summary>Returns where a time of the file lies on the video's own timeline.</summary>
    public MediaTime Moved(Rational time) => new(time + order.Offset);

    /// <summary>Returns how sure a service is; its word is taken where it gives no number.</summary>
    /// <param name="value">From 0 to 1; null for none.</param>
    /// <param name="what">Of what, for a complaint.</param>
    public Confidence Sure(double? value, string what)
    {
        if (value is < 0 or > 1)
        {
            Complaints.Count(Fault.Sureness, $"{value.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)} of {what}");
        }

        return new Confidence(Math.Clamp(value ?? 1, 0, 1));
    }

    /// <summary>Returns a place in the picture; null, counted, where it is none.</summary>
    /// <param name="left">Where it begins, as a part of the picture's width.</param>
    /// <param name="top">Where it begins, as a part of its height.</param>
    /// <param name="width">How wide it is.</param>
    /// <param name="height">How high it is.</param>
    /// <param name="what">Of what, for a complaint.</param>
    public PictureBox? Place(double left, double top, double width, double height, string what)
    {
        var (x, y, right, bottom) = (Units(left), Units(top), Units(left + width), Units(top + height));
        if (x is < 0 or >= PictureBox.Whole || y is < 0 or >= PictureBox.Whole || right > PictureBox.Whole || bottom > PictureBox.Whole || right <= x || bottom <= y)
        {
            Complaints.Count(Fault.Place, what);
            return null;
        }

        return new PictureBox(x, y, right - x, bottom - y);
    }

    /// <summary>Returns a place that may reach beyond the picture, as the part of it that is inside; null, counted, where there is none.</summary>
    public PictureBox? PlaceInside(double left, double top, double right, double bottom, string what)
    {
        var (x, y) = (Math.Clamp(left, 0, 1), Math.Clamp(top, 0, 1));
        return Place(x, y, Math.Clamp(right, 0, 1) - x, Math.Clamp(bottom, 0, 1) - y, what);
    }

    /// <summary>Keeps a claim.</summary>
    public Tag Add(MediaSpan span, string kind, string label, Confidence confidence, Func<Tag, Tag>? more = null)
    {
        var tag = new Tag(order.Video.Id, span, kind, label, confidence, origin);
        tag = more is null ? tag : more(tag);
        _tags.Add(tag);
        return tag;
    }

    /// <summary>Keeps something said.</summary>
    /// <param name="language">Its language as the file says; the order's goes before it.</param>
    /// <param name="said">What is said.</param>
    public void Add(string? language, Utterance said)
    {
        var key = order.Language ?? language ?? "";
        if (!_said.TryGetValue(key, out var utterances))
        {
            _said.Add(key, utterances = []);
        }

        utterances.Add(said);
    }

    /// <summary>Returns what was read.</summary>
    public ImportReading ToReading(string? verbatim = null)
    {
        foreach (var (option, isGiven) in new[] { ("--as", order.AsTranscript is not null), ("--kind", order.Kind is not null), ("--start", order.Start is not null) })
        {
            if (isGiven)
            {
                Complaints.Add($"{option} changes nothing here: the format says it itself.");
            }
        }

        IReadOnlyList<Transcript> transcripts =
            [.. _said.Select(language => new Transcript(language.Key == "" ? null : language.Key, origin, [.. language.Value.OrderBy(said => said.Span.Start).ThenBy(said => said.Span.End)]))];
        return new ImportReading([.. _tags.OrderBy(tag => tag.Span.Start).ThenBy(tag => tag.Span.End)], transcripts, Complaints.ToSentences()) { Verbatim = verbatim };
    }

    /// <summary>Returns words as they are kept: no control characters, lines joined by a newline, no space around them.</summary>
    public static string Plain(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter is '\n' || !char.IsControl(letter))).Trim();

    private static int Units(double part) => double.IsFinite(part) && Math.Abs(part) < 1000 ? (int)Math.Round(part * PictureBox.Whole) : int.MaxValue;
}
