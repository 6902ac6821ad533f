using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Cli.Commands.Searching;
using VideoIndex.Cli.Commands.Transcripts;
using VideoIndex.Exporting;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Exporting;

/// <summary>What is to leave: the options that choose it, and the choosing.</summary>
internal sealed class SelectionOptions
{
    private const int Most = 100_000;

    private readonly Argument<string[]> _words = new("QUERY") { Description = "A question, as search takes it: all its moments.", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _videos = new("--video") { Description = "Of this video alone; may be given several times.", HelpName = "VIDEO" };
    private readonly Option<string?> _brand = new("--brand") { Description = "The appearances of a brand.", HelpName = "NAME" };
    private readonly Option<bool> _shots = new("--shots") { Description = "The shots." };
    private readonly Option<bool> _scenes = new("--scenes") { Description = "The scenes." };
    private readonly Option<bool> _transcript = new("--transcript") { Description = "What is said; --track and --language choose between several." };
    private readonly Option<int?> _track = new("--track") { Description = "What was heard in this audio track, from 1.", HelpName = "N" };
    private readonly Option<string?> _language = new("--language") { Description = "The transcript in this language.", HelpName = "LANGUAGE" };
    private readonly Option<string?> _selection = new("--selection") { Description = "The moments in this file: what search --json answered, or an export as JSON; - for standard input.", HelpName = "FILE" };
    private readonly Option<int> _limit = new("--limit") { Description = "The most moments.", HelpName = "N", DefaultValueFactory = _ => Most };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_words);
        foreach (var option in (Option[])[_videos, _brand, _shots, _scenes, _transcript, _track, _language, _selection, _limit])
        {
            command.Options.Add(option);
        }

