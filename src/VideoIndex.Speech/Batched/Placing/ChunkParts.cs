using VideoIndex.Hearing;
using VideoIndex.Speech.Voice;

namespace VideoIndex.Speech.Batched.Placing;

/// <summary>Parts of chunks: what is left of one when a network stopped listening before its end, and what lies between two silences.</summary>
internal static class ChunkParts
{
    private const long WordEnd = ISound.Rate / 4; // less than this is the end of a word that was written
    private const long Before = 2 * ISound.Rate / 5;

    /// <summary>Returns a chunk from one of its samples on, but for the silence there; null where nobody speaks any more.</summary>
    public static SpeechChunk? From(this SpeechChunk chunk, long sample)
    {
        if (sample >= chunk.Length)
        {
            return null;
        }

        var first = chunk.ToSound(sample);
        var speech = From(chunk.Speech, first).SkipWhile(stretch => stretch.First == first && stretch.Length < WordEnd).ToArray();
        if (speech.Length == 0)
        {
            return null;
        }

        first = Math.Max(first, speech[0].First - Before);
        return new SpeechChunk(From(chunk.Parts.Select(part => part.Sound), first), speech);
    }

    /// <summary>Divides a chunk where silence was cut out of it.</summary>
    public static IEnumerable<SpeechChunk> Parted(this SpeechChunk chunk) => chunk.Parts.Select(part => new SpeechChunk(
        [part.Sound], [.. chunk.Speech.Where(speech => speech.First >= part.Sound.First && speech.End <= part.Sound.End)]));

    private static IEnumerable<SpeechStretch> From(IEnumerable<SpeechStretch> stretches, long first) =>
        stretches.Where(stretch => stretch.End > first).Select(stretch => stretch with { First = Math.Max(first, stretch.First) });
}
