using System.Globalization;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Tokens;

/// <summary>The marks of vocabularies that do not name them, in the order Whisper's published code gives them behind the text.</summary>
internal static class OfficialMarks
{
    private const string End = "<|endoftext|>";
    private const int Times = 1501;

    /// <summary>Names every mark.</summary>
    /// <param name="text">How many tokens are text.</param>
    /// <param name="size">How many tokens there are. What neither text nor other marks take are languages.</param>
    /// <exception cref="ModelException">The size fits no number of languages that is known.</exception>
    public static Dictionary<string, int> All(int text, int size)
    {
        string[] before = [End, "<|startoftranscript|>"];
        string[] behind = ["<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>"];
        var languages = size - text - before.Length - behind.Length - Times;
        if (languages < 1 || languages > SpeechLanguages.All.Count)
        {
            throw new ModelException(
                TokenTable.BadVocabulary, $"A vocabulary of {text} tokens of text and {size} in all leaves no room for languages that are known.");
        }

        var names = before.Concat(SpeechLanguages.All.Take(languages).Select(x => $"<|{x}|>")).Concat(behind).Concat(Enumerable.Range(0, Times).Select(Time));
        return names.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => text + x.i, StringComparer.Ordinal);
    }

    /// <summary>Adds the times where a vocabulary does not name them, behind the mark that none are to be written.</summary>
    public static void AddTimes(Dictionary<string, int> marks, int size)
    {
        if (marks.ContainsKey(Time(0)) || !marks.TryGetValue("<|notimestamps|>", out var before))
        {
            return;
        }

        for (var id = before + 1; id < size; id++)
        {
            marks[Time(id - before - 1)] = id;
        }
    }

    private static string Time(int steps) => string.Create(CultureInfo.InvariantCulture, $"<|{steps / 50m:F2}|>");
}
