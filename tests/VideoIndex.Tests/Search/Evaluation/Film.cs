using VideoIndex.Looks;
using VideoIndex.Metadata;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Contracts.Searching.Cases;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Tests.Search.Evaluation;

/// <summary>Short ways to write down a video and to ask of it: <c>Film.Of("10-12 say what a goal").Asked("goal")</c>.</summary>
internal static class Film
{
    /// <summary>Makes a ten-minute film of things, each a span, a field and what it says.</summary>
    public static KnownVideo Of(params string[] lines) => Of(A.Video("cup/final.mp4"), lines);

    public static KnownVideo Of(IndexedVideo video, params string[] lines)
    {
        var things = lines.Select(line => line.Split(' ', 3))
            .Select(part => new SearchableSpan(0, part[1], A.Span(part[0]), [part[2]], new Confidence(1), new Origin("model", "stub", "1")))
            .Concat(SearchableSpans.Of(video.Contents).Skip(1))
            .OrderBy(thing => thing.Span.Start).ThenBy(thing => thing.Span.End).Select((thing, at) => thing with { Number = at + 1 });
        return new KnownVideo(new VideoFacts(video.Contents.Video), [SearchableSpans.Whole(video.Contents.Video), .. things], new Dictionary<string, Looked>());
    }

    /// <summary>Changes the thing that says something.</summary>
    public static KnownVideo But(this KnownVideo film, string text, Func<SearchableSpan, SearchableSpan> change) =>
        film with { Things = [.. film.Things.Select(thing => thing.Texts[0] == text ? change(thing) : thing)] };

    /// <summary>Says that a detector has looked at the whole film for things of a field.</summary>
    public static KnownVideo LookedFor(this KnownVideo film, string field) =>
        film with { Detectors = new Dictionary<string, Looked> { [field] = new(film.Facts.Video.Extent, new Origin("model", "finder", "1")) } };

    public static KnownVideo Boxed(this KnownVideo film, string text, int left, int top, int size) => film.But(text, thing => thing with { Box = new PictureBox(left, top, size, size) });

    /// <summary>Returns the moments: each its span, what it shows, and after a plus what else speaks for it.</summary>
    public static string Asked(this KnownVideo film, string question) => film.Asked(QuestionParser.Parse(question, QuestionContext.Plain).Root);

    public static string Asked(this KnownVideo film, Clause clause) => string.Join("; ", Evaluator.Of(new Question("", clause), film).Select(Told));

    private static string Told(Match match) => $"{Told(match.Span)} {string.Join(" + ", match.Evidence.Select(found => Told(found, match.Span)))}";

    private static string Told(Found found, MediaSpan whole) => string.Concat(
        found.Place is { } place ? string.Concat(place.Words.Select(word => word.Text)).Trim() : found.Counted is { } counted ? $"{counted.Least}..{counted.Most}" : found.Thing.Texts[0],
        found.Span == whole ? "" : $" {Told(found.Span)}");

    private static string Told(MediaSpan span) => $"{span.Start.Seconds}-{span.End.Seconds}";
}
