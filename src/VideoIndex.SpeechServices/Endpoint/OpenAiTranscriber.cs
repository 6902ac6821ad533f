using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.SpeechServices.Endpoint.Sending;
using VideoIndex.Tags;

namespace VideoIndex.SpeechServices.Endpoint;

/// <summary>
/// Has a service write down what is said: OpenAI's, Azure's, or one of those that imitate OpenAI's <c>audio/transcriptions</c>. The sound leaves this
/// machine, unless the service runs on it; <see cref="SpokenText.Notes"/> says so, and <see cref="SpokenText.Use"/> what was sent.
/// </summary>
/// <remarks>Several sounds may be heard at once. A service that keeps failing is left alone for a minute, by all of them.</remarks>
public sealed class OpenAiTranscriber : ITranscriber
{
    private readonly EndpointAddress _address;
    private readonly SpeechEndpointSettings _settings;
    private readonly EndpointClient _client;

    /// <summary>Creates one; nothing is sent yet.</summary>
    /// <param name="settings">The service.</param>
    /// <param name="clock">What waits are measured by.</param>
    /// <exception cref="ModelException">The address is none, or sound must not be sent there (<c>bad-address</c>, <c>not-secure</c>).</exception>
    public OpenAiTranscriber(SpeechEndpointSettings settings, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _address = EndpointAddress.Of(settings);
        _client = new EndpointClient(_address, settings, clock);
    }

    /// <summary>Gets the service as an origin of kind <c>service</c>: its host, and as the version its model.</summary>
    public Origin Origin => new("service", _address.Host, _address.Dialect == ServiceDialect.WhisperCpp && _settings.Model == SpeechEndpointSettings.DefaultModel ? "" : _settings.Model);

    /// <inheritdoc/>
    public Task<SpokenText> TranscribeAsync(ISound sound, TranscriptionOptions options, IProgress<long> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentNullException.ThrowIfNull(options);
        return new EndpointRun(_client, _address, _settings, options, progress).HearAsync(sound, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
