using System.Text;
using System.Text.Json;

namespace VideoIndex.SpeechServices.Answers;

/// <summary>Reads what services answer that speak OpenAI's <c>audio/transcriptions</c>: <c>verbose_json</c> or <c>json</c>.</summary>
/// <remarks>
/// OpenAI lists words apart from segments, without punctuation and probability; whisper.cpp's server puts tokens with probabilities into the
/// segments, and faster-whisper servers words, inside, apart, or both.
/// </remarks>
internal static class ServiceAnswer
{
    /// <summary>The most segments, or words of one list, that are read.</summary>
    public const int Most = 100_000;

    /// <summary>Reads an answer.</summary>
    /// <param name="body">Its bytes.</param>
    /// <param name="length">How long the piece is that was sent, in seconds.</param>
    /// <returns>What it says; null where it is no such answer.</returns>
    public static HeardAnswer? Read(ReadOnlySpan<byte> body, double length)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(body));
            return Read(document.RootElement, length);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException) // the second for text that is half a character
        {
            return null;
        }
    }

    private static HeardAnswer? Read(JsonElement answer, double length)
    {
        var text = answer.TextOf("text");
        var segments = answer.ListOf("segments").Take(Most).Select(Segment).OfType<HeardSegment>().ToList();
        if (text is null && answer.FieldOf("segments").ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var words = Words(answer).ToList();
        if (segments.Count > 0 || string.IsNullOrWhiteSpace(text))
        {
            return new HeardAnswer(answer.TextOf("language"), segments) { Words = words };
        }

        var whole = new HeardSegment(text, 0, length);
        return new HeardAnswer(answer.TextOf("language"), [whole]) { Words = words, HasTimes = false };
    }

    private static HeardSegment? Segment(JsonElement segment)
    {
        if (segment.TextOf("text") is not { } text || segment.NumberOf("start") is not { } start)
        {
            return null;
        }

        return new HeardSegment(text, start, segment.NumberOf("end") ?? start)
        {
            LogProbability = segment.NumberOf("avg_logprob"),
            NoSpeech = segment.NumberOf("no_speech_prob"),
            Compression = segment.NumberOf("compression_ratio"),
            Words = [.. Words(segment)],
        };
    }

    private static IEnumerable<HeardWord> Words(JsonElement element) =>
        from word in element.ListOf("words").Take(Most)
        let text = word.TextOf("word")
        let start = word.NumberOf("start")
        where text is not null && start is not null
        select new HeardWord(text, start.Value, word.NumberOf("end") ?? start.Value, word.NumberOf("probability"));
}
