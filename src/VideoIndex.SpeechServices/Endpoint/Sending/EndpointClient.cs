using System.Net.Http.Headers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using VideoIndex.Inference;

namespace VideoIndex.SpeechServices.Endpoint.Sending;

/// <summary>
/// Sends forms to a service and waits for its answers: again where it was busy or broke off, less and less often, and not at all for a while where it
/// keeps failing. Redirects are not followed, for the key and the sound would go along.
/// </summary>
internal sealed class EndpointClient : IDisposable
{
    private const int LargestAnswer = 32_000_000;

    private readonly EndpointAddress _address;
    private readonly SpeechEndpointSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<ServiceReply> _tries;
    public EndpointClient(EndpointAddress address, SpeechEndpointSettings settings, TimeProvider clock)
    {
        (_address, _settings, _clock, _tries) = (address, settings, clock, Patience.Of(settings, clock));
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(30) };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("VideoIndex", null));
    }

    /// <summary>Sends a form until it is answered, refused, or given up.</summary>
    /// <param name="form">The form.</param>
    /// <param name="translate">Whether what is said is to be written down in English.</param>
    /// <param name="meter">Counts what is sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>An answer, or a refusal of the way it was asked (<see cref="ServiceReply.RefusesForm"/>).</returns>
    /// <exception cref="ModelException">The service cannot be reached, does not let us in, or sends what is too large.</exception>
    public async Task<ServiceReply> SendAsync(SpeechForm form, bool translate, Meter meter, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await _tries.ExecuteAsync(async stop => await PostAsync(form, translate, meter, stop).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return reply.IsAnswer || reply.RefusesForm ? reply : throw Refusals.Of(reply, _address.Host, _settings.Key);
        }
        catch (TimeoutRejectedException late)
        {
            throw Refusals.Unreachable(_address.Host, $"has not answered within {late.Timeout.TotalSeconds:0.#} s", late);
        }
        catch (BrokenCircuitException resting)
        {
            throw Refusals.Unreachable(_address.Host, "has failed again and again, and is left alone for a while", resting);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw Refusals.Unreachable(_address.Host, Refusals.Spelled(broken), broken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<ServiceReply> PostAsync(SpeechForm form, bool translate, Meter meter, CancellationToken cancellationToken)
    {
        using var request = Request(form, translate);
        meter.AddRequest(form);
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return new ServiceReply((int)answer.StatusCode, await ReadAsync(answer, cancellationToken).ConfigureAwait(false), Asked(answer));
    }

    private HttpRequestMessage Request(SpeechForm form, bool translate)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _address.For(translate)) { Content = new ByteArrayContent(form.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={form.Boundary}");
        if (_settings.Key is { } key)
        {
            var (name, value) = _address.Dialect == ServiceDialect.Azure ? ("api-key", key.Value) : ("Authorization", $"Bearer {key.Value}");
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
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
                throw new ModelException("bad-answer", $"{_address.Host} answers with more than {LargestAnswer / 1_000_000} MB, which is no transcript.");
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
