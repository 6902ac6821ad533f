using VideoIndex.Hearing;

namespace VideoIndex.Accuracy.Speech;

/// <summary>What was heard in one clip, held against what was planted.</summary>
/// <param name="Clip">The clip.</param>
/// <param name="Matches">Its words.</param>
/// <param name="Heard">How many words were heard.</param>
/// <param name="Dropped">How many words were heard and not believed.</param>
/// <param name="Starts">Seconds by which words that were heard right begin too early or too late.</param>
/// <param name="Ends">The same of their ends.</param>
/// <param name="Language">Whether the language is right; true where nobody speaks.</param>
internal sealed record SpeechOutcome(
    PlantedClip Clip, WordMatches Matches, int Heard, int Dropped, IReadOnlyList<double> Starts, IReadOnlyList<double> Ends, bool Language)
{
    public static SpeechOutcome Of(PlantedClip clip, SpokenText text)
    {
        var words = text.Utterances.Where(x => x.Dropped is null).SelectMany(x => x.Words).Where(x => WordMatches.Plain(x.Text).Length > 0).ToArray();
        var matches = WordMatches.Of([.. clip.Words.Select(x => WordMatches.Plain(x.Text))], [.. words.Select(x => WordMatches.Plain(x.Text))]);
        return new SpeechOutcome(
            clip, matches, words.Length, text.Utterances.Where(x => x.Dropped is not null).Sum(x => x.Words.Count),
            [.. matches.Same.Select(x => Math.Abs(clip.Words[x.Said].Start - words[x.Heard].Span.Start.Seconds.ToDouble()))],
            [.. matches.Same.Select(x => Math.Abs(clip.Words[x.Said].End - words[x.Heard].Span.End.Seconds.ToDouble()))],
            clip.Language is null || clip.Language == text.Language);
    }
}
