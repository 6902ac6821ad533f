using System.Globalization;
using VideoIndex.Hearing;
using VideoIndex.Transcripts;

namespace VideoIndex.SpeechServices.Tests;

/// <summary>Utterances and words as short strings.</summary>
internal static class Spelled
{
    /// <summary><c>[1/2,2) And so | ...</c>.</summary>
    public static IEnumerable<string> Lines(this SpokenText text) => text.Utterances.Select(Line);

    public static string Line(this Utterance utterance) =>
        $"[{utterance.Span.Start.Seconds},{utterance.Span.End.Seconds}) {utterance.Text}{(utterance.Dropped is { } why ? $" ({why})" : "")}";

    /// <summary><c>And[0,1/2)0.9</c>, with the spaces that belong to a word.</summary>
    public static IEnumerable<string> Spell(this IEnumerable<SpokenWord> words) => words.Select(word =>
        string.Create(CultureInfo.InvariantCulture, $"{word.Text}[{word.Span.Start.Seconds},{word.Span.End.Seconds}){word.Confidence.Value:0.##}"));
}