        Naming.Bound(_limit, 1, Most);
        Naming.Bound(_track, 1, 1000);
    }

    /// <summary>Returns what was chosen.</summary>
    /// <exception cref="CommandException">Nothing was, or two things were; or what was named is not there.</exception>
    public async Task<ExportSheet> TakeAsync(Invocation invocation, LibraryHost library, CancellationToken cancellationToken)
    {
        var words = string.Join(' ', invocation.Get(_words));
        var videos = await VideosAsync(invocation.Get(_videos) ?? [], library, cancellationToken).ConfigureAwait(false);
        var gatherer = new Gatherer(library, invocation.Get(_limit));
        List<Func<Task<ExportSheet>>> ways = [];
        Offer(words != "", () => AskedAsync(words, words, videos, null, gatherer, cancellationToken));
        Offer(invocation.Get(_brand) is not null, () => OfBrandAsync(invocation.Get(_brand)!, videos, gatherer, cancellationToken));
        Offer(invocation.Get(_shots), () => AskedAsync("shot:shot", Title("Shots", videos), videos, null, gatherer, cancellationToken));
        Offer(invocation.Get(_scenes), () => AskedAsync("scene:scene", Title("Scenes", videos), videos, null, gatherer, cancellationToken));
        Offer(invocation.Get(_transcript), () => SaidAsync(videos, invocation, gatherer, cancellationToken));
        Offer(invocation.Get(_selection) is not null, () => SelectionFile.TakeAsync(invocation.Get(_selection)!, videos, gatherer, cancellationToken));
        return ways is [var way]
            ? await way().ConfigureAwait(false)
            : throw new CommandException(ExitCodes.Usage, "bad-usage", "Say what to export, in one way: a question, --brand, --shots, --scenes, --transcript or --selection. See: videoindex export --help");

        void Offer(bool isMeant, Func<Task<ExportSheet>> way)
        {
            if (isMeant)
            {
                ways.Add(way);
            }
        }
    }

    private static async Task<IReadOnlyList<Video>> VideosAsync(string[] references, LibraryHost library, CancellationToken cancellationToken)
    {
        var videos = new List<Video>();
        foreach (var reference in references)
        {
            videos.Add(await library.ResolveAsync(reference, cancellationToken).ConfigureAwait(false));
        }

        return [.. videos.DistinctBy(video => video.Id)];
    }

    // A question names brands by their words; of those it finds, the ones that bear the whole name are meant.
    private static async Task<ExportSheet> OfBrandAsync(string typed, IReadOnlyList<Video> videos, Gatherer gatherer, CancellationToken cancellationToken)
    {
        var brand = await BrandCommand.ResolveAsync(gatherer.Library, typed, cancellationToken).ConfigureAwait(false);
        var quoted = brand.Name.Replace('"', ' ').Replace('\\', ' ');
        return await AskedAsync($"{TagKinds.Logo}:\"{quoted}\"", Title(brand.Name, videos), videos, moment => moment.Kind == TagKinds.Logo && moment.Text == brand.Name, gatherer, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ExportSheet> AskedAsync(
        string text, string title, IReadOnlyList<Video> videos, Func<Moment, bool>? isMeant, Gatherer gatherer, CancellationToken cancellationToken)
    {
        var question = await Asking.ReadAsync(text, gatherer.Library, cancellationToken).ConfigureAwait(false);
        var notes = new List<string>();
        var moments = new List<Moment>();
        foreach (var only in videos is [] ? [null] : videos.Select(video => (VideoId?)video.Id))
        {
            var request = new SearchRequest(question) { In = only, Limit = gatherer.Limit, Order = SearchOrder.Time };
            var answer = await Asking.AnswerAsync(request, gatherer.Library, cancellationToken).ConfigureAwait(false);
            moments.AddRange(answer.Moments.Where(moment => isMeant?.Invoke(moment) ?? true));
            notes.AddRange(answer.Notes);
            if (answer.Next is not null)
            {
                notes.Add($"There are {answer.Total} moments; the first {gatherer.Limit} were taken. --limit takes more.");
            }
        }

        var chosen = moments.Take(gatherer.Limit).GroupBy(moment => moment.Video.Id).Select(group => (group.Key, (IReadOnlyList<ExportMoment>)[.. group.Select(ExportMoment.Of)]));
        return await gatherer.SheetAsync(title, chosen, notes.Distinct(), cancellationToken).ConfigureAwait(false);
    }

    private async Task<ExportSheet> SaidAsync(IReadOnlyList<Video> videos, Invocation invocation, Gatherer gatherer, CancellationToken cancellationToken)
    {
        if (videos is [])
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", "Name the video whose transcript is to be exported with --video VIDEO.");
        }

        var sheet = await gatherer.SheetAsync(Title("Transcript", videos), videos.Select(video => (video.Id, (IReadOnlyList<ExportMoment>)[])), [], cancellationToken).ConfigureAwait(false);
        return sheet with { Videos = [.. sheet.Videos.Select(video => Said(video, invocation, gatherer.Limit))] };
    }

    private ExportedVideo Said(ExportedVideo video, Invocation invocation, int limit)
    {
        var (transcript, _) = TranscriptChoice.Of(video.Contents.Transcripts, invocation.Get(_track), invocation.Get(_language), video.Video.Path);
        var said = transcript.Utterances.Where(utterance => utterance.Dropped is null).Take(limit).ToList();
        return video with
        {
            Transcripts = [transcript with { Utterances = said }],
            Moments = [.. said.Select(utterance => Moment(utterance, transcript))],
        };
    }

    private static ExportMoment Moment(Utterance utterance, Transcript transcript) =>
        new(utterance.Span, "say", utterance.Text, utterance.Confidence ?? new Confidence(1), transcript.Origin)
        {
            Language = utterance.Language ?? transcript.Language,
            Speaker = utterance.Speaker,
        };

    private static string Title(string what, IReadOnlyList<Video> videos) => videos is [var only] ? $"{what} - {Path.GetFileName(only.Path)}" : what;
}
