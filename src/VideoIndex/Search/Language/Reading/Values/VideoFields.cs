using VideoIndex.Metadata;
using VideoIndex.Search.Conditions;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Search.Language.Reading.Values;

/// <summary>Reads the values of the fields that choose videos by what every library knows of them.</summary>
internal static class VideoFields
{
    /// <summary>Reads the value that stands here.</summary>
    public static Clause Read(string field, ValueScanner values) => field switch
    {
        "recorded" => ReadDate(values, VideoDate.Recorded),
        "added" => ReadDate(values, VideoDate.Added),
        "duration" => ReadMeasure(values, VideoMeasure.Duration, TypedNumbers.Seconds, "a comparison and a length: duration:>10min, duration:30s..2min"),
        "rate" => ReadMeasure(values, VideoMeasure.Rate, TypedNumbers.Rate, "frames a second: rate:25, rate:>=50, rate:29.97"),
        "height" => ReadMeasure(values, VideoMeasure.Height, Lines, "a number of lines: height:1080, height:>=2160"),
        "state" => values.ReadAny(State),
        _ => values.ReadAny(value => new VideoClause(new CollectionTest(FieldText.Folded(value.Text)))),
    };

    /// <summary>Returns two values with two dots between them; the same twice where there are no dots.</summary>
    public static (string From, string To) Range(string text) =>
        text.IndexOf("..", StringComparison.Ordinal) is var dots and > 0 ? (text[..dots], text[(dots + 2)..]) : (text, text);

    /// <summary>Returns a clause that keeps to both ends of a range.</summary>
    public static AndClause Both(VideoTest from, VideoTest to) => new([new VideoClause(from), new VideoClause(to)]);

    private static Clause ReadDate(ValueScanner values, VideoDate what)
    {
        var comparison = values.ReadComparison();
        var value = values.Read();
        var (first, last) = Range(value.Text);
        if (TypedNumbers.Days(first) is not var (from, until) || TypedNumbers.Days(last) is not var (start, end) || start < from || (first != last && comparison is not null))
        {
            throw ValueScanner.Bad(value, $"{values.Field}: is followed by a day, a month or a year: {values.Field}:2026-03-09, {values.Field}:>=2026-03, {values.Field}:2026-01..2026-03.");
        }

        return first == last
            ? new VideoClause(new DateTest(what, comparison ?? Comparison.Exactly, Utc(from), Utc(until)))
            : Both(new DateTest(what, Comparison.AtLeast, Utc(from), Utc(until)), new DateTest(what, Comparison.AtMost, Utc(start), Utc(end)));
    }

    private static Clause ReadMeasure(ValueScanner values, VideoMeasure what, Func<string, Rational?> read, string how)
    {
        var comparison = values.ReadComparison();
        var value = values.Read();
        var (first, last) = Range(value.Text);
        var isRange = first != last;
        if (read(first) is not { } from || read(last) is not { } to || to < from || (isRange && comparison is not null)
            || (what == VideoMeasure.Duration && !isRange && comparison is null))
        {
            throw ValueScanner.Bad(value, $"{values.Field}: is followed by {how}.");
        }

        return isRange
            ? Both(new MeasureTest(what, new(Comparison.AtLeast, from)), new MeasureTest(what, new(Comparison.AtMost, to)))
            : new VideoClause(new MeasureTest(what, new(comparison ?? Comparison.Exactly, from)));
    }

    private static Rational? Lines(string text) =>
        TypedNumbers.Decimal(text.EndsWith('p') ? text[..^1] : text) is { Denominator: 1 } lines && lines >= default(Rational) ? lines : null;

    private static Clause State(TypedValue value) => Enum.GetValues<VideoState>().Where(state => Name(state).Equals(value.Text, StringComparison.OrdinalIgnoreCase))
        .Select(state => new VideoClause(new StateTest(state))).FirstOrDefault()
        ?? throw ValueScanner.Bad(value, $"No video is '{TypedText.Shown(value.Text)}'.{ValueScanner.Hint(value.Text, Enum.GetValues<VideoState>().Select(Name))} The states are {string.Join(", ", Enum.GetValues<VideoState>().Select(Name))}.");

    private static string Name(VideoState state) => state.ToString().ToLowerInvariant();

    private static DateTimeOffset Utc(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
