using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace VideoIndex.Elasticsearch.Transport;

/// <summary>
/// Sends requests and waits for their answers: again where the cluster was busy or broke off, less and less often, and not at all for a while where it
/// keeps failing. Redirects are not followed, for the key would go along.
/// </summary>
internal sealed class ClusterClient : IDisposable
{
    private const int LargestAnswer = 256_000_000;

    private readonly Uri _address;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<ClusterReply> _tries;

    public ClusterClient(ElasticsearchSettings settings, TimeProvider clock)
        : this(settings, clock, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
    }

    /// <summary>Creates one that sends by a handler of its caller's, which it disposes.</summary>
    internal ClusterClient(ElasticsearchSettings settings, TimeProvider clock, HttpMessageHandler handler)
    {
        (Settings, _address, _clock) = (settings, ClusterAddress.Of(settings), clock);
        _tries = Patience.OfRequests(settings, clock);
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("VideoIndex", null));
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>Gets the settings it was made with.</summary>
    public ElasticsearchSettings Settings { get; }

    /// <summary>Gets who it is, by host and, where it is not the usual one, port: all that is ever said of the address.</summary>
    public string Host => _address.Authority;

    /// <summary>Gets what waits are measured by.</summary>
    public TimeProvider Clock => _clock;

    /// <summary>Sends a request until it is answered, refused, or given up.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="taken">Statuses that are no failure here though they are no success: 404 for what may be absent.</param>
    /// <exception cref="ElasticsearchException">The cluster cannot be reached, does not let us in, or refuses.</exception>
    public async Task<ClusterReply> SendAsync(ClusterRequest request, CancellationToken cancellationToken, params int[] taken)
    {
        try
        {
            var reply = await _tries.ExecuteAsync(async stop => await SendOnceAsync(request, stop).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return reply.IsAnswer || (taken.Contains(reply.Status) && !reply.IsTorn) ? reply : throw Refusals.Of(reply, Host, Settings.Key);
        }
        catch (TimeoutRejectedException late)
        {
            throw Refusals.Unreachable(Host, $"has not answered within {late.Timeout.TotalSeconds:0.#} s", late);
        }
        catch (BrokenCircuitException resting)
        {
            throw Refusals.Unreachable(Host, "has failed again and again, and is left alone for a while", resting);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw Refusals.Unreachable(Host, Refusals.Spelled(broken), broken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<ClusterReply> SendOnceAsync(ClusterRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, new Uri(_address, request.Path));
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.IsLines ? "application/x-ndjson" : "application/json");
        }

        if (Settings.Key is { } key)
        {
            message.Headers.TryAddWithoutValidation("Authorization", $"ApiKey {key.Value}");
        }

        using var answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        var read = await ReadAsync(answer, cancellationToken).ConfigureAwait(false);
        return Reply((int)answer.StatusCode, read, Asked(answer));
    }

    private static ClusterReply Reply(int status, byte[] body, TimeSpan? pause)
    {
        if (body.Length == 0)
        {
            return new ClusterReply(status, default, pause);
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return new ClusterReply(status, document.RootElement.Clone(), pause);
        }
        catch (JsonException)
        {
            return new ClusterReply(status, default, pause) { IsTorn = true };
        }
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var read = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            read.Write(buffer, 0, count);
            if (read.Length > LargestAnswer)
            {
                throw Refusals.Nonsense(Host);
            }
        }

        return read.ToArray();
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
}
