using VideoIndex.Hearing;
using VideoIndex.Speech.Timing;
using VideoIndex.Speech.Voice;

namespace VideoIndex.Speech.Batched.Placing;

/// <summary>
/// Takes the pauses out of words. Where a model listens between two words says little, so that a word soaks up the pause before or behind it, and the
/// first word always begins with the window; but where somebody speaks is known. What the official rules then do with long words does no harm.
/// </summary>
internal sealed class VoicedWords
{
    private const double Margin = 0.1; // detectors begin late on soft sounds, and end early
    private const double Part = 0.25; // of what is spoken of a word: less in another stretch is the edge of a neighbour

    private readonly IReadOnlyList<(double Start, double End)> _speech;

    private VoicedWords(IReadOnlyList<(double Start, double End)> speech) => _speech = speech;

    /// <summary>Creates it for words that count their times from the beginning of a chunk.</summary>
    public static VoicedWords Of(SpeechChunk chunk) => new([.. chunk.Speech.Select(speech =>
    {
        var part = chunk.Parts.Last(part => part.Sound.First <= speech.First);
        var first = part.At + speech.First - part.Sound.First;
        return (Seconds(first), Seconds(first + speech.Length));
    })]);

    /// <summary>Cuts words to where somebody speaks; those over which nobody does stay as they are.</summary>
    public IReadOnlyList<TimedWord> Clip(IReadOnlyList<TimedWord> words) => [.. words.Select(Clip)];

    private static double Seconds(long samples) => (double)samples / ISound.Rate;

    private TimedWord Clip(TimedWord word)
    {
        var spoken = _speech.Select(speech => (speech.Start, speech.End, Shared: Math.Min(speech.End, word.End) - Math.Max(speech.Start, word.Start)))
            .Where(speech => speech.Shared > 0).ToArray();
        var least = Part * spoken.Sum(speech => speech.Shared);
        var own = spoken.Where(speech => speech.Shared >= least).ToArray();
        return own.Length == 0 ? word : word with
        {
            Start = Math.Max(word.Start, Math.Round(own[0].Start - Margin, 2)),
            End = Math.Min(word.End, Math.Round(own[^1].End + Margin, 2)),
        };
    }
}
