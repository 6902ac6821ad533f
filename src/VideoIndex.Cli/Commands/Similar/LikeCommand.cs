using System.CommandLine;
using VideoIndex.Cli.Commands.Searching;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Search.Answers;
using VideoIndex.Similar;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Similar;

/// <summary>Finds shots that look like another, like a picture, or like what words say.</summary>
internal sealed class LikeCommand : LibraryCommand
{
    private const int MostChosen = 100_000;

    private readonly Argument<string[]> _what = new("VIDEO|WORDS")
    {
        Description = "The video whose shot is meant by --shot or --at; otherwise words that say what is to be seen, for which a model must be installed.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<int?> _shot = new("--shot") { Description = "The shot of the video, by its number, from 1.", HelpName = "N" };
    private readonly Option<string?> _at = new("--at") { Description = "The shot of the video that is on screen then.", HelpName = "TIME" };
    private readonly Option<string?> _picture = new("--picture") { Description = "A picture instead: PNG, JPEG, WebP, BMP or GIF.", HelpName = "FILE" };
    private readonly Option<string?> _where = new("--where") { Description = "Only moments that overlap one this question finds, in the language of search.", HelpName = "QUESTION" };
    private readonly Option<int> _limit = new("--limit") { Description = "The most shots to show.", HelpName = "N", DefaultValueFactory = _ => 20 };

    public LikeCommand()
        : base("like", "Find shots that look like a shot, like a picture, or like words.")
    {
        Arguments.Add(_what);
        Options.Add(_shot);
        Options.Add(_at);
        Options.Add(_picture);
        Options.Add(_where);
        Options.Add(_limit);
        Naming.Bound(_shot, 1, int.MaxValue);
        Naming.Bound(_limit, 1, 10_000);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var (what, limit) = (string.Join(' ', invocation.Get(_what)), invocation.Get(_limit));
        var ways = new object?[] { invocation.Get(_shot), invocation.Get(_at), invocation.Get(_picture) }.Count(way => way is not null);
        if (ways > 1 || string.IsNullOrWhiteSpace(what) == (invocation.Get(_picture) is null))
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", "Say one thing to be like: a video with --shot N or --at TIME, or --picture FILE alone, or words.");
        }

        using var library = invocation.Open();
        var within = invocation.Get(_where) is { } question ? await ChosenAsync(question, library, cancellationToken).ConfigureAwait(false) : null;
        var page = new LikePage(invocation.Terminal, library, await VideosAsync(library, cancellationToken).ConfigureAwait(false), limit);
        if (invocation.Get(_picture) is { } file)
        {
            var picture = await PictureAsync(file, cancellationToken).ConfigureAwait(false);
            await page.TellAsync(new LikeAsked(null, null, Path.GetFullPath(file), null, invocation.Get(_where)), await library.LikeShots().FindAsync(picture, limit, within, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        else if (ways == 1)
        {
            var video = await library.ResolveAsync(what, cancellationToken).ConfigureAwait(false);
            var shot = await ShotAsync(library, video, invocation, cancellationToken).ConfigureAwait(false);
            var found = await library.LikeShots().FindAsync(video, shot, limit, within, cancellationToken).ConfigureAwait(false)
                ?? throw new CommandException(ExitCodes.NotOk, "no-frames", $"Nothing was kept of the frames of '{video.Path}' that its shots could be known by. Index it again with: videoindex index --force");
            await page.TellAsync(new LikeAsked(video, shot, null, null, invocation.Get(_where)), found, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await page.TellAsync(new LikeAsked(null, null, null, what, invocation.Get(_where)), await WordedAsync(what, within, limit, library, invocation, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        return ExitCodes.Ok;
    }

    private static async Task<IReadOnlyList<Pipeline.Similar.WordedShot>> WordedAsync(
        string words, MomentChoice? within, int limit, LibraryHost library, Invocation invocation, CancellationToken cancellationToken)
    {
        using var embedder = invocation.Embedders().Open();
        var question = await Asking.ReadAsync(words, library, cancellationToken).ConfigureAwait(false);
        var said = await Asking.AnswerAsync(new SearchRequest(question) { Limit = limit }, library, cancellationToken).ConfigureAwait(false);
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        var told = new LeftToSee(invocation.Terminal);
        var vectors = await library.KeyframeVectors(tools).ReadAsync(embedder, told, cancellationToken).ConfigureAwait(false);
        return await library.LikeWords().FindAsync(embedder.Embed(words), vectors, said.Moments, limit, within, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<MomentChoice> ChosenAsync(string typed, LibraryHost library, CancellationToken cancellationToken)
    {
        var question = await Asking.ReadAsync(typed, library, cancellationToken).ConfigureAwait(false);
        var answer = await Asking.AnswerAsync(new SearchRequest(question) { Limit = MostChosen, Order = SearchOrder.Time }, library, cancellationToken).ConfigureAwait(false);
        return new MomentChoice(answer.Moments.Select(moment => (moment.Video.Id, moment.Span)));
    }

    private static async Task<Dictionary<VideoId, Video>> VideosAsync(LibraryHost library, CancellationToken cancellationToken) =>
        (await library.Catalog.ListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(video => video.Id);

    private static async Task<Looks.ColourPicture> PictureAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new CommandException(ExitCodes.NotFound, "no-such-file", $"There is no file '{file}'.");
        }

        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        return (await LibraryHost.Pictures(tools).ReadAsync(Path.GetFullPath(file), cancellationToken).ConfigureAwait(false)).Picture;
    }

    private async Task<ShotRecord> ShotAsync(LibraryHost library, Video video, Invocation invocation, CancellationToken cancellationToken)
    {
        var shots = (await library.Catalog.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false))!.Shots;
        if (invocation.Get(_shot) is { } number)
        {
            return shots.FirstOrDefault(shot => shot.Shot.Number == number)
                ?? throw new CommandException(ExitCodes.NotFound, "no-such-shot", $"'{video.Path}' has no shot {number}; it has {shots.Count}.");
        }

        var time = Naming.TimeIn(video, invocation.Get(_at)!);
        return shots.LastOrDefault(shot => shot.Shot.Span.Start <= time.Latest) is { } found && time.Time < video.Extent.End
            ? found
            : throw new CommandException(ExitCodes.Usage, "past-the-end", $"There is no shot at {invocation.Get(_at)}: the video ends at {video.Extent.End.Seconds} s.");
    }
}
