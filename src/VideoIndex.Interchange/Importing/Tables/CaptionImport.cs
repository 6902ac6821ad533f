using System.Globalization;
using VideoIndex.Interchange.Captions;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Importing.Tables;

/// <summary>Reads a caption file as a transcript, or as a tag for each cue.</summary>
/// <remarks>
/// Times are scaled first, then moved: a file that is timed for another rate than the video's (25 for a film at 24000/1001) has the same frames at other times, so each of
/// its times is multiplied by its own rate over the video's.
/// </remarks>
/// <param name="name">The format's name.</param>
/// <param name="endings">What its files end in.</param>
/// <param name="read">Reads the text of a file.</param>
/// <param name="recognises">Tells whether a text looks like it.</param>
internal sealed class CaptionImport(string name, IReadOnlyList<string> endings, Func<string, CaptionFile> read, Func<string, bool> recognises) : IImportReader
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => endings;

    /// <inheritdoc/>
    public bool Recognises(string text) => recognises(text);

    /// <inheritdoc/>
    public ImportReading Read(string text, ImportOrder order)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(order);
        var file = read(text);
        if (file.Utterances is [])
        {
            throw new ImportException("bad-import", $"'{order.FileName}' holds no captions that can be read as {name}.{string.Concat(file.Complaints.Select(complaint => " " + complaint))}");
        }

        try
        {
            return Placed(file, order, CaptionLanguage.Of(text, order));
        }
        catch (OverflowException)
        {
            throw new ImportException("bad-import", $"'{order.FileName}' has times that cannot be scaled without losing a frame.");
        }
    }

    private static ImportReading Placed(CaptionFile file, ImportOrder order, string? language)
    {
        var (place, scale, zero) = (new ImportPlace(order), Scale(order), Zero(order));
        var spans = file.Utterances.Select(cue => (Cue: cue, Place: place.Of(Scaled(cue.Span.Start), Scaled(cue.Span.End)))).ToList();
        var inside = spans.Where(one => one.Place.Span is not null).Select(one => one.Cue with { Span = one.Place.Span!.Value }).ToList();
        if (inside is [])
        {
            throw new ImportException("bad-import", $"No cue of '{order.FileName}' lies within the video: {Where(spans[0].Place.From, place)}. If the file counts from another zero, give an offset.");
        }

        List<string> complaints = [.. file.Complaints, .. Complaints([.. spans.Select(one => one.Place)], place)];
        return order.AsTranscript ?? true
            ? new ImportReading([], [new Transcript(language, order.Origin, inside)], complaints)
            : new ImportReading([.. inside.Select(cue => Tag(cue, order, language)).DistinctBy(tag => tag.Id)], [], complaints);

        MediaTime Scaled(MediaTime time) => new((time.Seconds - zero) * scale);
    }

    private static Tag Tag(Utterance cue, ImportOrder order, string? language) =>
        new(order.Video.Id, cue.Span, order.Kind ?? "marker", cue.Text, new Confidence(1), order.Origin) { Language = language };

    private static Rational Scale(ImportOrder order) => (order.Rate, order.Video.Rate) switch
    {
        (null, _) => new Rational(1, 1),
        ({ } files, { } videos) => files.FramesPerSecond / videos.FramesPerSecond,
        _ => throw new ImportException("wrong-rate", "The video's own rate varies, so times cannot be scaled from another to it: leave the rate out, and give an offset where one is needed."),
    };

    // The label as a clock shows it, which is how captions of a programme that starts at ten count.
    private static Rational Zero(ImportOrder order)
    {
        if (order.Start is null)
        {
            return default;
        }

        var rate = order.Rate ?? order.Video.Rate ?? FrameRate.Pal;
        return Timecode.TryParse(order.Start, rate, out _)
            ? CueTime.TryRead(order.Start.AsSpan(0, 8), out var clock) ? clock.Seconds + new Rational(int.Parse(order.Start.AsSpan(9), CultureInfo.InvariantCulture), rate.Nominal) : default
            : throw new ImportException("bad-start", $"'{order.Start}' is no timecode at {rate} frames a second.");
    }

    private static IEnumerable<string> Complaints(IReadOnlyList<PlacedSpan> places, ImportPlace place)
    {
        var (outside, cut) = (places.Where(one => one.Span is null).ToList(), places.Count(one => one.IsCut));
        if (outside is [var first, ..])
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{outside.Count} {(outside.Count == 1 ? "cue lies outside the video and was" : "cues lie outside the video and were")} left out: {Where(first.From, place)}.");
        }

        if (cut > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{cut} {(cut == 1 ? "cue reaches" : "cues reach")} beyond the video and {(cut == 1 ? "was" : "were")} cut there.");
        }
    }

    private static string Where(MediaTime from, ImportPlace place) => from < default(MediaTime)
        ? $"the first begins {ClockTime.Of(new MediaTime(-from.Seconds))} before the video"
        : $"the first begins at {ClockTime.Of(from)}{(place.End is { } end ? $", and the video ends at {ClockTime.Of(end)}" : "")}";
}
