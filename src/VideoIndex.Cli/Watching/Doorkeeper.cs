using System.Data.Common;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline.Intake;
using VideoIndex.Pipeline.Watching;

namespace VideoIndex.Cli.Watching;

/// <summary>Takes finished files into the library, and says so. Nothing a file does keeps the next one out.</summary>
internal sealed class Doorkeeper(VideoIntake intake, Terminal terminal)
{
    private readonly HashSet<(string Path, string Code)> _said = [];

    /// <summary>Takes one file in.</summary>
    /// <returns>Whether it is dealt with; otherwise it is to be tried again.</returns>
    public async Task<bool> TakeAsync(SeenFile file, CancellationToken cancellationToken)
    {
        try
        {
            Say(file.Path, await intake.OfferAsync(file.Path, force: false, cancellationToken).ConfigureAwait(false));
            return true;
        }
        catch (MediaRefusedException refusal)
        {
            // Gone again, or not to be read yet: that may change. Too large stays too large.
            Say(file.Path, refusal.Code, refusal.Message);
            return refusal.Code is not ("not-found" or "access-denied");
        }
        catch (StoreException trouble)
        {
            Say(file.Path, trouble.Code, trouble.Message);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or DbException)
        {
            Say(file.Path, trouble is DbException ? "library-busy" : "file-error", trouble.Message);
        }

        return false;
    }

    private void Say(string path, Offered offered)
    {
        if (terminal.Json)
        {
            terminal.Write(new TakenShape(path, offered.Video.Id.ToString(), null, null, offered.AlreadyKnown), Shapes.Default.TakenShape);
        }
        else if (offered.AlreadyKnown)
        {
            var twice = offered.EarlierPath is { } other ? $"the same video as {other}" : "already in the library";
            terminal.Say($"{Path.GetFileName(path)}: {offered.Video.State.ToString().ToLowerInvariant()} ({twice})");
        }
    }

    // Once for each reason: it is tried again and again.
    private void Say(string path, string code, string sentence)
    {
        if (code == "not-found" || !_said.Add((path, code)))
        {
            return;
        }

        if (terminal.Json)
        {
            terminal.Write(new TakenShape(path, null, code, sentence, AlreadyKnown: false), Shapes.Default.TakenShape);
        }
        else
        {
            terminal.Say($"{Path.GetFileName(path)}: not taken: {sentence} [{code}]");
        }
    }
}
