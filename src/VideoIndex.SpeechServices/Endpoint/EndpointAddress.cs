using VideoIndex.Inference;

namespace VideoIndex.SpeechServices.Endpoint;

/// <summary>Works out from what a person typed where sound is sent, and how.</summary>
internal sealed class EndpointAddress
{
    private const string Transcriptions = "/audio/transcriptions", Translations = "/audio/translations";

    private const string DatedVersion = "2024-10-21"; // Azure's last version that bears a date and is no preview

    private readonly UriBuilder _transcriptions;

    private EndpointAddress(UriBuilder transcriptions, ServiceDialect dialect) => (_transcriptions, Dialect) = (transcriptions, dialect);

    /// <summary>Gets how the service is spoken to.</summary>
    public ServiceDialect Dialect { get; }

    /// <summary>Gets who it is, by host and, where it is not the usual one, port: all that is ever said of the address.</summary>
    public string Host => _transcriptions.Uri.Authority;

    /// <summary>Gets whether it is this machine itself.</summary>
    public bool IsHere => _transcriptions.Uri.IsLoopback;

    /// <summary>Works it out.</summary>
    /// <exception cref="ModelException">Sound must not be sent there, or it is no address of a service.</exception>
    public static EndpointAddress Of(SpeechEndpointSettings settings)
    {
        var typed = settings.Address;
        if (!typed.IsAbsoluteUri || typed.Scheme is not ("http" or "https") || typed.Host == "" || typed.UserInfo != "" || typed.Fragment != "")
        {
            throw new ModelException("bad-address", "The address of a speech service starts with https://, or with http:// on this machine, and has no name or key in it; keys are read from the environment.");
        }

        if (typed.Scheme == "http" && !typed.IsLoopback)
        {
            throw new ModelException("not-secure", $"Sound is sent by https only, and 'http://{typed.Authority}' is not this machine.");
        }

        var dialect = settings.Dialect ?? Shown(typed);
        var address = new UriBuilder(typed.GetLeftPart(UriPartial.Query)) { Path = PathOf(typed.AbsolutePath.TrimEnd('/'), settings, dialect) };
        if (dialect == ServiceDialect.Azure && address.Path.Contains("/deployments/", StringComparison.Ordinal) && address.Query == "")
        {
            address.Query = $"api-version={DatedVersion}";
        }

        return new EndpointAddress(address, dialect);
    }

    /// <summary>Returns where a piece is sent.</summary>
    public Uri For(bool translate)
    {
        if (!translate || Dialect == ServiceDialect.WhisperCpp || !_transcriptions.Path.EndsWith(Transcriptions, StringComparison.Ordinal))
        {
            return _transcriptions.Uri;
        }

        return new UriBuilder(_transcriptions.Uri) { Path = _transcriptions.Path[..^Transcriptions.Length] + Translations }.Uri;
    }

    private static ServiceDialect Shown(Uri typed) =>
        typed.AbsolutePath.TrimEnd('/').EndsWith("/inference", StringComparison.Ordinal) ? ServiceDialect.WhisperCpp
        : IsAzure(typed.Host) || typed.AbsolutePath.Contains("/openai/deployments/", StringComparison.Ordinal) ? ServiceDialect.Azure
        : ServiceDialect.OpenAi;

    private static bool IsAzure(string host) =>
        ((string[])[".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com", ".openai.azure.us"]).Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static string PathOf(string path, SpeechEndpointSettings settings, ServiceDialect dialect)
    {
        if (path.EndsWith(Translations, StringComparison.Ordinal))
        {
            path = path[..^Translations.Length] + Transcriptions;
        }

        if (path.EndsWith(Transcriptions, StringComparison.Ordinal))
        {
            return path;
        }

        return dialect switch
        {
            ServiceDialect.WhisperCpp => path == "" ? "/inference" : path,
            ServiceDialect.Azure when path is "" or "/openai" => $"/openai/deployments/{Uri.EscapeDataString(settings.Model)}{Transcriptions}",
            _ => (path == "" ? "/v1" : path) + Transcriptions,
        };
    }
}
