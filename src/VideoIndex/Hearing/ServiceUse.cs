using VideoIndex.Timing;

namespace VideoIndex.Hearing;

/// <summary>What a service was given, and what that costs.</summary>
/// <param name="Host">Who it is, by its address alone: <c>api.openai.com</c>, <c>localhost:8080</c>.</param>
/// <param name="Requests">How often it was asked, the attempts that failed among them.</param>
/// <param name="Sent">How much sound left this machine; what was sent twice counts twice.</param>
/// <param name="Bytes">How many bytes that was, all parts of the requests counted.</param>
public sealed record ServiceUse(string Host, int Requests, MediaDuration Sent, long Bytes)
{
    /// <summary>Gets what it costs by the price that was configured, of the sound it has answered for; null where none was.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Gets the currency of <see cref="Cost"/>, as it was configured: <c>USD</c>; empty where there is none.</summary>
    public string Currency { get; init; } = "";
}
