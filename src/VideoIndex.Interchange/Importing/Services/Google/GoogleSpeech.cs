using System.Globalization;
using System.Text.Json;
using VideoIndex.Interchange.Insights;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Importing.Services.Google;

/// <summary>Reads what is said: the first, likeliest wording of each stretch, cut where another speaks.</summary>
internal sealed class GoogleSpeech(Gathering gathering)
{
    /// <summary>Reads it.</summary>
    public void Read(JsonElement result)
    {
        List<(JsonElement Stretch, JsonElement Likeliest)> stretches =
        [
            .. from stretch in result.Members("speechTranscriptions")
               let likeliest = stretch.Members("alternatives").FirstOrDefault()
               where likeliest.ValueKind == JsonValueKind.Object
               select (stretch, likeliest),
        ];

        // Where speakers are told apart, the last stretch may say all of it once more, with who speaks.
        if (stretches is [.. var before, var last] && before is not [] && IsTold(last.Likeliest) && !before.Any(one => IsTold(one.Likeliest)))
        {
            stretches = [last];
        }

        foreach (var (stretch, likeliest) in stretches)
        {
            Read(stretch, likeliest);
        }
    }

    private static bool IsTold(JsonElement likeliest) => likeliest.Members("words").Any(word => SpeakerOf(word) > 0);

    private static long? SpeakerOf(JsonElement word) => word.Whole("speakerTag") ?? word.Whole("speaker_tag");

    private void Read(JsonElement stretch, JsonElement likeliest)
    {
        List<Word> words = [.. likeliest.Members("words").Select(WordOf).OfType<Word>()];
        if (words is [])
        {
            // Only words have times.
            if (likeliest.Words("transcript") is { } text)
            {
                gathering.Complaints.Count(Fault.NoTime, $"speech '{text}'");
            }

            return;
        }

        var sure = likeliest.Value("confidence");
        var first = 0;
        for (var at = 1; at <= words.Count; at++)
        {
            if (at == words.Count || words[at].Speaker != words[first].Speaker)
            {
                Say(stretch.Words("languageCode"), words[first..at], sure);
                first = at;
            }
        }
    }

    private void Say(string? language, List<Word> words, double? sure)
    {
        var what = $"speech at {InsightsClock.Write(words[0].Start)}";
        if (gathering.Placed(words[0].Start, words[^1].End, what) is not { } span)
        {
            return;
        }

        List<SpokenWord> spoken =
        [
            .. words.Select((word, at) => new SpokenWord(
                new MediaSpan(gathering.Moved(word.Start), gathering.Moved(word.End)), at == 0 ? word.Text : $" {word.Text}", gathering.Sure(word.Sure ?? sure, what))),
        ];
        gathering.Add(language, new Utterance(span, string.Concat(spoken.Select(word => word.Text)))
        {
            Words = spoken,
            Confidence = sure is null ? null : gathering.Sure(sure, what),
            Speaker = words[0].Speaker is > 0 and var number ? string.Create(CultureInfo.InvariantCulture, $"speaker {number}") : null,
        });
    }

    private Word? WordOf(JsonElement word)
    {
        if (Gathering.Plain(word.Words("word") ?? "") is not { Length: > 0 } text || word.Time("startTime") is not { } start || word.Time("endTime") is not { } end || end < start)
        {
            gathering.Complaints.Count(Fault.NoTime, $"the word '{word.Words("word")}'");
            return null;
        }

        return new Word(start, end, text, word.Value("confidence"), SpeakerOf(word));
    }

    private sealed record Word(Rational Start, Rational End, string Text, double? Sure, long? Speaker);
}
