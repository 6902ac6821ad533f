using System.Globalization;
using VideoIndex.Looks;
using VideoIndex.Search;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Exporting;

/// <summary>One moment on its way out.</summary>
/// <param name="Span">When, on the video's own timeline.</param>
/// <param name="Kind">What kind of thing it is, by the field it is searched in: <c>logo</c>, <c>say</c>, <c>shot</c>.</param>
/// <param name="Name">What it is called: the brand, the label, the words said. It may hold anything a person or a file wrote; every format escapes it by its own rules.</param>
/// <param name="Confidence">How sure its author is.</param>
/// <param name="Origin">Who claims it.</param>
public sealed record ExportMoment(MediaSpan Span, string Kind, string Name, Confidence Confidence, Origin Origin)
{
    /// <summary>Gets the language of its words, when known.</summary>
    public string? Language { get; init; }

    /// <summary>Gets who speaks; null where nobody knows.</summary>
    public string? Speaker { get; init; }

    /// <summary>Gets where in the picture it is; null for what has no place there.</summary>
    public PictureBox? Box { get; init; }

    /// <summary>Gets what people said of it: one of <see cref="ReviewStatus.All"/>.</summary>
    public string Status { get; init; } = ReviewStatus.Unreviewed;

    /// <summary>Gets how it was found, as one sentence; null when its origin says all there is.</summary>
    public string? How { get; init; }

    /// <summary>Gets its colour where a format has colours; decided by its kind.</summary>
    public MarkerColour Colour { get; init; } = MarkerColour.Blue;

    /// <summary>Gets how many moments were made one in it; 1 for one that stands by itself.</summary>
    public int Merged { get; init; } = 1;

    /// <summary>Gets the facts of it in one line, the same in every format: <c>logo, 0.93, by model logo-features 2, verified</c>.</summary>
    public string Note => string.Join(
        ", ",
        ((string[])
        [
            Kind,
            Confidence.Value.ToString("0.##", CultureInfo.InvariantCulture),
            $"by {Origin.Kind} {Origin.Name}{(Origin.Version == "" ? "" : " " + Origin.Version)}",
            Speaker is null ? "" : $"said by {Speaker}",
            Status == ReviewStatus.Unreviewed ? "" : Status,
            Merged == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Merged} made one"),
        ]).Where(part => part != ""));

    /// <summary>Returns the moment an answer found.</summary>
    public static ExportMoment Of(Moment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return new ExportMoment(moment.Span, moment.Kind, moment.Text, moment.Confidence, moment.Origin)
        {
            Language = moment.Language,
            Speaker = moment.Speaker,
            Box = moment.Box,
            Status = moment.Status,
            How = moment.How,
        };
    }

    /// <summary>Returns one moment from the first's start to the end of whichever ends last: as sure as the surer, and by its author; verified where both are. What the two say differently it does not say.</summary>
    public ExportMoment With(ExportMoment later)
    {
        ArgumentNullException.ThrowIfNull(later);
        var surer = later.Confidence > Confidence ? later : this;
        return this with
        {
            Span = new MediaSpan(Span.Start, Span.End > later.Span.End ? Span.End : later.Span.End),
            Confidence = surer.Confidence,
            Origin = surer.Origin,
            Status = ReviewStatus.OfBoth(Status, later.Status),
            Language = Language == later.Language ? Language : null,
            Speaker = Speaker == later.Speaker ? Speaker : null,
            Box = Box == later.Box ? Box : null,
            How = How == later.How ? How : null,
            Merged = Merged + later.Merged,
        };
    }
}
