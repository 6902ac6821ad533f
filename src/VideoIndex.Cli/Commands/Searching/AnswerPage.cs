using VideoIndex.Cli.Output;
using VideoIndex.Pipeline.Library;
using VideoIndex.ScreenText;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Searching;

/// <summary>An answer as people read it.</summary>
internal sealed class AnswerPage(Terminal terminal, LibraryFolder folder)
{
    private const int MostValues = 10;

    /// <summary>Prints moments under their videos, each with its timecode, its words and the picture of its shot; then what is to be said of the whole answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="isFirst">Whether it is a first page.</param>
    public void Print(SearchAnswer answer, bool isFirst = true)
    {
        foreach (var video in answer.Moments.GroupBy(moment => moment.Video.Id))
        {
            Print(video.First().Video);
            foreach (var moment in video)
            {
                Print(moment);
            }
        }

        foreach (var facet in answer.Facets)
        {
            Print(facet);
        }

        foreach (var line in answer.Explanation)
        {
            terminal.Say($"Explained: {line}");
        }

        foreach (var note in answer.Notes)
        {
            terminal.Say($"Note: {note}");
        }

        if (answer.Next is { } next)
        {
            terminal.Say($"In all {Counts.Of(answer.Total, "moment")} in {Counts.Of(answer.Videos, "video")}; the next page is --after {next}");
        }

        var videos = answer.Moments.Select(moment => moment.Video.Id).Distinct().Count();
        terminal.Say(answer.Moments.Count == 0
            ? "Nothing found."
            : $"{Counts.Of(answer.Moments.Count, "moment")} in {Counts.Of(videos, "video")}.");
        if (answer.Next is not null && isFirst)
        {
            terminal.Say("These are the first; --limit shows more.");
        }
    }

    private void Print(Facet facet)
    {
        var values = facet.Values.Take(MostValues).Select(value => $"{Marks.OneLine(value.Value)} {value.Moments}");
        var rest = facet.Values.Count > MostValues ? $", and {facet.Values.Count - MostValues} more" : "";
        terminal.Say($"By {facet.Name}: {(facet.Values is [] ? "nothing" : string.Join(", ", values))}{rest}");
    }

    private void Print(Video video) => terminal.Say($"{video.Id.ToString()[..8]}  {video.Path}");

    private static string Heard(Moment moment) => moment.Track is { } track
        ? FormattableString.Invariant($", audio {track}{(moment.Speaker is { } speaker ? $", {speaker}" : "")}, {moment.Confidence.Value:P0} sure")
        : "";

    private void Print(Moment moment)
    {
        var labels = moment.Video.Timecodes;
        var shown = moment.Evidence.Count > 0
            ? string.Join("  +  ", Marks.Shown(moment.Evidence.Select(evidence => evidence.Marked), "[", "]"))
            : Marks.OneLine(moment.Text);
        var status = moment.Status == ReviewStatus.Unreviewed ? "" : $", {moment.Status}";
        terminal.Say($"  {Times.Label(moment.Span.Start, labels)} - {Times.Label(moment.Span.End, labels)}  {moment.Kind,-5} {shown}");
        terminal.Say($"      by {moment.Origin.Name}{(moment.Language is { } language ? $" ({language})" : "")}{Heard(moment)}{status}{(moment.Box is { } box ? $", {PictureZone.Of(box)[0]}" : "")}{(moment.Keyframe is { } name ? $", frame {folder.PathOf(name)}" : "")}");
    }
}
