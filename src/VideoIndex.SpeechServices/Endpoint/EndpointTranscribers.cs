using VideoIndex.Hearing;
using VideoIndex.Inference;

namespace VideoIndex.SpeechServices.Endpoint;

/// <summary>Opens transcribers that have a service write down what is said.</summary>
/// <param name="settings">The service.</param>
/// <param name="clock">What waits are measured by.</param>
public sealed class EndpointTranscribers(SpeechEndpointSettings settings, TimeProvider clock) : ITranscribers
{
    private static readonly string[] Closed = [".azure.com", ".azure.us", "api.openai.com"];

    /// <summary>Gets what is wrong with the address, or that a service known to let nobody in without a key would be asked without; null when neither is. Nothing is sent to find out.</summary>
    public string? Missing
    {
        get
        {
            try
            {
                var host = EndpointAddress.Of(settings).Host;
                return settings.Key is null && Closed.Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                    ? $"{host} needs a key. Set the environment variable {SpeechKey.Variable} to it."
                    : null;
            }
            catch (ModelException wrong)
            {
                return wrong.Message;
            }
        }
    }

    /// <inheritdoc/>
    public ITranscriber Open() => new OpenAiTranscriber(settings, clock);
}
