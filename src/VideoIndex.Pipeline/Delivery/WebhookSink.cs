using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using VideoIndex.Events;

namespace VideoIndex.Pipeline.Delivery;

/// <summary>
/// Posts each event to a web address, in CloudEvents' structured mode. Any 2xx is a receipt. Redirects are not followed, and
/// what is said of the address names only its host: the rest may hold secrets.
/// </summary>
public sealed class WebhookSink : IEventSink, IDisposable
{
    private readonly Uri _address;
    private readonly WebhookSecret? _secret;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<Receipt> _tries;

    /// <summary>Creates the sink.</summary>
    /// <param name="address">Where to post: one that <see cref="IsAllowed"/>.</param>
    /// <param name="secret">Signs what is sent; null to send it unsigned.</param>
    /// <param name="rules">How long to wait for an answer, and when to leave the receiver alone.</param>
    /// <param name="clock">The time.</param>
    public WebhookSink(Uri address, WebhookSecret? secret, DeliveryRules rules, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(rules);
        (_address, _secret, _clock) = (address, secret, clock);
        _tries = Tries(rules, clock);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("VideoIndex", null));
    }

    /// <summary>Returns whether an address may be posted to: http or https, with a host, and without a user's name or password in it.</summary>
    public static bool IsAllowed(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri && address.Scheme is "http" or "https" && address.Host != "" && address.UserInfo == "";
    }

    /// <inheritdoc/>
    public async Task<Receipt> DeliverAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(happened);
        try
        {
            return await _tries.ExecuteAsync(async stop => await PostAsync(happened, stop).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException late)
        {
            return Refused("receiver-slow", $"has not answered within {late.Timeout.TotalSeconds:0.#} s");
        }
        catch (BrokenCircuitException resting)
        {
            return Refused("receiver-resting", "has failed again and again, and is left alone for a while") with { Pause = resting.RetryAfter };
        }
        catch (HttpRequestException broken)
        {
            return Refused("receiver-unreachable", $"cannot be reached ({Spelled(broken.HttpRequestError)})");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<Receipt> PostAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        using var request = Request(happened);
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return answer.StatusCode switch
        {
            >= (HttpStatusCode)200 and < (HttpStatusCode)300 => Receipt.Delivered,
            HttpStatusCode.Gone => Refused("receiver-gone", "answers 410: it wants no more events") with { IsFinal = true },
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => Refused("receiver-busy", $"answers {(int)answer.StatusCode}: it has too much to do") with { Pause = Asked(answer) },
            >= (HttpStatusCode)300 and < (HttpStatusCode)400 => Refused("receiver-elsewhere", $"answers {(int)answer.StatusCode}: it sends us elsewhere, and redirects are not followed"),
            _ => Refused("receiver-error", $"answers {(int)answer.StatusCode}"),
        };
    }

    private HttpRequestMessage Request(CloudEvent happened)
    {
        var body = Encoding.UTF8.GetBytes(happened.ToJson());
        var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8");
        var (id, sent) = (string.Create(CultureInfo.InvariantCulture, $"{happened.Source}:{happened.Sequence}"), _clock.GetUtcNow());
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", sent.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        if (_secret is not null)
        {
            request.Headers.Add("webhook-signature", _secret.Sign(id, sent, body));
        }

        return request;
    }

    private TimeSpan? Asked(HttpResponseMessage answer)
    {
        var pause = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return pause < TimeSpan.Zero ? null : pause;
    }

    private Receipt Refused(string code, string what) => Receipt.Refused(code, $"{_address.Scheme}://{_address.Authority} {what}.");

    private static string Spelled(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "there is no such host",
        HttpRequestError.ConnectionError => "nobody takes the connection",
        HttpRequestError.SecureConnectionError => "its certificate is not trusted",
        HttpRequestError.ResponseEnded => "it hung up",
        _ => "it does not speak HTTP as it should",
    };

    // From the outside in: a rest for a receiver that keeps failing, then the longest wait for one answer.
    private static ResiliencePipeline<Receipt> Tries(DeliveryRules rules, TimeProvider clock) =>
        new ResiliencePipelineBuilder<Receipt> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Receipt>
            {
                ShouldHandle = new PredicateBuilder<Receipt>()
                    .Handle<TimeoutRejectedException>()
                    .Handle<HttpRequestException>()
                    .HandleResult(receipt => receipt is { Code: not null, Pause: null }),
                FailureRatio = 0.9,
                MinimumThroughput = rules.FailuresBeforeRest,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = rules.Rest,
            })
            .AddTimeout(rules.AnswerWithin)
            .Build();
}
