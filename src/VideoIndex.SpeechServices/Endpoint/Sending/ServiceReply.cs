using System.Text;
using System.Text.Json;
using VideoIndex.SpeechServices.Answers;
using VideoIndex.Transcripts;

namespace VideoIndex.SpeechServices.Endpoint.Sending;

/// <summary>What a service sent back.</summary>
/// <param name="Status">HTTP's number.</param>
/// <param name="Body">The body, bounded.</param>
/// <param name="Pause">How long it asks to be left alone; null where it does not.</param>
internal sealed record ServiceReply(int Status, byte[] Body, TimeSpan? Pause)
{
    private const int LongestWords = 200;

    /// <summary>Gets whether it answered.</summary>
    public bool IsAnswer => Status is >= 200 and < 300;

    /// <summary>Gets whether the same may be answered another time: it is busy, broken or between two versions, but not out of money.</summary>
    public bool IsPassing => Status is 408 or 409 or 425 or 429 or 500 or 502 or 503 or 504 && Code is not "insufficient_quota";

    /// <summary>Gets whether it may be the way of asking that it does not take, rather than the sound or the caller.</summary>
    public bool RefusesForm => Status is 400 or 415 or 422;

    /// <summary>Gets the service's own machine-readable reason; empty where it gives none.</summary>
    public string Code => Read("code");

    /// <summary>Gets the service's own words on one line, at most 200 characters; empty where it says none, or only a page for browsers.</summary>
    public string Words
    {
        get
        {
            var words = string.Join(' ', CaptionText.Plain(Read("message")).Split('\n'));
            return words.Length <= LongestWords ? words : words[..LongestWords] + "…";
        }
    }

    // {"error": {"message": …, "code": …}} of OpenAI and Azure, {"error": "…"} of whisper.cpp, {"detail": "…"} of servers written with FastAPI.
    private string Read(string name)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(Body));
            var (root, error) = (document.RootElement, document.RootElement.FieldOf("error"));
            return error.TextOf(name)
                ?? (name == "message" ? root.TextOf("error") ?? root.TextOf("detail") ?? root.TextOf("message") : null)
                ?? "";
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return "";
        }
    }
}
