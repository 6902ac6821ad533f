using VideoIndex.Hearing;
using VideoIndex.Speech.Voice;

namespace VideoIndex.Speech.Batched;

/// <summary>What is left of a chunk when a network stopped listening before its end.</summary>
internal static class ChunkRest
{
    private const long LeastSpeech = ISound.Rate / 2;
    private const long WordEnd = ISound.Rate / 4; // less than this is the end of a word that was written
    private const long Before = 2 * ISound.Rate / 5;

    /// <summary>Returns a chunk from one of its samples on, but for the silence there; null where hardly anyone speaks any more.</summary>
    public static SpeechChunk? From(this SpeechChunk chunk, long sample)
    {
        if (sample >= chunk.Length)
        {
            return null;
        }

        var first = chunk.ToSound(sample);
        var speech = From(chunk.Speech, first).SkipWhile(stretch => stretch.First == first && stretch.Length < WordEnd).ToArray();
        if (speech.Sum(stretch => stretch.Length) < LeastSpeech)
        {
            return null;
        }

        first = Math.Max(first, speech[0].First - Before);
        return new SpeechChunk(From(chunk.Parts.Select(part => part.Sound), first), speech);
    }

    private static IEnumerable<SpeechStretch> From(IEnumerable<SpeechStretch> stretches, long first) =>
        stretches.Where(stretch => stretch.End > first).Select(stretch => stretch with { First = Math.Max(first, stretch.First) });
}
