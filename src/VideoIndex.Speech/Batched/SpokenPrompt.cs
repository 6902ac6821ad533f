using VideoIndex.Hearing;
using VideoIndex.Speech.Tokens;

namespace VideoIndex.Speech.Batched;

/// <summary>
/// What a model is told as if it had been said before: the glossary, then the prompt. Names that were just "said" are spelled so again; it is the only
/// way in which this kind of model takes words.
/// </summary>
/// <param name="Tokens">The tokens; no more than <see cref="Room"/> leaves.</param>
/// <param name="Complaint">What found no room, as a sentence; null where all did.</param>
internal sealed record SpokenPrompt(IReadOnlyList<int> Tokens, string? Complaint)
{
    /// <summary>Returns the most tokens that a network can be told which can hold so many: half of them, less one.</summary>
    public static int Room(int textLength) => textLength / 2 - 1;

    /// <summary>Spells it. Of a prompt that is too long the end is kept, half of the room at most where there is a glossary; of the glossary the beginning.</summary>
    public static SpokenPrompt Of(SpeechVocabulary vocabulary, TranscriptionOptions options, int textLength)
    {
        var names = options.Glossary.Select(Plain).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        if (vocabulary.StartOfPrevious is null)
        {
            return new SpokenPrompt([], names.Length + options.Prompt.Length > 0 ? "The speech model takes neither glossary nor prompt." : null);
        }

        var room = Room(textLength);
        var prompt = Plain(options.Prompt) is { Length: > 0 } text ? vocabulary.Encode(" " + text) : [];
        prompt = [.. prompt.TakeLast(names.Length > 0 ? room / 2 : room)];
        var tokens = new List<int>();
        var told = 0;
        for (; told < names.Length; told++)
        {
            var name = vocabulary.Encode($" {names[told]}{(told < names.Length - 1 ? "," : ".")}");
            if (tokens.Count + name.Length + prompt.Length > room)
            {
                break;
            }

            tokens.AddRange(name);
        }

        return new SpokenPrompt([.. tokens, .. prompt], told == names.Length ? null
            : $"The speech model was told the first {told} of {names.Length} words of the glossary; there is no room for more.");
    }

    // A mark in a name would be refused: what a person writes is words.
    private static string Plain(string text) => text.Replace("<|", "", StringComparison.Ordinal).Replace("|>", "", StringComparison.Ordinal).Trim();
}
