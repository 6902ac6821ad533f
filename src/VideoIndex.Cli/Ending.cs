using VideoIndex.Brands;
using VideoIndex.Cli.Commands;
using VideoIndex.Elasticsearch;
using VideoIndex.Exporting;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Inference;
using VideoIndex.Interchange.Importing;
using VideoIndex.Media;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Sqlite;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli;

/// <summary>Turns every way a command can fail into one sentence, a code and an exit code.</summary>
internal static class Ending
{
    /// <summary>Runs a command to its end.</summary>
    public static async Task<int> OfAsync(LibraryCommand command, Invocation invocation, CancellationToken cancellationToken)
    {
        try
        {
            return await command.RunAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            invocation.Terminal.Fail("interrupted", "Stopped. What was finished is kept; run the same command again to go on.");
            return ExitCodes.Interrupted;
        }
        catch (CommandException failure)
        {
            invocation.Terminal.Fail(failure.Code, failure.Message, failure.Question, failure.At);
            return failure.ExitCode;
        }
        catch (Exception failure)
        {
            // The one place that catches everything: a person gets a sentence, whatever went wrong.
            var (exitCode, code, sentence) = Known(failure);
            invocation.Terminal.Fail(code, sentence);
            return exitCode;
        }
    }

    private static (int ExitCode, string Code, string Sentence) Known(Exception failure) => failure switch
    {
        MediaRefusedException refused => (ExitCodes.NotOk, refused.Code, refused.Message),
        BrandException brand => (OfBrand(brand.Code), brand.Code, brand.Message),
        FactException fact => (OfKeeping(fact.Code), fact.Code, fact.Message),
        ReviewException review => (OfKeeping(review.Code), review.Code, review.Message),
        ImportException import => (import.Code is "unknown-format" or "bad-start" or "wrong-rate" ? ExitCodes.Usage : ExitCodes.NotOk, import.Code, import.Message),
        ExportException export => (export.Code switch { "nothing-to-export" => ExitCodes.NotFound, "bad-selection" => ExitCodes.NotOk, _ => ExitCodes.Usage }, export.Code, export.Message),
        VocabularyException vocabulary => (OfVocabulary(vocabulary.Code), vocabulary.Code, vocabulary.Message),
        ElasticsearchException engine => (engine.Code is "bad-address" or "not-secure" or "too-broad" or "page-gone" ? ExitCodes.Usage : engine.Code == "no-search-index" ? ExitCodes.NotFound : ExitCodes.NotOk, engine.Code, engine.Message),
        ModelException model => (OfModel(model.Code), model.Code, model.Message),
        LibraryException library => (ExitCodes.Library, library.Code, library.Message),
        ToolMissingException => (ExitCodes.ToolMissing, "tool-missing", failure.Message),
        System.Data.Common.DbException => (ExitCodes.Library, "library-busy", $"The library cannot be used at the moment ({OneLine(failure.Message)}). Try again when no other program is writing to it."),
        UnauthorizedAccessException => (ExitCodes.Library, "no-permission", failure.Message),
        IOException => (ExitCodes.Library, "file-error", failure.Message),
        _ => (ExitCodes.Fault, "fault", $"VideoIndex has a fault and stopped ({failure.GetType().Name}: {OneLine(failure.Message)}). Please report it with the command you typed."),
    };

    private static int OfBrand(string code) => code switch
    {
        "no-such-brand" or "no-such-logo" or "no-such-example" or "not-in-group" => ExitCodes.NotFound,
        "bad-list" => ExitCodes.NotOk,
        _ => ExitCodes.Usage,
    };

    private static int OfKeeping(string code) => code switch
    {
        "no-such-video" or "no-such-field" or "no-such-choice" or "no-such-collection" or "no-such-tag" => ExitCodes.NotFound,
        "bad-sheet" => ExitCodes.NotOk,
        _ => ExitCodes.Usage,
    };

    private static int OfVocabulary(string code) => code switch
    {
        "no-such-concept" or "no-such-label" or "no-suggestion" => ExitCodes.NotFound,
        "bad-vocabulary-file" => ExitCodes.NotOk,
        _ => ExitCodes.Usage,
    };

    private static int OfModel(string code) => code switch
    {
        "no-such-file" or "no-card" => ExitCodes.NotFound,
        "no-runtime" or "no-provider" or "bad-runtime" or "old-runtime" => ExitCodes.ToolMissing,
        "disk-full" or "no-permission" or "file-error" => ExitCodes.Library,
        _ => ExitCodes.NotOk,
    };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.');
}
