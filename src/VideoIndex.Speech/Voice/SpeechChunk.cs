using VideoIndex.Hearing;

namespace VideoIndex.Speech.Voice;

/// <summary>A piece of a sound within a chunk.</summary>
/// <param name="At">Where in the chunk it begins, in samples.</param>
/// <param name="Sound">Which samples of the sound it is.</param>
public readonly record struct ChunkPart(long At, SpeechStretch Sound);

/// <summary>Pieces of a sound that a network hears as one, and where in the sound each of its samples is: to the sample.</summary>
public sealed class SpeechChunk
{
    internal SpeechChunk(IEnumerable<SpeechStretch> parts, IReadOnlyList<SpeechStretch> speech)
    {
        var (list, at) = (new List<ChunkPart>(), 0L);
        foreach (var part in parts)
        {
            list.Add(new ChunkPart(at, part));
            at += part.Length;
        }

        (Parts, Speech, Length) = (list, speech, at);
    }

    /// <summary>Gets its pieces, one at least, in order and apart.</summary>
    public IReadOnlyList<ChunkPart> Parts { get; }

    /// <summary>Gets where in the sound somebody speaks, within this chunk; speech too long for a chunk is cut at its quietest places.</summary>
    public IReadOnlyList<SpeechStretch> Speech { get; }

    /// <summary>Gets how many samples it has.</summary>
    public long Length { get; }

    /// <summary>Gets what of the sound it spans, what was cut out included.</summary>
    public SpeechStretch Span => new(Parts[0].Sound.First, Parts[^1].Sound.End);

    /// <summary>Copies its samples.</summary>
    /// <param name="sound">The sound.</param>
    /// <param name="samples">Takes them, <see cref="Length"/> of them.</param>
    public void Read(ISound sound, Span<float> samples)
    {
        foreach (var (at, part) in Parts)
        {
            sound.Read(part.First, samples.Slice((int)at, (int)part.Length));
        }
    }

    /// <summary>Returns which sample of the sound a sample of the chunk is. Before the first is the first; behind the last is the end.</summary>
    public long ToSound(long position)
    {
        var within = Math.Clamp(position, 0, Length);
        return within + Shift(within);
    }

    /// <summary>
    /// Returns where in the sound a word is: moved as its middle is. No word is stretched over what was cut out, and words keep their order.
    /// </summary>
    /// <param name="first">Where it begins in the chunk.</param>
    /// <param name="end">Where it ends there, no earlier.</param>
    public SpeechStretch ToSound(long first, long end)
    {
        var (from, to) = (Math.Clamp(first, 0, Length), Math.Clamp(end, 0, Length));
        var shift = Shift(from + ((to - from) / 2));
        return new SpeechStretch(from + shift, to + shift);
    }

    private long Shift(long position)
    {
        var part = Parts[0];
        foreach (var next in Parts)
        {
            part = next.At <= position && next.At < Length ? next : part;
        }

        return part.Sound.First - part.At;
    }
}
