using VideoIndex.Durability.Work;

namespace VideoIndex.Durability.Proof;

/// <summary>What was done in a trial, and what came of it.</summary>
internal sealed record Outcome(Trial Trial, Tally Tally, Verdict Verdict)
{
    /// <summary>Runs a trial in a folder of its own, which stays only if something is not as it must be.</summary>
    public static async Task<Outcome> OfAsync(Trial trial, Storm storm)
    {
        Tally tally;
        using (var orchestrator = new Orchestrator(trial, storm))
        {
            tally = await orchestrator.RunAsync().ConfigureAwait(false);
        }

        using var library = trial.Open();
        return new Outcome(trial, tally, await new Checker(trial, library).RunAsync().ConfigureAwait(false));
    }
}
