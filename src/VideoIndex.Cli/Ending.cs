using VideoIndex.Cli.Commands;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Search;
using VideoIndex.Sqlite;

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
        catch (Exception failure) when (Known(failure) is { } known)
        {
            invocation.Terminal.Fail(known.Code, failure.Message);
            return known.ExitCode;
        }
        catch (QueryException mistake)
        {
            invocation.Terminal.Fail(mistake.Code, mistake.Sentence, mistake.At);
            return ExitCodes.Usage;
        }
    }

    private static (int ExitCode, string Code)? Known(Exception failure) => failure switch
    {
        CommandException command => (command.ExitCode, command.Code),
        MediaRefusedException refused => (ExitCodes.NotOk, refused.Code),
        LibraryException library => (ExitCodes.Library, library.Code),
        ToolMissingException => (ExitCodes.ToolMissing, "tool-missing"),
        System.Data.Common.DbException => (ExitCodes.Library, "library-busy"),
        UnauthorizedAccessException => (ExitCodes.Library, "no-permission"),
        IOException => (ExitCodes.Library, "file-error"),
        _ => null,
    };
}
