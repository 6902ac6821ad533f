using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.ScreenText;
using VideoIndex.Search;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands;

/// <summary>Finds moments.</summary>
internal sealed class SearchCommand : LibraryCommand
{
    private readonly Argument<string[]> _words = new("QUERY")
    {
        Description = "Words, \"phrases\", prefix*, and say: text: logo: object: face: tag: colour: motion: shot: scene: video: before any of them, count(person)>=5; after one, FOR >= 2s, AREA > 2%, ZONE lower-third. All must hold.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int> _limit = new("--limit") { Description = "The most moments to show.", HelpName = "N", DefaultValueFactory = _ => 50 };

    public SearchCommand()
        : base("search", "Search the library; every answer is a moment to jump to.")
    {
        Arguments.Add(_words);
        Options.Add(_limit);
        Naming.Bound(_limit, 1, 100_000);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var query = Read(string.Join(' ', invocation.Get(_words)));
        using var library = invocation.Open();
        var answer = await library.Moments.SearchAsync(query, invocation.Get(_limit), cancellationToken).ConfigureAwait(false);
        var terminal = invocation.Terminal;
        if (terminal.Json)
        {
            var moments = answer.Moments.Select(moment => new MomentShape(moment, library.Folder.PathOf)).ToList();
            terminal.Write(new SearchShape(query.Text, moments, answer.Notes), Shapes.Default.SearchShape);
            return ExitCodes.Ok;
        }

        Print(answer, library, terminal);
        if (answer.Moments.Count == invocation.Get(_limit))
        {
            terminal.Say("These are the first; --limit shows more.");
        }

        return ExitCodes.Ok;
    }

    /// <summary>Prints moments under their videos, each with its timecode, its words and the picture of its shot.</summary>
    internal static void Print(SearchAnswer answer, LibraryHost library, Terminal terminal)
    {
        foreach (var video in answer.Moments.GroupBy(moment => moment.Video.Id))
        {
            Print(video.First().Video, terminal);
            foreach (var moment in video)
            {
                Print(moment, library, terminal);
            }
        }

        foreach (var note in answer.Notes)
        {
            terminal.Say($"Note: {note}");
        }

        var videos = answer.Moments.Select(moment => moment.Video.Id).Distinct().Count();
        terminal.Say(answer.Moments.Count == 0
            ? "Nothing found."
            : $"{Counts.Of(answer.Moments.Count, "moment")} in {Counts.Of(videos, "video")}.");
    }

    private static Query Read(string question)
    {
        try
        {
            return QueryParser.Parse(question);
        }
        catch (QueryException mistake)
        {
            throw new CommandException(ExitCodes.Usage, mistake.Code, mistake.Sentence) { Question = question, At = mistake.At };
        }
    }

    private static void Print(Video video, Terminal terminal) => terminal.Say($"{video.Id.ToString()[..8]}  {video.Path}");

    private static string Heard(Moment moment) => moment.Track is { } track
        ? FormattableString.Invariant($", audio {track}{(moment.Speaker is { } speaker ? $", {speaker}" : "")}, {moment.Confidence.Value:P0} sure")
        : "";

    private static void Print(Moment moment, LibraryHost library, Terminal terminal)
    {
        var labels = moment.Video.Timecodes;
        var shown = moment.Evidence.Count > 0
            ? string.Join("  +  ", Marks.Shown(moment.Evidence.Select(evidence => evidence.Marked), "[", "]"))
            : Marks.OneLine(moment.Text);
        terminal.Say($"  {Times.Label(moment.Span.Start, labels)} - {Times.Label(moment.Span.End, labels)}  {moment.Kind,-5} {shown}");
        terminal.Say($"      by {moment.Origin.Name}{(moment.Language is { } language ? $" ({language})" : "")}{Heard(moment)}{(moment.Box is { } box ? $", {PictureZone.Of(box)[0]}" : "")}{(moment.Keyframe is { } name ? $", frame {library.Folder.PathOf(name)}" : "")}");
    }
}
