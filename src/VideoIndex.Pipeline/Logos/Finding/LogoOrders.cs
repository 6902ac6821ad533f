using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoIndex.Brands;
using VideoIndex.Jobs;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos.Finding;

/// <summary>Orders that the library be searched for logos, after brands have changed.</summary>
/// <param name="jobs">Where work is ordered.</param>
/// <param name="doorbell">Wakes this program's workers.</param>
/// <param name="catalog">The videos.</param>
/// <param name="brands">The brands, as they are now.</param>
/// <param name="finds">Says what is missing.</param>
public sealed class LogoOrders(IJobStore jobs, IDoorbell doorbell, ICatalog catalog, IBrandStore brands, LogoFinds finds)
{
    private const int Batch = 500;

    /// <summary>Orders the search of each video in which a logo that is looked for is missing. To order it twice is to order it once.</summary>
    /// <param name="cancellationToken">Stops between two batches; a search that was not ordered is made up for by the next order, or by a report.</param>
    /// <returns>How many videos are to be searched.</returns>
    public async Task<int> OrderAsync(CancellationToken cancellationToken)
    {
        var logos = KnownLogo.Of(await brands.ListAsync(cancellationToken).ConfigureAwait(false));
        var (unit, orders) = (NameOf(logos), new List<JobOrder>());
        foreach (var video in await catalog.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await finds.MissingAsync(video.Id, logos, cancellationToken).ConfigureAwait(false) is not [])
            {
                orders.Add(Orders.Of(new FindLogos(video.Id, video.Run, unit), Route.Background));
            }
        }

        foreach (var batch in orders.Chunk(Batch))
        {
            await jobs.SubmitAsync(new Effects { Orders = batch }, cancellationToken).ConfigureAwait(false);
            await doorbell.RingAsync(batch[0].Queue, cancellationToken).ConfigureAwait(false);
        }

        return orders.Count;
    }

    // A search that is at work does not look for what was added since it began: that is another job.
    private static string NameOf(IReadOnlyList<KnownLogo> logos)
    {
        var text = string.Join('\n', logos.Select(logo =>
            string.Create(CultureInfo.InvariantCulture, $"{logo.Number} {string.Join(' ', logo.Examples.Select(picture => picture.Sha256))}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }
}
