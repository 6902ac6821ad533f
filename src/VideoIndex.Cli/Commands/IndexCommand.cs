using System.CommandLine;
using VideoIndex.Cli.Commands.Hearing;
using VideoIndex.Cli.Commands.Logos;
using VideoIndex.Cli.Commands.Models;
using VideoIndex.Cli.Commands.Searching;
using VideoIndex.Cli.Commands.Work;
using VideoIndex.Cli.Indexing;
using VideoIndex.Cli.Output;

namespace VideoIndex.Cli.Commands;

/// <summary>Reads files and makes them searchable.</summary>
internal sealed class IndexCommand : LibraryCommand
{
    private readonly Argument<string[]> _paths = new("FILE|DIR") { Description = "Files, or folders to look in.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _force = new("--force") { Description = "Index again what is already in the library." };
    private readonly Option<bool> _strict = new("--strict") { Description = "End with 4 unless every file ends as ok." };
    private readonly Option<bool> _sandbox = Protection.Required();
    private readonly Option<string?> _language = ReadingLanguages.Option();
    private readonly Option<string> _reader = ReadingLanguages.Reader();
    private readonly Option<string?> _logos = LogoEvidence.Option();
    private readonly Option<int> _bound = LogoEvidence.Bound();
    private readonly DetectorChoice _things = new();
    private readonly SpeechChoice _speech = new(asks: true);

    public IndexCommand()
        : base("index", "Index video files: every file ends as ok, degraded, rejected or quarantined.")
    {
        Arguments.Add(_paths);
        Options.Add(_force);
        Options.Add(_strict);
        Options.Add(_sandbox);
        Options.Add(_language);
        Options.Add(_reader);
        Options.Add(_logos);
        Options.Add(_bound);
        _things.Options.Concat(_speech.Options).ToList().ForEach(Options.Add);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var files = MediaFiles.Find(invocation.Get(_paths), invocation.LibraryFolder);
        if (files.Chosen is [])
        {
            invocation.Terminal.Remark($"There is nothing to index here.{PassedOver(files)}");
            return ExitCodes.Ok;
        }

        var tools = await Protection.FindToolsAsync(invocation, invocation.Get(_sandbox), cancellationToken).ConfigureAwait(false);
        using var library = invocation.Create();
        library.Readers = ReadingLanguages.Chosen(invocation, _language, _reader);
        library.Logos = LogoEvidence.Chosen(invocation, _logos, _bound);
        library.Things = _things.Chosen(invocation);
        library.Ears = _speech.Chosen(invocation);
        var report = await Indexed.RunAsync(library, tools, files.Chosen, invocation.Get(_force), invocation.Terminal, cancellationToken).ConfigureAwait(false);
        report.Summarize(PassedOver(files));
        await EngineChoice.FollowAsync(library, invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return invocation.Get(_strict) && report.Results.Any(result => result.State != "ok")
            ? ExitCodes.NotOk
            : ExitCodes.Ok;
    }

    private static string PassedOver(MediaFiles files) =>
        files.PassedOver == 0 ? "" : $" {Counts.Of(files.PassedOver, "other file")} (captions, texts, pictures) passed over.";
}
