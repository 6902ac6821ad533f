using System.Globalization;
using VideoIndex.Durability.Faults;
using VideoIndex.Durability.Proof;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Durability.Work;

/// <summary>Offers videos as the real intake does, and keeps in the ledger which were acknowledged.</summary>
internal sealed class Submitter(Trial trial, ICatalog catalog, IJobStore jobs, FaultPoints points)
{
    /// <summary>Offers what is not in the ledger yet, up to the numbers it is told to.</summary>
    /// <param name="permits">Lines, each with how many videos may have been offered by then; at its end the work is done.</param>
    public async Task RunAsync(TextReader permits)
    {
        var acknowledged = Ledger.Read(trial.LedgerFile);
        using var ledger = new Ledger(trial.LedgerFile);
        var next = 0;
        while (await permits.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            var allowed = Math.Min(int.Parse(line, CultureInfo.InvariantCulture), trial.Forest.Count);
            for (; next < allowed; next++)
            {
                if (!acknowledged.Contains(next))
                {
                    await OfferAsync(trial.Forest[next]).ConfigureAwait(false);
                    points.Pass("ledger.before");
                    ledger.Write(next);
                    points.Pass("ledger.after");
                }
            }
        }
    }

    private async Task OfferAsync(Tree tree)
    {
        var known = await catalog.FindAsync(tree.Id, CancellationToken.None).ConfigureAwait(false);
        if (known is null or { State: VideoState.Accepted })
        {
            await jobs.SubmitAsync(Flow.Begin(tree), CancellationToken.None).ConfigureAwait(false);
        }
    }
}
