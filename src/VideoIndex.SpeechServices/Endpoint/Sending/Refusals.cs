using VideoIndex.Inference;

namespace VideoIndex.SpeechServices.Endpoint.Sending;

/// <summary>Says in one sentence, with a code, why a service did not write down what is said. No sentence holds the key or more of the address than the host.</summary>
internal static class Refusals
{
    /// <summary>Returns why, by the service's own answer.</summary>
    public static ModelException Of(ServiceReply reply, string host, SpeechKey? key)
    {
        var said = reply.Words is { Length: > 0 } words && (key is null || !words.Contains(key.Value, StringComparison.Ordinal)) ? $": {words.TrimEnd('.')}" : "";
        return reply.Status switch
        {
            401 or 403 => Refused($"{host} does not let us in (it answers {reply.Status}). The key is read from the environment variable {SpeechKey.Variable}{(key is null ? ", which holds none" : "")}."),
            404 => Refused($"{host} has no such service or model (it answers 404){said}. Look at the address and the model's name."),
            413 => Refused($"{host} takes no upload as large as this (it answers 413)."),
            429 when !reply.IsPassing => Refused($"{host} wants to be paid first (it answers 429){said}."),
            429 => new ModelException("service-busy", $"{host} has too much to do for us (it answers 429), and had after every attempt. Try again later."),
            >= 300 and < 400 => Refused($"{host} sends us elsewhere (it answers {reply.Status}), and sound follows no redirect. Give the address it means."),
            >= 500 => Unreachable(host, $"fails (it answers {reply.Status}), and did at every attempt", null),
            _ => Refused($"{host} refuses (it answers {reply.Status}){said}."),
        };
    }

    /// <summary>Says that no answer could be had.</summary>
    public static ModelException Unreachable(string host, string what, Exception? inner) =>
        new("service-unreachable", $"The speech service at {host} {what}. Try again later.", inner);

    /// <summary>Says that what came is no answer.</summary>
    public static ModelException Nonsense(string host) =>
        new("bad-answer", $"What {host} answers is no transcript. Look at the address: it may be a page for people, or another service.");

    /// <summary>Returns what broke a connection, in words that follow the service's name.</summary>
    public static string Spelled(Exception broken) => (broken as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "cannot be reached (there is no such host)",
        HttpRequestError.ConnectionError => "cannot be reached (nobody takes the connection)",
        HttpRequestError.SecureConnectionError => "cannot be reached (its certificate is not trusted)",
        _ => "hung up in the middle, at every attempt",
    };

    private static ModelException Refused(string sentence) => new("service-refused", sentence);
}
