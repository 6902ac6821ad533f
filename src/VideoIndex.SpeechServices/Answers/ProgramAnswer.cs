using System.Text;
using System.Text.Json;

namespace VideoIndex.SpeechServices.Answers;

/// <summary>Reads the file whisper.cpp's <c>whisper-cli -ojf</c> writes: segments with tokens, times as whole milliseconds.</summary>
/// <remarks>
/// The program copies half a character's bytes where a token ends inside one, which is no UTF-8; such a byte is read as U+FFFD, and the text of the
/// segment, which is whole, tells what the tokens mean together.
/// </remarks>
internal static class ProgramAnswer
{
    /// <summary>Reads an answer.</summary>
    /// <returns>What it says; null where it is no such file.</returns>
    public static HeardAnswer? Read(ReadOnlySpan<byte> file)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(file));
            var answer = document.RootElement;
            return answer.FieldOf("transcription").ValueKind != JsonValueKind.Array
                ? null
                : new HeardAnswer(
                    answer.FieldOf("result").TextOf("language"),
                    [.. answer.ListOf("transcription").Take(ServiceAnswer.Most).Select(Segment).OfType<HeardSegment>()]);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static HeardSegment? Segment(JsonElement segment)
    {
        var offsets = segment.FieldOf("offsets");
        if (segment.TextOf("text") is not { } text || offsets.NumberOf("from") is not { } start)
        {
            return null;
        }

        var tokens = segment.ListOf("tokens").Take(ServiceAnswer.Most).Select(Token).OfType<HeardWord>().ToList();
        var sure = tokens.Where(token => token.Probability is > 0).Select(token => Math.Log(token.Probability!.Value)).ToList();
        return new HeardSegment(text, start / 1000, (offsets.NumberOf("to") ?? start) / 1000)
        {
            LogProbability = sure.Count > 0 ? sure.Average() : null,
            Words = tokens.Any(token => !double.IsNaN(token.Start)) ? tokens : [],
        };
    }

    // A token without times (whisper.cpp leaves them out where it has none) bears NaN and takes its neighbours'.
    private static HeardWord? Token(JsonElement token)
    {
        if (token.TextOf("text") is not { } text || IsSign(text))
        {
            return null;
        }

        var offsets = token.FieldOf("offsets");
        var start = offsets.NumberOf("from") / 1000 ?? double.NaN;
        return new HeardWord(text, start, offsets.NumberOf("to") / 1000 ?? start, token.NumberOf("p"));
    }

    // "[_BEG_]", "[_TT_550]": no words.
    private static bool IsSign(string text) => text.StartsWith("[_", StringComparison.Ordinal) && text.EndsWith(']');
}
