using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Brands;
using VideoIndex.Cli.Output.Json.Keeping;
using VideoIndex.Metadata;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Facts;

/// <summary>Sets values of fields, of one video or of many.</summary>
internal sealed class SetCommand : LibraryCommand
{
    private readonly Argument<string?> _video = new("VIDEO") { Description = "An id, the beginning of one (4 digits or more), or a path.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => null };
    private readonly Argument<string[]> _values = new("FIELD=VALUE") { Description = "What to keep, in the place of what was kept; nothing after the equals sign clears it. Several choices have commas between them.", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
    private readonly Option<string?> _csv = new("--csv") { Description = "A table of values of many videos, with the columns video, fields by their names and, for collections, collection.", HelpName = "FILE" };
    private readonly Option<string?> _by = BrandCommand.By();

    public SetCommand()
        : base("set", "Set values of fields; without any, show what is kept of a video and every change to it.")
    {
        Arguments.Add(_video);
        Arguments.Add(_values);
        Options.Add(_csv);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var (reference, file) = (invocation.Get(_video), invocation.Get(_csv));
        if (reference is null == file is null)
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", "set needs VIDEO or --csv FILE, one of the two. Run: videoindex set --help");
        }

        using var library = invocation.Open();
        if (file is not null)
        {
            return await new SheetSetting(library, invocation.Terminal).RunAsync(file, BrandCommand.Author(invocation.Get(_by)), cancellationToken).ConfigureAwait(false);
        }

        var video = await library.ResolveAsync(reference!, cancellationToken).ConfigureAwait(false);
        var changes = invocation.Get(_values).Select(typed => Read(video.Id, typed)).ToList();
        await library.Facts.ChangeAsync(changes, BrandCommand.Author(invocation.Get(_by)), cancellationToken).ConfigureAwait(false);
        await TellAsync(library, video, invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Ok;
    }

    private static FactChange.Give Read(VideoId video, string typed) => typed.IndexOf('=', StringComparison.Ordinal) is > 0 and var cut
        ? new FactChange.Give(video, typed[..cut], typed[(cut + 1)..])
        : throw new CommandException(ExitCodes.Usage, "bad-usage", $"set takes FIELD=VALUE, not '{typed}'.");

    private static async Task TellAsync(LibraryHost library, Video video, Terminal terminal, CancellationToken cancellationToken)
    {
        var facts = (await library.Facts.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false))!;
        var history = await library.Facts.ReadHistoryAsync(video.Id, cancellationToken).ConfigureAwait(false);
        if (terminal.Json)
        {
            var changes = history.Select(past => new PastChangeShape(past.Made.At.ToString("O", null), past.Made.By, past.What, past.Detail)).ToList();
            terminal.Write(new VideoFactsShape(VideoName.Of(video), FieldValuesShape.Of(facts), facts.Collections, changes), Shapes.Default.VideoFactsShape);
        }
        else
        {
            KeepingPage.Print(facts, history, terminal);
        }
    }
}
