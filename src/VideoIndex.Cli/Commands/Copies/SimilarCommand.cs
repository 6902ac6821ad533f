using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Copies;
using VideoIndex.Copies;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Copies;

/// <summary>Finds the same pictures and the same sound in other videos.</summary>
internal sealed class SimilarCommand : LibraryCommand
{
    // A shot shorter than this is looked for together with what is around it: there is too little in it.
    private static readonly MediaDuration ShortestAsked = new(new Rational(5, 1));

    private readonly Argument<string> _video = Naming.Video();
    private readonly Argument<string?> _time;

    public SimilarCommand()
        : base("similar", "Find the same pictures, and the same sound, in other videos.")
    {
        var time = Naming.Time("TIME");
        _time = new Argument<string?>(time.Name) { Description = $"Only the shot on screen then. {time.Description}", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => null };
        Arguments.Add(_video);
        Arguments.Add(_time);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var shot = invocation.Get(_time) is { } time ? await ShotAsync(library, video, time, cancellationToken).ConfigureAwait(false) : (MediaSpan?)null;
        var found = await library.Similar().FindAsync(video, shot is { } one ? Widened(one, video.Extent) : null, cancellationToken).ConfigureAwait(false);
        var others = (await library.Catalog.ListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(other => other.Id);
        var matches = found.Where(match => (shot is not { } asked || match.Here.Overlaps(asked)) && others.ContainsKey(match.Video)).ToList();
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(
                new SimilarShape(
                    VideoName.Of(video),
                    shot is { } span ? new AskedShape(span, video.Timecodes) : null,
                    [.. matches.Select(match => new MatchShape(match, video, others[match.Video]))]),
                Shapes.Default.SimilarShape);
        }
        else
        {
            Say(invocation.Terminal, video, shot, matches, others);
        }

        return ExitCodes.Ok;
    }

    private static void Say(Terminal terminal, Video video, MediaSpan? shot, List<CopyMatch> matches, Dictionary<VideoId, Video> others)
    {
        foreach (var match in matches)
        {
            var other = others[match.Video];
            terminal.Say($"{other.Id.ToString()[..8]}  {SameAs.Sentence(match, video, other)}");
            terminal.Say($"          {match.How}");
        }

        if (matches is [])
        {
            var what = shot is { } span ? $"the shot at {Times.Label(span.Start, video.Timecodes)} - {Times.Label(span.End, video.Timecodes)}" : "this video";
            terminal.Say($"No other video in the library has the pictures or the sound of {what}.");
        }
    }

    private static async Task<MediaSpan> ShotAsync(LibraryHost library, Video video, string text, CancellationToken cancellationToken)
    {
        var contents = await library.Catalog.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false);
        var time = Naming.TimeIn(video, text);
        return contents!.Shots.LastOrDefault(shot => shot.Shot.Span.Start <= time.Latest) is { } found && time.Time < video.Extent.End
            ? found.Shot.Span
            : throw new CommandException(ExitCodes.Usage, "past-the-end", $"There is no shot at {text}: the video ends at {video.Extent.End.Seconds} s.");
    }

    private static MediaSpan Widened(MediaSpan shot, MediaSpan extent)
    {
        var missing = ShortestAsked.Seconds - shot.Duration.Seconds;
        if (missing <= default(Rational))
        {
            return shot;
        }

        var half = new MediaDuration(missing / new Rational(2, 1));
        var (start, end) = (shot.Start - half, shot.End + half);
        return new MediaSpan(start < extent.Start ? extent.Start : start, end > extent.End ? extent.End : end);
    }
}
