using System.Text.Json;
using VideoIndex.Alerts;
using VideoIndex.Events;
using VideoIndex.Pipeline.Delivery;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Alerts;

/// <summary>Reads the events of a library for one alert: where a video can be found by more than before, its question is asked of that video; where it has fired itself, its receiver is told.</summary>
/// <remarks>
/// So there is one position for both, and a restart goes on where it was: a question asked twice fires nothing twice (<see cref="IAlertStore.FireAsync"/>), and the event of a
/// moment bears the same id each time it is delivered.
/// </remarks>
/// <param name="alert">The alert.</param>
/// <param name="read">Reads its question, with what the library knows today.</param>
/// <param name="moments">Answers it.</param>
/// <param name="store">Keeps what it has told of.</param>
/// <param name="receiver">Who is told.</param>
public sealed class AlertWatch(Alert alert, Func<CancellationToken, Task<SearchRequest>> read, IMomentIndex moments, IAlertStore store, IEventSink receiver) : IEventSink
{
    private const int Page = 1000;

    /// <summary>Gets the name under which its position in the outbox is kept.</summary>
    public string Consumer => ConsumerOf(alert.Name);

    /// <summary>Returns the name under which the position of an alert is kept.</summary>
    public static string ConsumerOf(string alert) => $"alert {alert}";

    /// <inheritdoc/>
    public async Task<Receipt> DeliverAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Type)
        {
            case EventTypes.AlertFired when IsOurs(happened):
                return await receiver.DeliverAsync(happened, cancellationToken).ConfigureAwait(false);
            case EventTypes.Searchable or EventTypes.Indexed or EventTypes.Retuned or EventTypes.LogosFound or EventTypes.Heard or EventTypes.Reviewed or EventTypes.FactsChanged or EventTypes.Imported
                when VideoId.TryParse(happened.Subject, out var video):
                return await AskAsync(video, cancellationToken).ConfigureAwait(false);
            default:
                return Receipt.Delivered;
        }
    }

    /// <summary>Returns every moment that answers a question, page by page.</summary>
    public static async Task<IReadOnlyList<Moment>> AllAsync(IMomentIndex moments, SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(request);
        var all = new List<Moment>();
        for (var page = request with { Limit = Page, Order = SearchOrder.Time }; ;)
        {
            var answer = await moments.SearchAsync(page, cancellationToken).ConfigureAwait(false);
            all.AddRange(answer.Moments);
            if (answer.Next is not { } next)
            {
                return all;
            }

            page = page with { After = next };
        }
    }

    private async Task<Receipt> AskAsync(VideoId video, CancellationToken cancellationToken)
    {
        try
        {
            var request = await read(cancellationToken).ConfigureAwait(false) with { In = video };
            var found = await AllAsync(moments, request, cancellationToken).ConfigureAwait(false);
            await store.FireAsync(alert.Name, video, [.. found.Select(moment => AlertEvent.Of(alert, moment))], cancellationToken).ConfigureAwait(false);
            return Receipt.Delivered;
        }
        catch (QueryException mistake)
        {
            // A field it names is gone: nothing answers it until a person mends it.
            return Receipt.Refused(mistake.Code, $"The question of alert '{alert.Name}' cannot be asked any more: {mistake.Sentence}") with { IsFinal = true };
        }
    }

    private bool IsOurs(CloudEvent happened)
    {
        using var data = JsonDocument.Parse(happened.Details);
        return data.RootElement.GetProperty("alert").GetString() == alert.Name;
    }
}
