using System.Globalization;
using VideoIndex.Hearing;

namespace VideoIndex.SpeechServices.Endpoint.Sending;

/// <summary>Says in one sentence that sound was given to a service, how much, and what that costs.</summary>
internal static class ExternalNote
{
    /// <summary>Returns the sentence.</summary>
    public static string Of(ServiceUse use, EndpointAddress address, SpeechEndpointSettings settings)
    {
        var by = address.Dialect == ServiceDialect.WhisperCpp ? "" : $" ({settings.Model})";
        var where = address.IsHere
            ? $"Sound was given to {use.Host}{by}, a service on this machine"
            : $"Sound left this machine: it was sent to {use.Host}{by}";
        var sent = string.Create(
            CultureInfo.InvariantCulture,
            $"{use.Sent.Seconds.ToDouble():0.#} s in {use.Requests} {(use.Requests == 1 ? "request" : "requests")}, {use.Bytes / 1e6:0.0#} MB");
        var cost = use.Cost is { } money
            ? string.Create(CultureInfo.InvariantCulture, $", for {money:0.####} {use.Currency} at {settings.PricePerMinute:0.######} a minute")
            : "";
        return $"{where}, {sent}{cost}.";
    }
}
